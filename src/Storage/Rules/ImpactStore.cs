using System.Collections.Immutable;
using Tthc.Storage.Database;
using Tthc.Storage.Dossiers;

namespace Tthc.Storage.Rules;

/// <summary>Reads dossiers in bulk, to see what edited rules would make of them. In the order of their numbers, so that a look may be split.</summary>
public sealed class ImpactStore(Store store)
{
    private const string Wanted = "(d.ended_at is null or d.ended_at >= @ended_since)";

    private const string CountSql = $"select count(*) from dossier d where {Wanted}";

    private const string PageSql = $"""
        select d.id, d.procedure_revision_id, d.state from dossier d
        where d.id > @after and {Wanted} order by d.id limit @limit
        """;

    // The dossiers lead: the events of those that ended long ago are never touched.
    private const string EventsSql = $"""
        select e.position, e.dossier_id, d.code, e.sequence, e.kind, e.recorded_at, e.occurred_at, e.actor,
            e.actor_agency, e.procedure_revision_id, e.payload
        from dossier d cross join event e
        where d.id > @after and d.id <= @last and {Wanted} and e.dossier_id = d.id
        order by d.id, e.sequence
        """;

    /// <summary>How many dossiers are open, or ended at or after an instant; null: only the open ones.</summary>
    public ValueTask<long> CountAsync(DateTimeOffset? endedSince, CancellationToken cancellation = default) =>
        store.ReadAsync(async source => (long)(await source.QueryAsync(CountSql, ("@ended_since", Since(endedSince))).ScalarAsync())!, cancellation);

    /// <summary>A page of these dossiers with their events.</summary>
    /// <param name="after">Number of the last dossier of the page before; 0 for the first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="endedSince">Those that ended earlier are left out; null: all that ended.</param>
    /// <param name="withEvents">Whether their events are wanted.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public ValueTask<ImmutableArray<ImpactRow>> ReadAsync(
        long after, int limit, DateTimeOffset? endedSince, bool withEvents, CancellationToken cancellation = default) =>
        store.ReadAsync(
            async source =>
            {
                var since = Since(endedSince);
                var rows = await source.QueryAsync(PageSql, ("@after", after), ("@ended_since", since), ("@limit", limit))
                    .AllAsync(reader => new ImpactRow(reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), []));
                if (!withEvents || rows.IsEmpty)
                    return rows;
                var events = await source.QueryAsync(EventsSql, ("@after", after), ("@last", rows[^1].Id), ("@ended_since", since))
                    .AllAsync(DossierRows.ReadEvent);
                var byDossier = events.GroupBy(e => e.DossierId).ToDictionary(g => g.Key, g => g.ToImmutableArray());
                return rows.Select(row => row with { Events = byDossier.GetValueOrDefault(row.Id, []) }).ToImmutableArray();
            },
            cancellation);

    private static long Since(DateTimeOffset? endedSince) => endedSince is { } instant ? Instants.ToMicroseconds(instant) : long.MaxValue;
}

/// <summary>A dossier as bulk reading gives it. State and events may differ by what was committed between the two reads.</summary>
/// <param name="Id">Number.</param>
/// <param name="ProcedureRevisionId">The procedure revision it is pinned to.</param>
/// <param name="State">The whole state, UTF-8 JSON.</param>
/// <param name="Events">In order; empty where they were not wanted.</param>
public sealed record ImpactRow(long Id, long ProcedureRevisionId, byte[] State, ImmutableArray<RecordedEvent> Events);
