using System.Collections.Immutable;
using Tthc.Storage.Database;

namespace Tthc.Storage.Deadlines;

/// <summary>Deadlines and signals that could not be carried out: kept apart, so that they never hold up the others, until they are tried again.</summary>
public sealed class SetAsideStore(Store store)
{
    private readonly string _put = store.Dialect.Fill(DueSql.PutAside);
    private readonly string _sweep = store.Dialect.Fill(DueSql.SweepAside);

    /// <summary>Sets one aside; counts how often.</summary>
    /// <param name="key">Which.</param>
    /// <param name="reason">Why it could not be carried out.</param>
    /// <param name="pause">How long it is left alone, in the time of the world.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public async ValueTask PutAsync(SetAsideKey key, string reason, TimeSpan pause, CancellationToken cancellation = default) =>
        await store.WriteAsync(
            session => session.RunAsync(
                _put, ("@dossier_id", key.DossierId), ("@due_at", key.DueAt is { } due ? Instants.ToMicroseconds(due) : 0),
                ("@pause", pause.Ticks / TimeSpan.TicksPerMicrosecond), ("@name", key.Name), ("@reason", reason)),
            cancellation);

    /// <summary>Forgets what was carried out since, or became void.</summary>
    public async ValueTask SweepAsync(CancellationToken cancellation = default)
    {
        if (await store.ReadAsync(source => source.QueryAsync(DueSql.AnyAside).ScalarAsync(), cancellation) is not null)
            await store.WriteAsync(session => session.RunAsync(_sweep), cancellation);
    }

    /// <summary>What is set aside, by dossier.</summary>
    /// <param name="after">The last dossier of the page before; 0 for the first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public ValueTask<ImmutableArray<SetAsideRow>> ListAsync(long after, int limit, CancellationToken cancellation = default) =>
        store.ReadAsync(
            source => source.QueryAsync(DueSql.ListAside, ("@after", after), ("@limit", limit)).AllAsync(reader => new SetAsideRow(
                new SetAsideKey(reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2) == 0 ? null : reader.Instant(2)),
                reader.Text(3), reader.Instant(4), reader.Instant(5), reader.GetInt32(6), reader.GetString(7))),
            cancellation);
}
