using Tthc.Protos.V1;
using Tthc.Storage.Feed;

namespace Tthc.Engine.Feed;

/// <summary>Reads the feed for streams and webhooks alike: from the tail in memory where that reaches back so far, else from the store.</summary>
internal sealed class FeedReader(FeedStore store, FeedTail tail, FeedMessages messages, FeedFilters filters)
{
    /// <summary>Filters from messages.</summary>
    public FeedFilters Filters => filters;

    /// <summary>Completes when there is more. Take it before reading.</summary>
    public Task Next => tail.Next;

    /// <summary>Counts a reader, until disposed.</summary>
    public IDisposable Follow() => tail.Follow();

    /// <summary>The position of the last event.</summary>
    public ValueTask<long> HeadAsync(CancellationToken cancellation) => store.HeadAsync(cancellation);

    /// <summary>What is wanted after a position.</summary>
    /// <param name="after">The last position seen.</param>
    /// <param name="limit">How many events at most.</param>
    /// <param name="filter">Which.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public async ValueTask<FeedStretch> ReadAsync(long after, int limit, FeedFilter filter, CancellationToken cancellation)
    {
        if (tail.Read(after, limit, filter) is { } kept)
            return kept;
        var page = await store.ReadAsync(after, limit, filter, cancellation);
        var events = new List<DossierEvent>(page.Events.Length);
        foreach (var found in page.Events)
            events.Add(await messages.OfAsync(found.Recorded, found.Agency, found.ProcedureCode, "", cancellation));
        return new FeedStretch(events, page.Position, page.Events is [.., var last] ? last.Recorded.Event.RecordedAt : null) { IsStored = true };
    }
}

/// <summary>What was found on one stretch of the feed.</summary>
/// <param name="Events">What is wanted, in order.</param>
/// <param name="Position">How far was looked.</param>
/// <param name="Newest">When the last of them was recorded; null: there is none.</param>
internal sealed record FeedStretch(IReadOnlyList<DossierEvent> Events, long Position, DateTimeOffset? Newest)
{
    /// <summary>It lies further back than memory.</summary>
    public bool IsStored { get; init; }
}
