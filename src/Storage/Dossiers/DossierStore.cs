using System.Collections.Immutable;
using System.Data.Common;
using Tthc.Storage.Database;

namespace Tthc.Storage.Dossiers;

/// <summary>The dossiers of a store: commits batches of transitions, loads and lists what is there.</summary>
/// <remarks>Safe for use by several threads. Make one a store: it keeps prepared statements.</remarks>
public sealed class DossierStore
{
    private readonly Store _store;
    private readonly string _byIds;
    private readonly string _withEvents;
    private readonly string _eventsSince;
    private readonly string _byCodes;
    private readonly string _idsByCodes;
    private readonly DossierLists _lists;

    /// <summary>The dossiers of this store.</summary>
    public DossierStore(Store store)
    {
        _store = store;
        _byIds = store.Dialect.Fill(DossierSql.ByIds);
        _withEvents = store.Dialect.Fill(DossierSql.WithEvents);
        _eventsSince = store.Dialect.Fill(DossierSql.EventsSince);
        _byCodes = store.Dialect.Fill(DossierSql.ByCodes);
        _idsByCodes = store.Dialect.Fill(DossierSql.IdsByCodes);
        _lists = new DossierLists(store.Dialect);
    }

    /// <summary>Whether other engines may write to the store too.</summary>
    public bool IsShared => _store.IsShared;

    /// <summary>Whether <see cref="CommitAsync"/> holds its thread until the batch is on the disk.</summary>
    public bool HoldsThread => _store.HoldsThread;

    /// <summary>
    /// Commits a batch in one transaction. When it returns, every unit told as <see cref="Committed"/> is on the
    /// disk; every other unit has left nothing, and none of them disturbed its neighbours.
    /// </summary>
    /// <param name="batch">The units, carried out in this order; a later one may build on an earlier one.</param>
    /// <param name="cancellation">Heeded until the transaction begins.</param>
    /// <returns>What became of each unit, in the order of the batch.</returns>
    /// <exception cref="StorageUnavailableException">Nothing is written; try again when the cause is gone.</exception>
    /// <exception cref="StorageFullException">Nothing is written; try again when there is space.</exception>
    /// <exception cref="StorageReadOnlyException">Nothing is written; the file may not be.</exception>
    /// <exception cref="StorageCorruptException">The file is damaged.</exception>
    public ValueTask<IReadOnlyList<CommitOutcome>> CommitAsync(
        IReadOnlyList<CommitUnit> batch, CancellationToken cancellation = default) =>
        batch.Count == 0 ? new([]) : _store.CommitAsync(batch, cancellation);

    /// <summary>The dossier as last committed; null when there is none.</summary>
    public ValueTask<DossierRow?> LoadAsync(long id, CancellationToken cancellation = default) =>
        _store.ReadByKeyAsync(reader => reader.QueryAsync(DossierSql.ById, ("@id", id)).OneAsync(DossierRows.Read), cancellation);

    /// <summary>The dossier as last committed unless it stands at a version that is known; null then, and when there is none.</summary>
    public ValueTask<DossierRow?> LoadNewerAsync(long id, int known, CancellationToken cancellation = default) =>
        _store.ReadByKeyAsync(
            reader => reader.QueryAsync(DossierSql.Newer, ("@id", id), ("@known", known)).OneAsync(DossierRows.Read), cancellation);

    /// <summary>The dossier of a dossier code or of the code of an online filing; null when there is none.</summary>
    public ValueTask<DossierRow?> FindByCodeAsync(string code, CancellationToken cancellation = default) =>
        _store.ReadByKeyAsync(reader => reader.QueryAsync(DossierSql.ByCode, ("@code", code)).OneAsync(DossierRows.Read), cancellation);

