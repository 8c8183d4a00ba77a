using Grpc.Core;
using Grpc.Net.Client;
using Tthc.Shims.Tests.Protos;
using Tthc.Shims.Tests.Server;

namespace Tthc.Shims.Tests.RoundTrip;

[Collection(EchoCollection.Name)]
public sealed class UnaryCallTests(EchoServer server) : IDisposable
{
    private readonly GrpcChannel _channel = server.OpenChannel();

    private Echo.EchoClient Client => new(_channel);

    public void Dispose() => _channel.Dispose();

    [Fact]
    public async Task Replies_the_text()
    {
        using AsyncUnaryCall<EchoReply> call = Client.SayAsync(new EchoRequest { Text = "Tiếng Việt" });

        Assert.Equal("Tiếng Việt", (await call).Text);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public void Replies_to_a_blocking_call() =>
        Assert.Equal("chờ", Client.Say(new EchoRequest { Text = "chờ" }, new CallOptions()).Text);

    [Fact]
    public async Task Describes_the_call_to_the_handler()
    {
        CallDescription description = await Client.DescribeAsync(new EchoRequest());

        Assert.Equal("/tthc.shims.tests.Echo/Describe", description.Method);
        Assert.Equal(server.PlainAddress.Authority, description.Host);
        Assert.StartsWith("ipv4:127.0.0.1:", description.Peer, StringComparison.Ordinal);
        Assert.False(description.HasDeadline);
    }

    [Fact]
    public async Task Carries_headers_and_trailers_of_text_and_bytes()
    {
        byte[] bytes = [0, 1, 127, 128, 255];
        var headers = new Metadata { { "X-Text", "a b" }, { "x-data-bin", bytes } };

        using AsyncUnaryCall<EchoReply> call = Client.SayAsync(new EchoRequest(), headers);
        Metadata replied = await call.ResponseHeadersAsync;
        await call;

        Assert.Equal("a b", replied.GetValue("X-TEXT"));
        Assert.Equal(bytes, replied.GetValueBytes("x-data-bin"));
        Assert.Equal("a b", call.GetTrailers().GetValue("x-text"));
        Assert.Equal(bytes, call.GetTrailers().GetValueBytes("x-data-bin"));
    }

    [Fact]
    public async Task Refuses_a_request_over_the_limit_of_the_server()
    {
        var request = new EchoRequest { Text = new string('x', EchoServer.ReceiveLimit + 1) };

        RpcException error = await Assert.ThrowsAsync<RpcException>(() => Client.SayAsync(request).ResponseAsync);

        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
    }

    [Fact]
    public async Task Refuses_a_reply_over_the_limit_of_the_client()
    {
        using GrpcChannel narrow = server.OpenChannel(new GrpcChannelOptions { MaxReceiveMessageSize = 100 });
        var client = new Echo.EchoClient(narrow);

        RpcException error = await Assert.ThrowsAsync<RpcException>(
            () => client.SayAsync(new EchoRequest { Text = new string('x', 101) }).ResponseAsync);

        Assert.Equal(StatusCode.ResourceExhausted, error.StatusCode);
    }

    [Fact]
    public async Task Reports_the_state_of_the_channel()
    {
        GrpcChannel channel = server.OpenChannel();

        await channel.ConnectAsync();
        ConnectivityState connected = channel.State;
        await channel.ShutdownAsync();
        channel.Dispose();

        Assert.Equal(ConnectivityState.Ready, connected);
        Assert.Equal(ConnectivityState.Shutdown, channel.State);
    }
}
