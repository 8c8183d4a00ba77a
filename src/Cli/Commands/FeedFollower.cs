using Grpc.Core;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Cli.Views;
using Tthc.Protos.V1;
using Tthc.Text;

namespace Tthc.Cli.Commands;

/// <summary>Follows the feed across broken connections. The position last seen is all it has to remember.</summary>
internal sealed class FeedFollower(Shell shell, EngineSession session, bool json)
{
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(15);

    private int _failures;

    public async Task<int> RunAsync(WatchEventsRequest request)
    {
        try
        {
            while (true)
            {
                try
                {
                    await FollowAsync(request);
                    if (request.UntilCaughtUp)
                        break;
                }
                catch (RpcException lost) when (IsPassing(lost) && !session.Cancellation.IsCancellationRequested)
                {
                    await PauseAsync(request, lost);
                }
            }
        }
        catch (Exception stopped) when (stopped is RpcException or OperationCanceledException && session.Cancellation.IsCancellationRequested)
        {
            // Ctrl-C is how this command ends; the position below is its result.
        }
        if (request.FromNow)
            return ExitCode.Ok;
        shell.Error.WriteLine(shell.Say($"Đi tiếp bằng: tthc watch --after {request.AfterPosition}", $"Go on with: tthc watch --after {request.AfterPosition}"));
        return ExitCode.Ok;
    }

    private async Task FollowAsync(WatchEventsRequest request)
    {
        using var call = session.Feed.WatchEvents(request, session.Stream);
        await foreach (var batch in call.ResponseStream.ReadAllAsync(session.Cancellation))
        {
            _failures = 0;
            foreach (var happened in batch.Events)
                Write(happened);
            await shell.Output.FlushAsync(session.Cancellation);
            request.AfterPosition = batch.Position;
            // From here on the place is known: a new connection must not skip what came in between.
            request.FromNow = false;
        }
    }

    private async Task PauseAsync(WatchEventsRequest request, RpcException lost)
    {
        // The first attempt never reached the engine: that is an answer, not a break.
        if (_failures == 0 && request is { AfterPosition: 0, UntilCaughtUp: true })
            throw lost;
        var pause = TimeSpan.FromSeconds(Math.Min(s_longestPause.TotalSeconds, Math.Pow(2, Math.Min(_failures++, 10)) / 2));
        shell.Error.WriteLine(shell.Say(
            $"Mất kết nối ({lost.StatusCode}); nối lại sau {pause.TotalSeconds:0.#} giây, đi tiếp sau vị trí {request.AfterPosition}.",
            $"Connection lost ({lost.StatusCode}); again in {pause.TotalSeconds:0.#} s, going on after position {request.AfterPosition}."));
        await Task.Delay(pause, shell.Surroundings.Clock, session.Cancellation);
    }

    private static bool IsPassing(RpcException lost) =>
        lost.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled or StatusCode.ResourceExhausted;

    private void Write(DossierEvent happened)
    {
        if (json)
        {
            shell.Output.WriteLine(MessageJson.Of(happened));
            return;
        }
        var name = EventNames.Of(happened.Kind, shell.Words);
        shell.Output.WriteLine(VisibleText.Of(
            $"{happened.Position,8}  {LocalTime.Of(happened.RecordedAt)}  {happened.DossierCode}  {name} ({happened.Kind})  {happened.Actor}@{happened.Agency}  {happened.ProcedureCode}", 1000));
    }
}
