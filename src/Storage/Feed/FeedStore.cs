using System.Collections.Immutable;
using System.Data.Common;
using Tthc.Storage.Database;
using Tthc.Storage.Dossiers;

namespace Tthc.Storage.Feed;

/// <summary>
/// The feed: every event of every dossier in the order of commit. Positions have no gaps and none appears late, so
/// a reader that remembers where it stopped misses nothing and sees nothing twice.
/// </summary>
public sealed class FeedStore(Store store)
{
    // Bounds what one read looks through when the filter finds little, so that no reader holds a connection long.
    private const int Stretch = 20_000;

    private readonly string _ofAll = store.Dialect.Fill(FeedSql.OfAll);
    private readonly string _ofDossier = store.Dialect.Fill(FeedSql.OfDossier);

    /// <summary>The position of the last event; 0 for an empty feed.</summary>
    public ValueTask<long> HeadAsync(CancellationToken cancellation = default) =>
        store.ReadAsync(ReadHeadAsync, cancellation);

    /// <summary>Events after a position, in order.</summary>
    /// <param name="after">The last position known; 0 for the beginning.</param>
    /// <param name="limit">How many at most, at least 1.</param>
    /// <param name="filter">Which are wanted.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public ValueTask<FeedPage> ReadAsync(
        long after, int limit, FeedFilter filter, CancellationToken cancellation = default)
    {
        // Where much is looked through for little, the plan follows what is looked for.
        return filter.LeavesNothingOut ? store.ReadByKeyAsync(Page, cancellation) : store.ReadAsync(Page, cancellation);

        ValueTask<FeedPage> Page(StoreSession source) => ReadPageAsync(source, after, limit, filter);
    }

    /// <summary>Which dossiers have moved to which version after a position, in the order of the feed.</summary>
    /// <param name="after">The last position known.</param>
    /// <param name="since">Nothing after that position was recorded before.</param>
    /// <param name="limit">How many at most, at least 1.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public ValueTask<ImmutableArray<DossierMove>> MovedAsync(long after, DateTimeOffset since, int limit, CancellationToken cancellation = default) =>
        store.ReadByKeyAsync(
            source => source.QueryAsync(FeedSql.Moved, ("@after", after), ("@since", Instants.ToMicroseconds(since)), ("@limit", limit))
                .AllAsync(reader => new DossierMove(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2))),
            cancellation);

    private async ValueTask<FeedPage> ReadPageAsync(StoreSession source, long after, int limit, FeedFilter filter)
    {
        // Read before the events: what is committed in between is left for the next page, not skipped.
        var head = await ReadHeadAsync(source);
        var through = filter.DossierId is null ? Math.Min(head, after + Stretch) : head;
        if (through <= after)
            return new FeedPage([], after);
        var events = await source.QueryAsync(
            filter.DossierId is null ? _ofAll : _ofDossier,
            ("@after", after),
            ("@through", through),
            ("@dossier_id", filter.DossierId),
            Parameter.List("@agencies", filter.Agencies),
            Parameter.List("@procedure_codes", filter.ProcedureCodes),
            Parameter.List("@kinds", filter.Kinds),
            ("@limit", limit)).AllAsync(ReadEvent);
        return new FeedPage(events, events.Length == limit ? events[^1].Recorded.Position : through);
    }

    private static FeedEvent ReadEvent(DbDataReader reader) =>
        new(DossierRows.ReadEvent(reader), reader.GetString(11), reader.GetString(12), reader.GetString(13));

    private static async ValueTask<long> ReadHeadAsync(StoreSession source) =>
        await source.QueryAsync(FeedSql.Head).ScalarAsync() as long? ?? 0;
}

/// <summary>That a dossier came to a version.</summary>
/// <param name="Position">Place in the feed.</param>
/// <param name="DossierId">The dossier.</param>
/// <param name="Version">The version, which is the sequence of the event.</param>
public readonly record struct DossierMove(long Position, long DossierId, int Version);
