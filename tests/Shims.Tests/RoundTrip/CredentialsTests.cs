using Grpc.Core;
using Grpc.Net.Client;
using Tthc.Shims.Tests.Protos;
using Tthc.Shims.Tests.Server;

namespace Tthc.Shims.Tests.RoundTrip;

[Collection(EchoCollection.Name)]
public sealed class CredentialsTests(EchoServer server)
{
    private static readonly CallCredentials Token = CallCredentials.FromInterceptor((context, metadata) =>
    {
        metadata.Add("authorization", $"Bearer {new Uri(context.ServiceUrl).AbsolutePath} {context.MethodName}");
        return Task.CompletedTask;
    });

    private static readonly CallCredentials Stamp = CallCredentials.FromInterceptor((_, metadata) =>
    {
        metadata.Add("x-client", "stamp");
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Sends_the_credentials_of_the_channel_over_tls()
    {
        using GrpcChannel channel = TlsChannel(ChannelCredentials.Create(ChannelCredentials.SecureSsl, Token));

        CallDescription description = await new Echo.EchoClient(channel).DescribeAsync(new EchoRequest());

        Assert.Equal("Bearer /tthc.shims.tests.Echo Describe", description.Authorization);
    }

    [Fact]
    public async Task Sends_composed_credentials_of_a_call()
    {
        using GrpcChannel channel = TlsChannel(new SslCredentials());
        CallOptions options = new CallOptions().WithCredentials(CallCredentials.Compose(Token, Stamp));

        CallDescription description = await new Echo.EchoClient(channel).DescribeAsync(new EchoRequest(), options);

        Assert.Equal("Bearer /tthc.shims.tests.Echo Describe", description.Authorization);
        Assert.Equal("stamp", description.Order[^1]);
    }

    [Fact]
    public async Task Fails_when_the_server_is_not_trusted()
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(server.TlsAddress);

        RpcException error = await Assert.ThrowsAsync<RpcException>(
            () => new Echo.EchoClient(channel).SayAsync(new EchoRequest()).ResponseAsync);

        Assert.Equal(StatusCode.Internal, error.StatusCode);
    }

    [Fact]
    public void Refuses_call_credentials_on_an_insecure_channel() =>
        Assert.Throws<ArgumentException>(() => ChannelCredentials.Create(ChannelCredentials.Insecure, Token));

    private GrpcChannel TlsChannel(ChannelCredentials credentials) => GrpcChannel.ForAddress(
        server.TlsAddress,
        new GrpcChannelOptions { HttpHandler = server.TrustingHandler(), DisposeHttpClient = true, Credentials = credentials });
}
