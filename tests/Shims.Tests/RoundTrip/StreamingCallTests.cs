using Grpc.Core;
using Grpc.Net.Client;
using Tthc.Shims.Tests.Protos;
using Tthc.Shims.Tests.Server;

namespace Tthc.Shims.Tests.RoundTrip;

[Collection(EchoCollection.Name)]
public sealed class StreamingCallTests(EchoServer server) : IDisposable
{
    private readonly GrpcChannel _channel = server.OpenChannel();

    private Echo.EchoClient Client => new(_channel);

    public void Dispose() => _channel.Dispose();

    [Fact]
    public async Task Streams_replies()
    {
        using AsyncServerStreamingCall<EchoReply> call = Client.Split(new EchoRequest { Text = "một hai ba" });

        Assert.Equal(["một", "hai", "ba"], await Texts(call.ResponseStream));
        Assert.Equal(["outer", "inner"], call.GetTrailers().GetAll("x-before").Select(entry => entry.Value));
    }

    [Fact]
    public async Task Streams_requests()
    {
        using AsyncClientStreamingCall<EchoRequest, EchoReply> call = Client.Join();

        foreach (string word in (string[])["một", "", "ba"])
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = word });
        }

        await call.RequestStream.CompleteAsync();

        Assert.Equal("một  ba", (await call).Text);
    }

    [Fact]
    public async Task Streams_both_ways_in_turns()
    {
        using AsyncDuplexStreamingCall<EchoRequest, EchoReply> call = Client.Chat();

        foreach (string word in (string[])["một", "hai"])
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = word }, CancellationToken.None);
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal(word, call.ResponseStream.Current.Text);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Streams_many_messages_without_losing_one()
    {
        using AsyncDuplexStreamingCall<EchoRequest, EchoReply> call = Client.Chat();
        Task<List<string>> replies = Texts(call.ResponseStream);
        string[] sent = [.. Enumerable.Range(0, 1000).Select(number => $"{number}")];

        call.RequestStream.WriteOptions = new WriteOptions(WriteFlags.BufferHint);
        foreach (string text in sent)
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Text = text });
        }

        await call.RequestStream.CompleteAsync();

        Assert.Equal(sent, await replies);
    }

    [Fact]
    public async Task Ends_a_stream_that_the_client_drops()
    {
        using var source = new CancellationTokenSource();
        using AsyncDuplexStreamingCall<EchoRequest, EchoReply> call = Client.Chat(cancellationToken: source.Token);
        await call.RequestStream.WriteAsync(new EchoRequest { Text = "một" });
        Assert.True(await call.ResponseStream.MoveNext());

        await source.CancelAsync();

        RpcException error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.Cancelled, error.StatusCode);
    }

    private static async Task<List<string>> Texts(IAsyncStreamReader<EchoReply> stream)
    {
        var texts = new List<string>();
        await foreach (EchoReply reply in stream.ReadAllAsync())
        {
            texts.Add(reply.Text);
        }

        return texts;
    }
}
