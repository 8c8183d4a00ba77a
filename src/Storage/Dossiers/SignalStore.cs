using System.Collections.Immutable;
using Tthc.Storage.Database;

namespace Tthc.Storage.Dossiers;

/// <summary>Signals waiting to be carried out. Sent and consumed by <see cref="DossierStore.CommitAsync"/>.</summary>
public sealed class SignalStore(Store store)
{
    private const string PendingSql = "select id, target_dossier_id, kind, payload from signal order by number limit @limit";

    /// <summary>The signals that wait longest, in the order they were sent.</summary>
    public ValueTask<ImmutableArray<SignalRow>> PendingAsync(int limit, CancellationToken cancellation = default) =>
        store.ReadAsync(
            source => source.QueryAsync(PendingSql, ("@limit", limit)).AllAsync(reader => new SignalRow(
                reader.GetString(0), reader.GetInt64(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3))),
            cancellation);
}
