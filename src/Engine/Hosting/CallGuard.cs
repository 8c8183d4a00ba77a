using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Tthc.Engine.Hosting.Metrics;
using Tthc.Engine.Rules;
using Tthc.Storage.Database;

namespace Tthc.Engine.Hosting;

/// <summary>Round every call: one log line with dossier code, actor, outcome and time; failures become a status, never UNKNOWN, never a stack trace.</summary>
internal sealed class CallGuard(CallLog log, RuleCatalog rules, StreamEnd end) : Interceptor
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    // Time left for one more attempt and for telling why it failed.
    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(1);

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var reply = await AnswerAsync(request, context, continuation);
            Log(context, started, "OK", CallFacts.Of(context).Unexpected);
            return reply;
        }
        catch (Exception e)
        {
            throw Failed(e, context, started);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var reply = await continuation(requestStream, context);
            Log(context, started, "OK", CallFacts.Of(context).Unexpected);
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
            Log(context, started, "OK", CallFacts.Of(context).Unexpected);
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
            Log(context, started, "OK", CallFacts.Of(context).Unexpected);
        }
        catch (Exception e)
        {
            throw Failed(e, context, started);
        }
    }

    /// <summary>The status of whatever went wrong.</summary>
    public static RpcException StatusOf(Exception e, ServerCallContext context, StreamEnd end) => e switch
    {
        RpcException known => known,
        OperationCanceledException when context.CancellationToken.IsCancellationRequested =>
            context.Deadline < DateTime.UtcNow ? CallErrors.Of(StatusCode.DeadlineExceeded, "deadline-exceeded") : CallErrors.Of(StatusCode.Cancelled, "cancelled"),
        // The caller hung up: Kestrel tells it by an exception that may come before the token is cancelled. The store's own I/O errors are StorageExceptions.
        IOException => CallErrors.Of(StatusCode.Cancelled, "cancelled"),
        InvalidOperationException when context.CancellationToken.IsCancellationRequested => CallErrors.Of(StatusCode.Cancelled, "cancelled"),
        OperationCanceledException when end.Token.IsCancellationRequested => CallErrors.StoreAway("engine-stopping"),
        StorageFullException => CallErrors.StoreAway("storage-full"),
        StorageException => CallErrors.StoreAway("storage-unavailable"),
        _ => CallErrors.Of(StatusCode.Internal, "internal-error"),
    };

    private static void Count(ServerCallContext context, long started, string outcome)
    {
        var end = outcome.IndexOf(':', StringComparison.Ordinal);
        var code = end < 0 ? outcome : outcome[..end];
        EngineMeter.Calls.Add(1, new KeyValuePair<string, object?>(EngineMeter.Method, context.Method), new KeyValuePair<string, object?>(EngineMeter.Code, code));
        EngineMeter.CallTime.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>(EngineMeter.Method, context.Method));
        // The reason of a refusal is a fixed word; other failures tell in their own words.
        if (end > 0 && code is nameof(StatusCode.FailedPrecondition) or nameof(StatusCode.PermissionDenied) && outcome.AsSpan(end + 1).IndexOfAny(' ', ':') < 0)
            EngineMeter.Refusals.Add(1, new KeyValuePair<string, object?>(EngineMeter.Reason, outcome[(end + 1)..]));
    }

    /// <summary>
    /// The reply. While the store is away (its primary died and another is being promoted) a call that may be repeated waits inside its own
    /// deadline; without a deadline the caller decides, and is told at once.
    /// </summary>
    private async Task<TResponse> AnswerAsync<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        where TRequest : class
        where TResponse : class
    {
        while (true)
        {
            try
            {
                if (CallKind<TRequest>.IsAnsweredFromMemory)
                    await rules.Fence.PassAsync(context.CancellationToken);
                return await continuation(request, context);
            }
            catch (StorageException e) when ((e is StorageUnavailableException or StorageReadOnlyException or OutcomeUnknownException) && HasTime(context) && CallKind<TRequest>.MayRepeat(request))
            {
                await Task.Delay(s_pause, context.CancellationToken);
            }
        }
    }

    private bool HasTime(ServerCallContext context) =>
        context.Deadline != DateTime.MaxValue && context.Deadline - DateTime.UtcNow > s_least && !end.Token.IsCancellationRequested;

    private RpcException Failed(Exception e, ServerCallContext context, long started)
    {
        var failure = StatusOf(e, context, end);
        var unexpected = failure.StatusCode is StatusCode.Internal or StatusCode.Unavailable && e is not (RpcException or OperationCanceledException);
        Log(context, started, failure.Status.StatusCode + ":" + failure.Status.Detail, unexpected ? e : null);
        return failure;
    }

    private void Log(ServerCallContext context, long started, string outcome, Exception? unexpected)
    {
        if (EngineMeter.Calls.Enabled)
            Count(context, started, outcome);
        if (log.IsEnabled || unexpected is not null)
            log.Write(context.Method, CallFacts.Of(context), outcome, Stopwatch.GetElapsedTime(started), unexpected);
    }
}

/// <summary>What a call says of itself for the log: no personal data.</summary>
internal sealed class CallFacts
{
    private static readonly object s_key = new();

    public string? Dossier { get; set; }

    public string? Actor { get; set; }

    /// <summary>The first failure inside a stream of items that nobody foresaw; the call itself goes on.</summary>
    public Exception? Unexpected { get; set; }

    public static CallFacts Of(ServerCallContext context)
    {
        if (context.UserState.TryGetValue(s_key, out var known))
            return (CallFacts)known;
        var facts = new CallFacts();
        context.UserState[s_key] = facts;
        return facts;
    }
}
