using System.Collections.Concurrent;

namespace Tthc.Storage.Database;

/// <summary>The small pool of read-only connections. Readers never wait for the writer, nor the writer for them.</summary>
internal sealed class StoreReaders(StoreOptions options) : IDisposable
{
    private const int Most = 8;

    private readonly ConcurrentBag<StoreReader> _idle = [];
    private readonly SemaphoreSlim _free = new(Most, Most);

    public async ValueTask<StoreReader> TakeAsync(CancellationToken cancellation)
    {
        await _free.WaitAsync(cancellation);
        try
        {
            return _idle.TryTake(out var reader) ? reader : new StoreReader(StoreOpening.OpenReader(options));
        }
        catch
        {
            _free.Release();
            throw;
        }
    }

    public void GiveBack(StoreReader reader)
    {
        _idle.Add(reader);
        _free.Release();
    }

    /// <summary>A connection that failed is not lent again.</summary>
    public void Drop(StoreReader reader)
    {
        reader.Dispose();
        _free.Release();
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var reader))
            reader.Dispose();
        _free.Dispose();
    }
}
