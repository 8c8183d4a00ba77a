using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.Faults;

/// <summary>Follows the feed as a ministry's system would, from node to node as they die, with nothing but the last position in hand.</summary>
internal sealed class FeedFollower(IReadOnlyList<Node> nodes, int first, History history)
{
    private int _next = first;

    public long Position { get; private set; }

    /// <summary>What it was told since the round began: position, dossier, number, kind.</summary>
    public List<(long Position, string Dossier, long Sequence, string Kind)> Seen { get; } = [];

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            if (nodes[_next++ % nodes.Count].Client is not { } client || !await FollowAsync(client, untilCaughtUp: false, stop))
                await Task.Delay(100, CancellationToken.None);
    }

    /// <summary>Whatever there is now.</summary>
    public async Task CatchUpAsync()
    {
        while (nodes[_next++ % nodes.Count].Client is not { } client || !await FollowAsync(client, untilCaughtUp: true, CancellationToken.None))
            await Task.Delay(100);
    }

    private async Task<bool> FollowAsync(EngineClient client, bool untilCaughtUp, CancellationToken stop)
    {
        try
        {
            using var call = client.Feed.WatchEvents(new WatchEventsRequest { AfterPosition = Position, UntilCaughtUp = untilCaughtUp }, Officer.Desk().Headers, cancellationToken: stop);
            await foreach (var message in call.ResponseStream.ReadAllAsync(stop))
                Take(message);
            return true;
        }
        catch (RpcException e)
        {
            // OUT_OF_RANGE: a feed that has become shorter than what was told.
            if (e.StatusCode is not (StatusCode.Unavailable or StatusCode.Cancelled or StatusCode.Internal) || e.Status.Detail == "internal-error")
                history.Violated($"the feed after {Position}: {e.Status}");
            return false;
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            return false;
        }
    }

    private void Take(WatchEventsResponse message)
    {
        foreach (var told in message.Events)
        {
            if (told.Position != Position + 1)
                history.Violated($"the feed told position {told.Position} after {Position}");
            Position = told.Position;
            Seen.Add((told.Position, told.DossierCode, told.Sequence, told.Kind));
            history.Tell(told.DossierCode, told.Sequence);
        }
        if (message.Position != Position)
            history.Violated($"the feed went from {Position} to {message.Position} without telling what is between");
    }
}
