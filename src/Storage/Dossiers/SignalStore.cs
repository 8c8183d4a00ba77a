using System.Collections.Immutable;
using System.Data.Common;
using Tthc.Storage.Database;
using Tthc.Storage.Deadlines;

namespace Tthc.Storage.Dossiers;

/// <summary>Signals waiting to be carried out. Sent and consumed by <see cref="DossierStore.CommitAsync"/>.</summary>
public sealed class SignalStore(Store store)
{
    private readonly string _pending = store.Dialect.Fill(DueSql.Pending);
    private readonly string _claim = store.Dialect.Fill(DueSql.ClaimSignals);

    /// <summary>The signals that wait longest, in the order they were sent, but for those set aside.</summary>
    public ValueTask<ImmutableArray<SignalRow>> PendingAsync(int limit, CancellationToken cancellation = default) =>
        store.ReadAsync(source => source.QueryAsync(_pending, ("@limit", limit)).AllAsync(Read), cancellation);

    /// <summary>The same, taken so that no other engine carries them out for the time of the lease.</summary>
    public ValueTask<ImmutableArray<SignalRow>> ClaimAsync(int limit, TimeSpan lease, CancellationToken cancellation = default) => store.IsShared
        ? store.WriteAsync(
            session => session.QueryAsync(_claim, ("@limit", limit), ("@lease", lease.Ticks / TimeSpan.TicksPerMicrosecond)).AllAsync(Read), cancellation)
        : PendingAsync(limit, cancellation);

    private static SignalRow Read(DbDataReader reader) => new(reader.GetString(0), reader.GetInt64(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3));
}
