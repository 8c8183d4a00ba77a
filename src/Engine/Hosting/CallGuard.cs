using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Tthc.Storage.Database;

namespace Tthc.Engine.Hosting;

/// <summary>Round every call: one log line with dossier code, actor, outcome and time; failures become a status, never UNKNOWN, never a stack trace.</summary>
internal sealed class CallGuard(ILogger<CallGuard> log) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var reply = await continuation(request, context);
            Log(context, started, "OK", null);
            return reply;
        }
        catch (Exception e)
        {
            throw Failed(e, context, started);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await continuation(request, responseStream, context);
            Log(context, started, "OK", null);
        }
        catch (Exception e)
        {
            throw Failed(e, context, started);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await continuation(requestStream, responseStream, context);
            Log(context, started, "OK", null);
        }
        catch (Exception e)
        {
            throw Failed(e, context, started);
        }
    }

    private RpcException Failed(Exception e, ServerCallContext context, long started)
    {
        var failure = e switch
        {
            RpcException known => known,
            OperationCanceledException when context.CancellationToken.IsCancellationRequested =>
                context.Deadline < DateTime.UtcNow ? CallErrors.Of(StatusCode.DeadlineExceeded, "deadline-exceeded") : CallErrors.Of(StatusCode.Cancelled, "cancelled"),
            // Ends of a stream whose caller has gone.
            IOException or InvalidOperationException when context.CancellationToken.IsCancellationRequested => CallErrors.Of(StatusCode.Cancelled, "cancelled"),
            StorageFullException => CallErrors.StoreAway("storage-full"),
            StorageException => CallErrors.StoreAway("storage-unavailable"),
            _ => CallErrors.Of(StatusCode.Internal, "internal-error"),
        };
        var unexpected = failure.StatusCode is StatusCode.Internal or StatusCode.Unavailable && e is not RpcException;
        Log(context, started, failure.Status.StatusCode + ":" + failure.Status.Detail, unexpected ? e : null);
        return failure;
    }

    private void Log(ServerCallContext context, long started, string outcome, Exception? unexpected)
    {
        var level = unexpected is null ? LogLevel.Information : LogLevel.Error;
        if (!log.IsEnabled(level))
            return;
        var facts = CallFacts.Of(context);
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        CallLog.Called(log, level, context.Method, facts.Dossier ?? "-", facts.Actor ?? "-", outcome, milliseconds, unexpected);
    }
}

/// <summary>What a call says of itself for the log: no personal data.</summary>
internal sealed class CallFacts
{
    private static readonly object s_key = new();

    public string? Dossier { get; set; }

    public string? Actor { get; set; }

    public static CallFacts Of(ServerCallContext context)
    {
        if (context.UserState.TryGetValue(s_key, out var known))
            return (CallFacts)known;
        var facts = new CallFacts();
        context.UserState[s_key] = facts;
        return facts;
    }
}

internal static partial class CallLog
{
    [LoggerMessage(EventId = 100, EventName = "Called", Message = "{Method} dossier={Dossier} actor={Actor} {Outcome} {Milliseconds:0.00} ms")]
    public static partial void Called(ILogger log, LogLevel level, string method, string dossier, string actor, string outcome, double milliseconds, Exception? unexpected);
}
