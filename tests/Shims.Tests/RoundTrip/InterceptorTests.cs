using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Tthc.Shims.Tests.Protos;
using Tthc.Shims.Tests.Server;

namespace Tthc.Shims.Tests.RoundTrip;

[Collection(EchoCollection.Name)]
public sealed class InterceptorTests(EchoServer server) : IDisposable
{
    private readonly GrpcChannel _channel = server.OpenChannel();

    public void Dispose() => _channel.Dispose();

    [Fact]
    public async Task Calls_the_interceptors_of_the_server_from_the_outside_in()
    {
        using AsyncUnaryCall<EchoReply> call = new Echo.EchoClient(_channel).SayAsync(new EchoRequest());
        await call;

        Assert.Equal(["outer", "inner"], call.GetTrailers().GetAll("x-before").Select(entry => entry.Value));
        Assert.Equal(["inner", "outer"], call.GetTrailers().GetAll("x-after").Select(entry => entry.Value));
    }

    [Fact]
    public async Task Calls_the_interceptors_of_the_client_from_the_first_to_the_last()
    {
        CallInvoker invoker = _channel.Intercept(new Stamp("first"), new Stamp("second"));

        CallDescription description = await new Echo.EchoClient(invoker).DescribeAsync(new EchoRequest());

        // HTTP joins headers of the same name.
        Assert.Equal(["outer", "inner", "first, second"], description.Order);
    }

    [Fact]
    public async Task Replaces_the_headers_of_every_call()
    {
        CallInvoker invoker = _channel.Intercept(headers => new Metadata { { "x-client", $"{headers.Count}" } });

        CallDescription description = await new Echo.EchoClient(invoker).DescribeAsync(new EchoRequest());

        Assert.Equal(["outer", "inner", "0"], description.Order);
    }

    [Fact]
    public async Task Intercepts_calls_of_every_kind()
    {
        var client = new Echo.EchoClient(_channel.CreateCallInvoker().Intercept(new Stamp("all")));

        using AsyncServerStreamingCall<EchoReply> split = client.Split(new EchoRequest { Text = "a" });
        using AsyncClientStreamingCall<EchoRequest, EchoReply> join = client.Join();
        using AsyncDuplexStreamingCall<EchoRequest, EchoReply> chat = client.Chat();
        await join.RequestStream.CompleteAsync();
        await chat.RequestStream.CompleteAsync();

        Assert.True(await split.ResponseStream.MoveNext());
        Assert.Equal("", (await join).Text);
        Assert.False(await chat.ResponseStream.MoveNext());
        Assert.Equal(["outer", "inner", "all"], client.Describe(new EchoRequest()).Order);
        Assert.All(
            [join.GetTrailers(), chat.GetTrailers()],
            trailers => Assert.Equal(["outer", "inner"], trailers.GetAll("x-before").Select(entry => entry.Value)));
    }

    [Fact]
    public async Task Sees_the_host_that_a_client_was_given()
    {
        var client = new Echo.EchoClient(_channel.Intercept(new HostHeader()));

        CallDescription description = await client.WithHost("motcua.example").DescribeAsync(new EchoRequest());

        Assert.Equal(["outer", "inner", "motcua.example"], description.Order);
    }

    private sealed class HostHeader : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            var headers = new Metadata { { "x-client", context.Host ?? "" } };
            return continuation(request, new(context.Method, context.Host, context.Options.WithHeaders(headers)));
        }
    }

    private sealed class Stamp(string name) : Interceptor
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            BlockingUnaryCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, Stamped(context));

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, Stamped(context));

        private ClientInterceptorContext<TRequest, TResponse> Stamped<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context)
            where TRequest : class
            where TResponse : class
        {
            Metadata headers = [.. context.Options.Headers ?? [], new Metadata.Entry("x-client", name)];
            return new(context.Method, context.Host, context.Options.WithHeaders(headers));
        }
    }
}
