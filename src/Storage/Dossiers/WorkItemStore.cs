using System.Collections.Immutable;
using System.Data.Common;
using Tthc.Storage.Database;

namespace Tthc.Storage.Dossiers;

/// <summary>Worklists: the tokens that wait for a person. Written by <see cref="DossierStore.CommitAsync"/>.</summary>
public sealed class WorkItemStore(Store store)
{
    private readonly string _ofAgency = store.Dialect.Fill(WorkItemSql.OfAgency);
    private readonly string _ofAll = store.Dialect.Fill(WorkItemSql.OfAll);

    /// <summary>One page of a worklist, due soon first, without a due instant last.</summary>
    /// <param name="filter">Which items.</param>
    /// <param name="pageSize">How many a page, at least 1.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public ValueTask<WorkItemPage> ListAsync(
        WorkItemFilter filter, int pageSize, WorkItemListKey? after = null, CancellationToken cancellation = default) =>
        store.ReadAsync(reader => ReadPageAsync(reader, filter, pageSize, after), cancellation);

    /// <summary>The work items of one dossier, by token.</summary>
    public ValueTask<ImmutableArray<WorkItemRow>> LoadAsync(long dossierId, CancellationToken cancellation = default) =>
        store.ReadByKeyAsync(
            source => source.QueryAsync(WorkItemSql.OfDossier, ("@dossier_id", dossierId)).AllAsync(reader => ReadItem(reader, 0)),
            cancellation);

    private async ValueTask<WorkItemPage> ReadPageAsync(StoreSession source, WorkItemFilter filter, int pageSize, WorkItemListKey? after)
    {
        var items = await source.QueryAsync(
            filter.Agency is null ? _ofAll : _ofAgency,
            ("@agency", filter.Agency),
            ("@unit", filter.Unit),
            Parameter.List("@roles", filter.Roles),
            ("@officer", filter.Officer),
            ("@unassigned_only", filter.UnassignedOnly ? 1L : null),
            ("@due_before", Instants.ToMicroseconds(filter.DueBefore)),
            ("@after_due", after?.Due ?? long.MinValue),
            ("@after_dossier", after?.DossierId ?? long.MinValue),
            ("@after_token", after?.Token ?? int.MinValue),
            ("@limit", pageSize + 1)).AllAsync(Read);
        return items.Length <= pageSize
            ? new WorkItemPage(items, null)
            : new WorkItemPage(items.RemoveAt(pageSize), WorkItemListKey.Of(items[pageSize - 1]));
    }

    private static ListedWorkItem Read(DbDataReader reader) => new(
        reader.GetInt64(0), reader.Text(1), reader.GetString(2), reader.GetInt64(3), reader.GetInt32(4),
        reader.InstantOrNull(5), reader.GetInt64(6) != 0, ReadItem(reader, 7));

    /// <summary>From eight columns in the order of the table's statements.</summary>
    internal static WorkItemRow ReadItem(DbDataReader reader, int first) => new()
    {
        Token = reader.GetInt32(first),
        Step = reader.GetString(first + 1),
        Agency = reader.GetString(first + 2),
        Unit = reader.Text(first + 3),
        Role = reader.GetString(first + 4),
        Officer = reader.Text(first + 5),
        ArrivedAt = reader.Instant(first + 6),
        DueAt = reader.InstantOrNull(first + 7),
    };
}
