using Tthc.Storage.Dossiers;

namespace Tthc.Bench.Storage;

/// <summary>One way to write batches of steps.</summary>
internal interface IBatchWriter : IDisposable
{
    void Write(CommitUnit[] batch);
}
