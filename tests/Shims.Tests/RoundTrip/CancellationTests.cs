using Grpc.Core;
using Grpc.Net.Client;
using Tthc.Shims.Tests.Protos;
using Tthc.Shims.Tests.Server;

namespace Tthc.Shims.Tests.RoundTrip;

[Collection(EchoCollection.Name)]
public sealed class CancellationTests(EchoServer server) : IDisposable
{
    private readonly GrpcChannel _channel = server.OpenChannel();

    private Echo.EchoClient Client => new(_channel);

    public void Dispose() => _channel.Dispose();

    [Fact]
    public async Task Cancels_the_handler_with_the_call()
    {
        using var source = new CancellationTokenSource();
        using AsyncUnaryCall<EchoReply> call =
            Client.WaitAsync(new EchoRequest { Text = "token" }, cancellationToken: source.Token);
        await server.Ledger.Seen("token started");

        await source.CancelAsync();

        RpcException error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(StatusCode.Cancelled, error.StatusCode);
        await server.Ledger.Seen("token cancelled");
    }

    [Fact]
    public async Task Cancels_the_handler_when_the_call_is_disposed()
    {
        AsyncUnaryCall<EchoReply> call = Client.WaitAsync(new EchoRequest { Text = "disposed" });
        await server.Ledger.Seen("disposed started");

        call.Dispose();

        await server.Ledger.Seen("disposed cancelled");
        RpcException error = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(StatusCode.Cancelled, error.StatusCode);
    }

    [Fact]
    public async Task Ends_a_call_at_its_deadline()
    {
        DateTime deadline = DateTime.UtcNow.AddMilliseconds(300);

        RpcException error = await Assert.ThrowsAsync<RpcException>(
            () => Client.WaitAsync(new EchoRequest { Text = "deadline" }, deadline: deadline).ResponseAsync);

        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
    }

    [Fact]
    public async Task Fails_a_call_whose_deadline_has_passed()
    {
        RpcException error = await Assert.ThrowsAsync<RpcException>(
            () => Client.SayAsync(new EchoRequest(), deadline: DateTime.UnixEpoch).ResponseAsync);

        Assert.Equal(StatusCode.DeadlineExceeded, error.StatusCode);
    }

    [Fact]
    public async Task Tells_the_handler_the_deadline()
    {
        CallDescription description =
            await Client.DescribeAsync(new EchoRequest(), deadline: DateTime.UtcNow.AddMinutes(10));

        Assert.True(description.HasDeadline);
    }
}
