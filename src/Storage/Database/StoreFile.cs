using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tthc.Storage.Database;

/// <summary>
/// One embedded store: a SQLite file in write-ahead mode, written by one connection and read by a few.
/// </summary>
/// <remarks>
/// A commit is durable when it returns (synchronous = full). The database works on the calling thread: a read takes
/// microseconds, a commit one flush of the disk. Safe for use by several threads; writers queue.
/// </remarks>
public sealed class StoreFile : IDisposable
{
    private readonly StoreLock _lock;
    private readonly SqliteConnection _writer;
    private readonly StoreReaders _readers;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<IDisposable> _statements = [];

    private StoreFile(StoreOptions options, StoreLock held, SqliteConnection writer, StoreMeta meta)
    {
        Path = options.Path;
        Meta = meta;
        _lock = held;
        _writer = writer;
        _readers = new StoreReaders(options);
    }

    /// <summary>The database file.</summary>
    public string Path { get; }

    /// <summary>What the store says of itself.</summary>
    public StoreMeta Meta { get; }

    internal SqlDialect Dialect { get; } = SqlDialect.Sqlite;

    internal bool IsInTransaction => raw.sqlite3_get_autocommit(_writer.Handle) == 0;

    /// <summary>Opens a store, makes it if it is missing, and brings it to the schema of this engine.</summary>
    /// <param name="options">Where, by which clock, within which size.</param>
    /// <exception cref="StoreInUseException">Another engine owns it.</exception>
    /// <exception cref="StorageReadOnlyException">The file or its folder may not be written.</exception>
    /// <exception cref="StorageUnavailableException">The folder cannot be made, or the disk fails.</exception>
    /// <exception cref="StorageFullException">No space for the schema.</exception>
    /// <exception cref="NotAStoreException">The file is something else.</exception>
    /// <exception cref="StorageCorruptException">The file is damaged.</exception>
    /// <exception cref="NewerSchemaException">A newer engine wrote it.</exception>
    /// <exception cref="MigrationChangedException">It went through another version of a migration.</exception>
    /// <exception cref="ClockMismatchException">It keeps time by the other clock.</exception>
    public static StoreFile Open(StoreOptions options)
    {
        StoreOpening.CreateFolder(options.Path);
        var held = StoreLock.Take(options.Path);
        SqliteConnection? writer = null;
        try
        {
            writer = StoreOpening.OpenWriter(options);
            Migrations.Apply(writer, options);
            return new StoreFile(options, held, writer, StoreMeta.ReadOrCreate(writer, options));
        }
        catch (Exception e)
        {
            writer?.Dispose();
            held.Dispose();
            if (e is SqliteException failure)
                throw SqliteErrors.From(failure, options.Path);
            throw;
        }
    }

    /// <summary>Closes every connection and gives up ownership.</summary>
    public void Dispose()
    {
        _readers.Dispose();
        foreach (var statement in _statements)
            statement.Dispose();
        _writer.Dispose();
        _turn.Dispose();
        _lock.Dispose();
    }

    /// <summary>Runs a query on a connection of its own; cancelled only while waiting for one.</summary>
    internal async ValueTask<T> ReadAsync<T>(Func<StoreReader, T> read, CancellationToken cancellation)
    {
        var reader = await TakeReaderAsync(cancellation);
        try
        {
            var result = read(reader);
            _readers.GiveBack(reader);
            return result;
        }
        catch (Exception e)
        {
            _readers.Drop(reader);
            if (e is SqliteException failure)
                throw SqliteErrors.From(failure, Path);
            throw;
        }
    }

    /// <summary>Runs a write when its turn comes; the write itself begins and ends its transaction.</summary>
    internal async ValueTask<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return write(_writer);
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.From(e, Path);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A statement of the writing connection, to be used only inside <see cref="WriteAsync"/>.</summary>
    internal Statement Prepare(string sql)
    {
        var statement = new Statement(_writer.Handle!, sql, Path);
        _statements.Add(statement);
        return statement;
    }

    private async ValueTask<StoreReader> TakeReaderAsync(CancellationToken cancellation)
    {
        try
        {
            return await _readers.TakeAsync(cancellation);
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.From(e, Path);
        }
    }
}