    /// <summary>The numbers of the dossiers of these codes, dossier codes or codes of online filings, dossier codes first; those that there are not are missing.</summary>
    public ValueTask<ImmutableArray<(string Code, long Id)>> FindIdsAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation = default) =>
        codes.Count == 0
            ? new([])
            : _store.ReadByKeyAsync(reader => reader.QueryAsync(_idsByCodes, Parameter.List("@codes", codes)).AllAsync(r => (r.GetString(0), r.GetInt64(1))), cancellation);

    /// <summary>
    /// Those of the dossiers that there are, in no order, with their events up to the version of the row: one round trip for those that began
    /// after an instant, one more for those that did not.
    /// </summary>
    /// <param name="ids">Which, each once.</param>
    /// <param name="mostEvents">How many events of each at most, from the first.</param>
    /// <param name="likelySince">Most of them have no event before: the months before it are not searched unless some are missing.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public ValueTask<ImmutableArray<DossierWithEvents>> LoadWithEventsAsync(
        IReadOnlyCollection<long> ids, int mostEvents, DateTimeOffset likelySince, CancellationToken cancellation = default) =>
        ids.Count == 0 ? new([]) : _store.ReadByKeyAsync(reader => ReadWithEventsAsync(reader, ids, mostEvents, likelySince), cancellation);

    /// <summary>Those of the dossiers that there are, in no order.</summary>
    public ValueTask<ImmutableArray<DossierRow>> LoadManyAsync(
        IReadOnlyCollection<long> ids, CancellationToken cancellation = default) =>
        LoadListAsync(_byIds, Parameter.List("@ids", ids), cancellation);

    /// <summary>Those of the dossiers with these dossier codes that there are, in no order.</summary>
    public ValueTask<ImmutableArray<DossierRow>> LoadManyAsync(
        IReadOnlyCollection<string> codes, CancellationToken cancellation = default) =>
        LoadListAsync(_byCodes, Parameter.List("@codes", codes), cancellation);

    /// <summary>The request if it was carried out; null when it was not.</summary>
    public ValueTask<RequestRow?> FindRequestAsync(string requestId, CancellationToken cancellation = default) =>
        _store.ReadByKeyAsync(
            source => source.QueryAsync(DossierSql.Request, ("@request_id", requestId)).OneAsync(reader =>
                new RequestRow(requestId, reader.GetFieldValue<byte[]>(0), reader.GetInt64(1), reader.GetInt32(2))),
            cancellation);

    /// <summary>Events of a dossier in order.</summary>
    /// <param name="dossierId">The dossier.</param>
    /// <param name="fromSequence">The first wanted.</param>
    /// <param name="toSequence">The last wanted; null for all there are.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public ValueTask<ImmutableArray<RecordedEvent>> LoadEventsAsync(
        long dossierId, int fromSequence, int? toSequence, int limit, CancellationToken cancellation = default) =>
        _store.ReadByKeyAsync(
            source => source.QueryAsync(
                DossierSql.Events, ("@dossier_id", dossierId), ("@from", fromSequence),
                ("@to", toSequence ?? int.MaxValue), ("@limit", limit)).AllAsync(DossierRows.ReadEvent),
            cancellation);

    /// <summary>One page of a list. A dossier that does not move in the order is met exactly once over all pages.</summary>
    /// <param name="filter">Which dossiers.</param>
    /// <param name="order">In which order.</param>
    /// <param name="pageSize">How many a page, at least 1.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public ValueTask<DossierPage> ListAsync(
        DossierFilter filter, DossierOrder order, int pageSize, DossierListKey? after = null,
        CancellationToken cancellation = default) =>
        _store.ReadAsync(reader => _lists.ReadAsync(reader, filter, order, pageSize, after), cancellation);

    private async ValueTask<ImmutableArray<DossierWithEvents>> ReadWithEventsAsync(
        StoreSession session, IReadOnlyCollection<long> ids, int mostEvents, DateTimeOffset likelySince)
    {
        var found = new Dictionary<long, (DossierRow Row, List<RecordedEvent> Events)>(ids.Count);
        await using (var reader = await session.QueryAsync(
            _withEvents, Parameter.List("@ids", ids), ("@most", mostEvents), ("@since", Instants.ToMicroseconds(likelySince))))
        {
            while (await reader.ReadAsync())
                if (DossierRows.Read(reader) is var row)
                    found.Add(row.Id, (row, new List<RecordedEvent>(Math.Min(row.Version, mostEvents))));
            await reader.NextResultAsync();
            await ReadEventsAsync(reader, found);
        }
        // Sequences have no gap: where there are fewer, the first ones are older.
        var older = found.Values.Where(f => f.Events.Count < Math.Min(f.Row.Version, mostEvents)).Select(f => f.Row.Id).ToList();
        foreach (var id in older)
            found[id].Events.Clear();
        if (older.Count > 0)
        {
            await using var reader = await session.QueryAsync(_eventsSince, Parameter.List("@ids", older), ("@most", mostEvents), ("@since", 0L));
            await ReadEventsAsync(reader, found);
        }
        return [.. found.Values.Select(f => new DossierWithEvents(f.Row, [.. f.Events]))];
    }

    private static async ValueTask ReadEventsAsync(DbDataReader reader, Dictionary<long, (DossierRow Row, List<RecordedEvent> Events)> found)
    {
        while (await reader.ReadAsync())
            if (DossierRows.ReadEvent(reader) is var read && found.TryGetValue(read.DossierId, out var of) && read.Event.Sequence <= of.Row.Version)
                of.Events.Add(read);
    }

    private ValueTask<ImmutableArray<DossierRow>> LoadListAsync(
        string sql, Parameter list, CancellationToken cancellation) =>
        list.Value is null
            ? new([])
            : _store.ReadByKeyAsync(reader => reader.QueryAsync(sql, list).AllAsync(DossierRows.Read), cancellation);
}
