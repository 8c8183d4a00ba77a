using Microsoft.Data.Sqlite;
using SQLitePCL;
using Tthc.Storage.Dossiers;
using Tthc.Storage.Dossiers.Sqlite;

namespace Tthc.Storage.Database.Sqlite;

/// <summary>
/// One embedded store: a SQLite file in write-ahead mode, owned by one process, written by one connection and read by
/// a few.
/// </summary>
/// <remarks>
/// A commit is durable when it returns (synchronous = full). The database works on the calling thread: a read takes
/// microseconds, a commit one flush of the disk. Writers queue.
/// </remarks>
public sealed class SqliteStore : Store, IDisposable
{
    private readonly StoreLock _lock;
    private readonly SqliteConnection _writer;
    private readonly SqliteSession _session;
    private readonly SqliteReaders _readers;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<IDisposable> _statements = [];
    private readonly CommitTransaction _commit;

    private SqliteStore(SqliteOptions options, StoreLock held, SqliteConnection writer, StoreMeta meta)
        : base(options.Path, SqlDialect.Sqlite)
    {
        Meta = meta;
        _lock = held;
        _writer = writer;
        _session = new SqliteSession(writer);
        _readers = new SqliteReaders(options);
        _commit = new CommitTransaction(this);
    }

    /// <inheritdoc/>
    public override StoreMeta Meta { get; }

    /// <inheritdoc/>
    public override bool IsShared => false;

    /// <inheritdoc/>
    public override bool HoldsThread => true;

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
    public static SqliteStore Open(SqliteOptions options)
    {
        SqliteOpening.CreateFolder(options.Path);
        var held = StoreLock.Take(options.Path);
        SqliteConnection? writer = null;
        try
        {
            writer = SqliteOpening.OpenWriter(options);
            SqliteMigrations.Apply(writer, options);
            return new SqliteStore(options, held, writer, SqliteMeta.ReadOrCreate(writer, options));
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
        _session.Dispose();
        _turn.Dispose();
        _lock.Dispose();
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    internal override async ValueTask<T> ReadAsync<T>(Func<StoreSession, ValueTask<T>> read, CancellationToken cancellation)
    {
        var reader = await TakeReaderAsync(cancellation);
        try
        {
            var result = await read(reader);
            _readers.GiveBack(reader);
            return result;
        }
        catch (Exception e)
        {
            _readers.Drop(reader);
            if (e is SqliteException failure)
                throw SqliteErrors.From(failure, Name);
            throw;
        }
    }

    internal override async ValueTask<T> WriteAsync<T>(Func<StoreSession, ValueTask<T>> write, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            _commit.Begin();
            var result = await write(_session);
            _commit.End();
            return result;
        }
        catch (Exception e)
        {
            _commit.RollBack();
            if (e is SqliteException failure)
                throw SqliteErrors.From(failure, Name);
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    internal override async ValueTask<IReadOnlyList<CommitOutcome>> CommitAsync(
        IReadOnlyList<CommitUnit> batch, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return _commit.Run(batch);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A statement of the writing connection, to be used only by whoever has its turn.</summary>
    internal Statement Prepare(string sql)
    {
        var statement = new Statement(_writer.Handle!, sql, Name);
        _statements.Add(statement);
        return statement;
    }

    private async ValueTask<SqliteSession> TakeReaderAsync(CancellationToken cancellation)
    {
        try
        {
            return await _readers.TakeAsync(cancellation);
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.From(e, Name);
        }
    }
}
