using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Tthc.Storage.Database;
using Tthc.Storage.Deadlines;
using Tthc.Storage.Dossiers;

namespace Tthc.Storage.Maintenance;

/// <summary>Reads a whole store, for checks; an engine may go on working meanwhile.</summary>
public sealed class StoreScan(Store store)
{
    private const int DossiersAPage = 500;

    // One statement: a dossier, its deadline and its work of one moment, also while an engine works.
    private const string Page = $"""
        select d.*, x.due_at, x.name, w.token, w.step, w.agency, w.unit, w.role, w.officer, w.arrived_at, w.due_at
        from ({DossierSql.Columns} where id > @after order by id limit @limit) d
        left join {"{deadlines}"} x on x.dossier_id = d.id
        left join work_item w on w.dossier_id = d.id
        order by d.id, w.token
        """;

    private const string Events = DossierSql.EventColumns + " where e.dossier_id >= @first and e.dossier_id <= @last order by e.dossier_id, e.sequence";

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

    /// <summary>Every dossier with its events in order, its deadline and its work, as of one moment each.</summary>
    public async IAsyncEnumerable<ScannedDossier> DossiersAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var after = 0L; ;)
        {
            var (rows, events) = await store.ReadAsync(source => PageAsync(source, after), cancellation);
            var ofDossier = events.ToLookup(e => e.DossierId);
            var count = 0;
            foreach (var lines in rows.GroupBy(line => line.Row.Id))
            {
                var first = lines.First();
                count++;
                // What was added since the row was read is not looked at.
                yield return new ScannedDossier(
                    first.Row, [.. ofDossier[first.Row.Id].Where(e => e.Event.Sequence <= first.Row.Version)], first.Deadline, [.. lines.Select(l => l.Item).OfType<WorkItemRow>()]);
            }
            if (count < DossiersAPage)
                yield break;
            after = rows[^1].Row.Id;
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

    private async ValueTask<(ImmutableArray<Line>, ImmutableArray<RecordedEvent>)> PageAsync(StoreSession source, long after)
    {
        var lines = await source.QueryAsync(store.Dialect.Fill(Page), ("@after", after), ("@limit", DossiersAPage)).AllAsync(reader => new Line(
            DossierRows.Read(reader),
            reader.IsDBNull(19) ? null : new DeadlineRow(reader.Instant(19), reader.GetString(20)),
            reader.IsDBNull(21) ? null : WorkItemStore.ReadItem(reader, 21)));
        return lines.IsEmpty
            ? (lines, [])
            : (lines, await source.QueryAsync(Events, ("@first", lines[0].Row.Id), ("@last", lines[^1].Row.Id)).AllAsync(DossierRows.ReadEvent));
    }

    private sealed record Line(DossierRow Row, DeadlineRow? Deadline, WorkItemRow? Item);
}

/// <summary>A dossier with everything that is kept of it.</summary>
/// <param name="Row">Its state.</param>
/// <param name="Events">Its events in order, none after the version of the row.</param>
/// <param name="Deadline">Its earliest coming deadline; null: none.</param>
/// <param name="WorkItems">The work it waits for, by token.</param>
public sealed record ScannedDossier(DossierRow Row, ImmutableArray<RecordedEvent> Events, DeadlineRow? Deadline, ImmutableArray<WorkItemRow> WorkItems);
