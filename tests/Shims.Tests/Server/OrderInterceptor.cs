using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Tthc.Shims.Tests.Server;

/// <summary>Leaves its name in the call, before and after the handler.</summary>
internal sealed class OrderInterceptor(string name) : Interceptor
{
    public const string Key = "order";

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Append(context);
        TResponse response = await continuation(request, context);
        context.ResponseTrailers.Add("x-after", name);
        return response;
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Append(context);
        return continuation(requestStream, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Append(context);
        return continuation(request, responseStream, context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Append(context);
        return continuation(requestStream, responseStream, context);
    }

    private void Append(ServerCallContext context)
    {
        string before = context.UserState.TryGetValue(Key, out object? value) ? $"{value}," : "";
        context.UserState[Key] = before + name;
        context.ResponseTrailers.Add("x-before", name);
    }
}
