using Grpc.Core;
using Tthc.Engine.Access;
using Tthc.Engine.Dossiers;
using Tthc.Engine.Hosting;
using Tthc.Engine.Hosting.Metrics;
using Tthc.Engine.Rules;
using Tthc.Protos.V1;
using Tthc.Storage.Feed;
using Tthc.Workflows.Dossiers.Events;
using DossierEvent = Tthc.Protos.V1.DossierEvent;

namespace Tthc.Engine.Feed;

/// <summary>FeedService: events after a position, then those that come. Whoever resumes with the last position seen misses nothing and sees nothing twice.</summary>
internal sealed class FeedEndpoint(FeedStore store, FeedTail tail, FeedMessages messages, DossierShelf shelf, RuleCatalog rules, EngineTime time, Caller caller, StreamEnd end)
    : FeedService.FeedServiceBase
{
    private const int EventsAPage = 500;
    private static readonly TimeSpan s_heartbeat = TimeSpan.FromSeconds(15);

    public override async Task WatchEvents(WatchEventsRequest request, IServerStreamWriter<WatchEventsResponse> responseStream, ServerCallContext context)
    {
        caller.Require(context);
        using (tail.Follow())
            await FollowAsync(request, responseStream, context);
    }

    private async Task FollowAsync(WatchEventsRequest request, IServerStreamWriter<WatchEventsResponse> responseStream, ServerCallContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, end.Token);
        var filter = await FilterAsync(request, stop.Token);
        var head = await store.HeadAsync(stop.Token);
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
            var next = tail.Next;
            var kept = tail.Read(position, EventsAPage, filter);
            var (events, reached, newest) = kept ?? await StoredAsync(position, filter, stop.Token);
            if (reached > position)
            {
                position = reached;
                // On the way through the past each stretch is told; at the end of the feed one without anything wanted waits for the next event or heartbeat.
                if (events.Count > 0 || kept is null || position >= until)
                    await responseStream.WriteAsync(new WatchEventsResponse { Position = position, Events = { events } }, stop.Token);
                if (EngineMeter.FeedDelay.Enabled && newest is { } last)
                    EngineMeter.FeedDelay.Record((time.Now - last).TotalSeconds);
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

    private async Task<(IReadOnlyList<DossierEvent> Events, long Position, DateTimeOffset? Newest)> StoredAsync(long after, FeedFilter filter, CancellationToken cancellation)
    {
        var page = await store.ReadAsync(after, EventsAPage, filter, cancellation);
        var events = new List<DossierEvent>(page.Events.Length);
        foreach (var found in page.Events)
            events.Add(await messages.OfAsync(found.Recorded, found.Agency, found.ProcedureCode, "", cancellation));
        return (events, page.Position, page.Events is [.., var last] ? last.Recorded.Event.RecordedAt : null);
    }

    private async Task<FeedFilter> FilterAsync(WatchEventsRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        if (request.AfterPosition < 0)
            checks.Add("after_position", "out-of-range", "Không âm / not negative.");
        checks.Count("agencies", request.Agencies.Count, 500);
        checks.Count("procedure_codes", request.ProcedureCodes.Count, 500);
        foreach (var kind in request.Kinds)
            if (!EventKinds.All.Contains(kind))
                checks.Add("kinds", "unknown-value", $"Không có loại sự kiện '{kind}'; có: {string.Join(", ", EventKinds.All)} / unknown kind.");
        checks.ThrowIfAny();
        long? dossier = null;
        if (request.Dossier.Length > 0)
            dossier = await shelf.FindIdAsync(request.Dossier, cancellation) ?? throw RunErrors.UnknownDossier(request.Dossier);
        var world = rules.World;
        var day = world.DayOf(time.Now);
        return new FeedFilter
        {
            Agencies = [.. request.Agencies.Select(a => world.FindAgency(a, day) ?? a)],
            ProcedureCodes = [.. request.ProcedureCodes],
            Kinds = [.. request.Kinds],
            DossierId = dossier,
        };
    }
}
