using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Tthc.Storage.Database;
using Tthc.Storage.Dossiers;

namespace Tthc.Storage.Maintenance;

/// <summary>Reads a whole store, for checks; an engine may go on working meanwhile.</summary>
public sealed class StoreScan(Store store)
{
    private const int DossiersAPage = 500;

    private const string Page = DossierSql.Columns + " where id > @after order by id limit @limit";

    private const string Events = """
        select e.position, e.dossier_id, null, e.sequence, e.kind, e.recorded_at, e.occurred_at, e.actor,
            e.actor_agency, e.procedure_revision_id, e.payload
        from event e where e.dossier_id >= @first and e.dossier_id <= @last order by e.dossier_id, e.sequence
        """;

    private const string Feed = """
        select count(*), count(distinct position), coalesce(min(position), 0), coalesce(max(position), 0), (select position from feed_head where id = 1) from event
        """;

    /// <summary>Rows that lead nowhere, by what is wrong with them.</summary>
    private static readonly (string What, string Sql)[] s_strays =
    [
        ("requests of no dossier, or of a version that it has not reached", "select count(*) from request r left join dossier d on d.id = r.dossier_id where d.id is null or d.version < r.version"),
        ("events of no dossier", "select count(*) from event e left join dossier d on d.id = e.dossier_id where d.id is null"),
        ("work items of no dossier, or of one at which nothing more is done", "select count(*) from work_item w left join dossier d on d.id = w.dossier_id where d.id is null or d.status {list:final}"),
        ("signals to no dossier", "select count(*) from signal s left join dossier d on d.id = s.target_dossier_id where d.id is null"),
    ];

    /// <summary>Every dossier with its events in order, as of about one moment each.</summary>
    public async IAsyncEnumerable<(DossierRow Row, ImmutableArray<RecordedEvent> Events)> DossiersAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var after = 0L; ;)
        {
            var (rows, events) = await store.ReadAsync(source => PageAsync(source, after), cancellation);
            var ofDossier = events.ToLookup(e => e.DossierId);
            foreach (var row in rows)
                // What was added since the row was read is not looked at.
                yield return (row, [.. ofDossier[row.Id].Where(e => e.Event.Sequence <= row.Version)]);
            if (rows.Length < DossiersAPage)
                yield break;
            after = rows[^1].Id;
        }
    }

    /// <summary>What is wrong with the store as a whole, in words; none: nothing.</summary>
    /// <param name="final">Statuses in which nothing more is done.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public async Task<ImmutableArray<string>> FaultsAsync(IReadOnlyCollection<long> final, CancellationToken cancellation)
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        var (rows, positions, first, last, head) = await store.ReadAsync(
            async source => (await source.QueryAsync(Feed).AllAsync(r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4))))[0], cancellation);
        if (rows != positions || (rows > 0 && (first != 1 || last != rows)))
            faults.Add($"The feed has gaps or places used twice: {rows} events at {positions} places from {first} to {last}.");
        if (last != head)
            faults.Add($"The head of the feed is {head}; the last event stands at {last}.");
        foreach (var (what, sql) in s_strays)
            if (await store.ReadAsync(async source => Convert.ToInt64(await source.QueryAsync(store.Dialect.Fill(sql), Parameter.List("@final", final)).ScalarAsync()), cancellation) is > 0 and var count)
                faults.Add($"{count} {what}.");
        return faults.DrainToImmutable();
    }

    private static async ValueTask<(ImmutableArray<DossierRow>, ImmutableArray<RecordedEvent>)> PageAsync(StoreSession source, long after)
    {
        var rows = await source.QueryAsync(Page, ("@after", after), ("@limit", DossiersAPage)).AllAsync(DossierRows.Read);
        return rows.IsEmpty
            ? (rows, [])
            : (rows, await source.QueryAsync(Events, ("@first", rows[0].Id), ("@last", rows[^1].Id)).AllAsync(DossierRows.ReadEvent));
    }
}
