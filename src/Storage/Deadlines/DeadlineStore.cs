using System.Collections.Immutable;
using Tthc.Storage.Database;
using Tthc.Storage.Dossiers;

namespace Tthc.Storage.Deadlines;

/// <summary>
/// The earliest coming deadline of each dossier. Written by <see cref="DossierStore.CommitAsync"/>, so that a
/// deadline stands exactly as long as the state it follows from.
/// </summary>
public sealed class DeadlineStore(StoreFile store)
{
    private const string DueSql =
        "select id, deadline_at, deadline_name from dossier where deadline_at <= @now order by deadline_at, id limit @limit";

    private const string NextSql = "select deadline_at from dossier where deadline_at is not null order by deadline_at limit 1";

    /// <summary>Deadlines that have passed at <paramref name="now"/>, the longest passed first.</summary>
    public ValueTask<ImmutableArray<DueDeadline>> DueAsync(
        DateTimeOffset now, int limit, CancellationToken cancellation = default) =>
        store.ReadAsync(
            source => source.Query(DueSql, ("@now", Instants.ToMicroseconds(now)), ("@limit", limit)).All(reader =>
                new DueDeadline(reader.GetInt64(0), new DeadlineRow(reader.Instant(1), reader.GetString(2)))),
            cancellation);

    /// <summary>When the next deadline passes, or passed if it waits to be acted on; null when there is none.</summary>
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default) =>
        store.ReadAsync(
            source =>
            {
                using var reader = source.Query(NextSql);
                return reader.Read() ? reader.Instant(0) : (DateTimeOffset?)null;
            },
            cancellation);
}
