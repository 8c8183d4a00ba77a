using System.Collections.Immutable;
using Tthc.Storage.Database;
using Tthc.Storage.Dossiers;

namespace Tthc.Storage.Deadlines;

/// <summary>
/// The earliest coming deadline of each dossier. Written by <see cref="DossierStore.CommitAsync"/>, so that a
/// deadline stands exactly as long as the state it follows from.
/// </summary>
public sealed class DeadlineStore(Store store)
{
    private const string DueSql =
        "select dossier_id, due_at, name from {deadlines} d where due_at <= @now order by due_at, dossier_id limit @limit";

    private const string NextSql = "select due_at from {deadlines} d order by due_at limit 1";

    private readonly string _due = store.Dialect.Fill(DueSql);
    private readonly string _next = store.Dialect.Fill(NextSql);

    /// <summary>Deadlines that have passed at <paramref name="now"/>, the longest passed first.</summary>
    public ValueTask<ImmutableArray<DueDeadline>> DueAsync(
        DateTimeOffset now, int limit, CancellationToken cancellation = default) =>
        store.ReadAsync(
            source => source.QueryAsync(_due, ("@now", Instants.ToMicroseconds(now)), ("@limit", limit)).AllAsync(reader =>
                new DueDeadline(reader.GetInt64(0), new DeadlineRow(reader.Instant(1), reader.GetString(2)))),
            cancellation);

    /// <summary>When the next deadline passes, or passed if it waits to be acted on; null when there is none.</summary>
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default) =>
        store.ReadAsync(
            async source =>
                await source.QueryAsync(_next).ScalarAsync() is long due ? Instants.FromMicroseconds(due) : (DateTimeOffset?)null,
            cancellation);
}
