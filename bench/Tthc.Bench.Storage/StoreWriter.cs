using Tthc.Storage.Dossiers;

namespace Tthc.Bench.Storage;

/// <summary>The store as the engine uses it.</summary>
internal sealed class StoreWriter(DossierStore store) : IBatchWriter
{
    public void Write(CommitUnit[] batch)
    {
        // The store works on the calling thread, so this task is complete when it is returned.
        var outcomes = store.CommitAsync(batch).AsTask().GetAwaiter().GetResult();
        if (outcomes.FirstOrDefault(o => o is not Committed) is { } other)
            throw new InvalidOperationException($"A unit was not committed: {other}");
    }

    public void Dispose()
    {
        // The store file belongs to the measurement.
    }
}
