using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Tthc.Shims.Tests.Protos;
using Tthc.Shims.Tests.Server;

namespace Tthc.Shims.Tests.RoundTrip;

[Collection(EchoCollection.Name)]
public sealed class RetryTests(EchoServer server)
{
    [Fact]
    public async Task Repeats_a_call_as_the_policy_says()
    {
        using GrpcChannel channel = RetryingChannel();

        EchoReply reply = await new Echo.EchoClient(channel).FlakyAsync(new FlakyRequest { Counter = "two", Failures = 2 });

        Assert.Equal("two", reply.Text);
        Assert.Equal(3, server.Ledger.Attempts("two"));
    }

    [Fact]
    public async Task Gives_up_after_the_last_attempt()
    {
        using GrpcChannel channel = RetryingChannel();

        RpcException error = await Assert.ThrowsAsync<RpcException>(
            () => new Echo.EchoClient(channel).FlakyAsync(new FlakyRequest { Counter = "many", Failures = 9 }).ResponseAsync);

        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
        Assert.Equal(3, server.Ledger.Attempts("many"));
    }

    private GrpcChannel RetryingChannel() => server.OpenChannel(new GrpcChannelOptions
    {
        ServiceConfig = new ServiceConfig
        {
            MethodConfigs =
            {
                new MethodConfig
                {
                    Names = { MethodName.Default },
                    RetryPolicy = new RetryPolicy
                    {
                        MaxAttempts = 3,
                        InitialBackoff = TimeSpan.FromMilliseconds(1),
                        MaxBackoff = TimeSpan.FromMilliseconds(2),
                        BackoffMultiplier = 1.5,
                        RetryableStatusCodes = { StatusCode.Unavailable },
                    },
                },
            },
        },
    });
}
