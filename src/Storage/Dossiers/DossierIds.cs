using Tthc.Storage.Database;

namespace Tthc.Storage.Dossiers;

/// <summary>
/// Identities for new dossiers, drawn from blocks that are reserved durably, so that a number is never given twice,
/// also across a crash. What is left of a block when the process ends is never used.
/// </summary>
/// <remarks>Safe for use by several threads.</remarks>
public sealed class DossierIds
{
    private const string ReserveSql =
        "update id_block set next_id = next_id + @size where name = 'dossier' returning next_id";

    private readonly Store _store;
    private readonly int _blockSize;
    private readonly Lock _block = new();
    private long _next;
    private long _end;

    /// <summary>The identities of this store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="blockSize">How many are reserved at a time.</param>
    public DossierIds(Store store, int blockSize = 1000) => (_store, _blockSize) = (store, blockSize);

    /// <summary>The next identity; waits for the disk once a block.</summary>
    /// <exception cref="StorageException">No block could be reserved.</exception>
    public async ValueTask<long> NextAsync(CancellationToken cancellation = default)
    {
        while (true)
        {
            if (TryTake() is { } id)
                return id;
            await _store.WriteAsync(ReserveAsync, cancellation);
        }
    }

    private long? TryTake()
    {
        lock (_block)
            return _next < _end ? _next++ : null;
    }

    // Writers run one at a time, so whoever waited for the turn finds here what another reserved meanwhile.
    private async ValueTask<bool> ReserveAsync(StoreSession session)
    {
        lock (_block)
        {
            if (_next < _end)
                return false;
        }

        var end = (long)(await session.QueryAsync(ReserveSql, ("@size", _blockSize)).ScalarAsync())!;
        lock (_block)
            (_next, _end) = (end - _blockSize, end);
        return true;
    }
}
