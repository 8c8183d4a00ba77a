using Grpc.Core;

namespace Tthc.EndToEnd.Hosting;

/// <summary>A reply or a failure, for calls of which either is right.</summary>
internal sealed record Outcome<T>(T? Reply, Failure? Failure)
    where T : class;

internal static class Outcome
{
    public static async Task<Outcome<T>> OfAsync<T>(AsyncUnaryCall<T> call)
        where T : class
    {
        try
        {
            return new(await call, null);
        }
        catch (RpcException e)
        {
            return new(null, Failure.Of(e));
        }
    }
}
