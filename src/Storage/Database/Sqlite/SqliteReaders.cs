using System.Collections.Concurrent;

namespace Tthc.Storage.Database.Sqlite;

/// <summary>The small pool of read-only connections. Readers never wait for the writer, nor the writer for them.</summary>
internal sealed class SqliteReaders(SqliteOptions options) : IDisposable
{
    private const int Most = 8;

    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private readonly SemaphoreSlim _free = new(Most, Most);

    public async ValueTask<SqliteSession> TakeAsync(CancellationToken cancellation)
    {
        await _free.WaitAsync(cancellation);
        try
        {
            return _idle.TryTake(out var reader) ? reader : new SqliteSession(SqliteOpening.OpenReader(options));
        }
        catch
        {
            _free.Release();
            throw;
        }
    }

    public void GiveBack(SqliteSession reader)
    {
        _idle.Add(reader);
        _free.Release();
    }

    /// <summary>A connection that failed is not lent again.</summary>
    public void Drop(SqliteSession reader)
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
