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
    private readonly string _due = store.Dialect.Fill(DueSql.Due);
    private readonly string _claim = store.Dialect.Fill(DueSql.Claim);
    private readonly string _next = store.Dialect.Fill(store.IsShared ? DueSql.NextUnclaimed : DueSql.Next);

    /// <summary>Deadlines that have passed at <paramref name="now"/>, the longest passed first, but for those set aside.</summary>
    public ValueTask<ImmutableArray<DueDeadline>> DueAsync(
        DateTimeOffset now, int limit, CancellationToken cancellation = default) =>
        store.ReadAsync(
            source => source.QueryAsync(_due, ("@now", Instants.ToMicroseconds(now)), ("@limit", limit)).AllAsync(reader =>
                new DueDeadline(reader.GetInt64(0), new DeadlineRow(reader.Instant(1), reader.GetString(2)))),
            cancellation);

    /// <summary>
    /// Takes deadlines that have passed, so that no other engine carries them out for the time of the lease. Whoever dies
    /// with them only delays them; whoever is slow and is overtaken finds the dossier at another version.
    /// </summary>
    /// <param name="now">The instant at which they have passed.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="lease">How long they are held, by the clock of the database.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public ValueTask<ImmutableArray<DueDeadline>> ClaimAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellation = default) => store.IsShared
        ? store.WriteAsync(
            session => session.QueryAsync(
                _claim, ("@now", Instants.ToMicroseconds(now)), ("@limit", limit), ("@lease", lease.Ticks / TimeSpan.TicksPerMicrosecond)).AllAsync(reader =>
                    new DueDeadline(reader.GetInt64(0), new DeadlineRow(reader.Instant(1), reader.GetString(2)), reader.GetInt64(3))),
            cancellation)
        : DueAsync(now, limit, cancellation);

    /// <summary>Gives back what was claimed and not carried out, unless the claim was lost meanwhile.</summary>
    public async ValueTask ReleaseAsync(IReadOnlyCollection<DueDeadline> claimed, CancellationToken cancellation = default)
    {
        if (store.IsShared && claimed.Count > 0)
            await store.WriteAsync(
                async session =>
                {
                    foreach (var due in claimed)
                        await session.RunAsync(DueSql.Release, ("@dossier_id", due.DossierId), ("@claim", due.Claim));
                    return claimed.Count;
                },
                cancellation);
    }

    /// <summary>When the next deadline passes, or passed if it waits to be acted on; null when there is none. What is set aside or claimed does not count.</summary>
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default) =>
        store.ReadAsync(
            async source =>
                await source.QueryAsync(_next).ScalarAsync() is long due ? Instants.FromMicroseconds(due) : (DateTimeOffset?)null,
            cancellation);
}
