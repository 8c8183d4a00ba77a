using Grpc.Core;
using Tthc.Engine.Access;
using Tthc.Engine.Hosting;
using Tthc.Engine.Hosting.Metrics;
using Tthc.Protos.V1;

namespace Tthc.Engine.Feed;

/// <summary>FeedService: events after a position, then those that come. Whoever resumes with the last position seen misses nothing and sees nothing twice.</summary>
internal sealed class FeedEndpoint(FeedReader feed, EngineTime time, Caller caller, StreamEnd end) : FeedService.FeedServiceBase
{
    private const int EventsAPage = 500;
    private static readonly TimeSpan s_heartbeat = TimeSpan.FromSeconds(15);

    public override async Task WatchEvents(WatchEventsRequest request, IServerStreamWriter<WatchEventsResponse> responseStream, ServerCallContext context)
    {
        caller.Require(context);
        using (feed.Follow())
            await FollowAsync(request, responseStream, context);
    }

    private async Task FollowAsync(WatchEventsRequest request, IServerStreamWriter<WatchEventsResponse> responseStream, ServerCallContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, end.Token);
        var filter = await feed.Filters.OfAsync(request, stop.Token);
        var head = await feed.HeadAsync(stop.Token);
        var position = request.FromNow ? head : request.AfterPosition;
        if (position > head)
            throw CallErrors.Of(
                StatusCode.OutOfRange,
                $"after_position {position} is beyond the feed, which ends at {head}: it is of another store, or this one was restored from a backup. Read the dossiers anew.");
        var until = request.UntilCaughtUp ? head : long.MaxValue;
        // Tells at once from where, so that the caller knows what it will see and what it has to read by itself.
        if (request.FromNow)
            await responseStream.WriteAsync(new WatchEventsResponse { Position = head }, stop.Token);
        while (!stop.IsCancellationRequested && position < until)
        {
            var next = feed.Next;
            var stretch = await feed.ReadAsync(position, EventsAPage, filter, stop.Token);
            if (stretch.Position > position)
            {
                position = stretch.Position;
                // On the way through the past each stretch is told; at the end of the feed one without anything wanted waits for the next event or heartbeat.
                if (stretch.Events.Count > 0 || stretch.IsStored || position >= until)
                    await responseStream.WriteAsync(new WatchEventsResponse { Position = position, Events = { stretch.Events } }, stop.Token);
                if (EngineMeter.FeedDelay.Enabled && stretch.Newest is { } newest)
                    EngineMeter.FeedDelay.Record((time.Now - newest).TotalSeconds);
                continue;
            }
            // A quiet feed still tells from time to time how far it is, so that a reader notices a dead connection.
            try
            {
                await next.WaitAsync(s_heartbeat, stop.Token);
            }
            catch (TimeoutException)
            {
                await responseStream.WriteAsync(new WatchEventsResponse { Position = position }, stop.Token);
            }
        }
        if (end.Token.IsCancellationRequested)
            throw CallErrors.StoreAway("engine-stopping");
    }
}
