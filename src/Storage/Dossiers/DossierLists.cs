using System.Collections.Concurrent;
using System.Collections.Immutable;
using Tthc.Storage.Database;

namespace Tthc.Storage.Dossiers;

/// <summary>Reads one page of a list of dossiers.</summary>
internal sealed class DossierLists(SqlDialect dialect)
{
    // A handful of constant texts, each filled once.
    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

    public async ValueTask<DossierPage> ReadAsync(
        StoreSession reader, DossierFilter filter, DossierOrder order, int pageSize, DossierListKey? after)
    {
        var sql = _texts.GetOrAdd(DossierListSql.Text(filter, order), dialect.Fill);
        var rows = await reader.QueryAsync(sql, Parameters(filter, order, pageSize, after ?? First(order))).AllAsync(DossierRows.Read);
        if (rows.Length <= pageSize)
            return new DossierPage(rows, null);
        return new DossierPage(rows.RemoveAt(pageSize), KeyOf(rows[pageSize - 1], order));
    }

    private static Parameter[] Parameters(
        DossierFilter filter, DossierOrder order, int pageSize, DossierListKey after) =>
    [
        ("@agency", filter.Agencies.FirstOrDefault()),
        Parameter.List("@agencies", filter.Agencies),
        ("@competent_agency", filter.CompetentAgency),
        ("@procedure_code", filter.ProcedureCode),
        Parameter.List("@statuses", filter.Statuses),
        ("@received_from", Instants.ToMicroseconds(filter.ReceivedFrom)),
        ("@received_to", Instants.ToMicroseconds(filter.ReceivedTo)),
        ("@due_before", Instants.ToMicroseconds(filter.DueBefore)),
        ("@open_only", filter.OpenOnly ? 1L : null),
        ("@overdue_as_of", Instants.ToMicroseconds(filter.OverdueAsOf)),
        ("@ended_from", Instants.ToMicroseconds(filter.EndedFrom)),
        ("@ended_to", Instants.ToMicroseconds(filter.EndedTo)),
        ("@late_offset", filter.LateByDaysOf is { } offset ? offset.Ticks / TimeSpan.TicksPerMicrosecond : null),
        ("@parent_id", filter.ParentId),
        ("@after_instant", after.Instant),
        ("@after_id", after.Id),
        ("@after_code", after.Code),
        ("@start", Start(filter, order, after)),
        ("@end", End(filter, order)),
        // One more than asked tells whether there is a next page.
        ("@limit", pageSize + 1),
    ];

    /// <summary>Where in the order the page begins: where the page before ended, or the filter begins.</summary>
    private static long Start(DossierFilter filter, DossierOrder order, DossierListKey after) => order switch
    {
        DossierOrder.ReceivedDescending when filter.ReceivedTo is { } to => Math.Min(after.Instant, Instants.ToMicroseconds(to)),
        DossierOrder.EndedAscending when filter.EndedFrom is { } from => Math.Max(after.Instant, Instants.ToMicroseconds(from)),
        _ => after.Instant,
    };

    /// <summary>Where in the order the filter ends.</summary>
    private static long End(DossierFilter filter, DossierOrder order) => order switch
    {
        DossierOrder.ReceivedDescending => Instants.ToMicroseconds(filter.ReceivedFrom) ?? long.MinValue,
        DossierOrder.DueAscending => Math.Min(Instants.ToMicroseconds(filter.DueBefore) ?? long.MaxValue, Instants.ToMicroseconds(filter.OverdueAsOf) ?? long.MaxValue),
        DossierOrder.EndedAscending => Instants.ToMicroseconds(filter.EndedTo) ?? long.MaxValue,
        _ => 0,
    };

    private static DossierListKey First(DossierOrder order) => order == DossierOrder.ReceivedDescending
        ? new DossierListKey(long.MaxValue, long.MaxValue, "")
        : new DossierListKey(long.MinValue, long.MinValue, "");

    private static DossierListKey KeyOf(DossierRow row, DossierOrder order) => new(
        row.Id,
        order switch
        {
            DossierOrder.ReceivedDescending => Instants.ToMicroseconds(row.ReceivedAt ?? row.SubmittedAt) ?? 0,
            DossierOrder.EndedAscending => Instants.ToMicroseconds(row.EndedAt) ?? long.MaxValue,
            _ => Instants.ToMicroseconds(row.DueAt) ?? long.MaxValue,
        },
        row.Code ?? "");
}
