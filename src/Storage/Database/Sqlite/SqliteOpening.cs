using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tthc.Storage.Database.Sqlite;

/// <summary>How the writing and the reading connections of a store are set up.</summary>
internal static class SqliteOpening
{
    // A batch touches many pages by a few hundred bytes each, and every touched page goes to the log whole. Measured
    // with bench/Tthc.Bench.Storage: 2 KB writes half as much as 4 KB and still holds a dossier's row on its page.
    private const int PageSize = 2048;

    // Pages in the log before they are copied back, 64 MB. Copying back every 1000 pages, as SQLite does by itself,
    // halves the rate of a busy writer.
    private const int CheckpointPages = 32768;

    static SqliteOpening() => Batteries_V2.Init();

    public static void CreateFolder(string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StorageReadOnlyException($"The folder of the store '{path}' may not be made: {e.Message}", e);
        }
        catch (IOException e)
        {
            throw new StorageUnavailableException($"The folder of the store '{path}' cannot be made: {e.Message}", e);
        }
    }

    public static SqliteConnection OpenWriter(SqliteOptions options)
    {
        var connection = Connect(options, SqliteOpenMode.ReadWriteCreate);
        try
        {
            var isNew = RequireOurs(connection, options.Path);
            connection.Run($"pragma page_size = {PageSize}");
            if (connection.Scalar("pragma journal_mode = wal") is not "wal")
                throw new StorageUnavailableException($"The disk of the store '{options.Path}' cannot carry a write-ahead log.");
            connection.Run("pragma synchronous = full");
            connection.Run("pragma foreign_keys = on");
            // Without it, 'insert or replace' would delete an event without firing the trigger that forbids it.
            connection.Run("pragma recursive_triggers = on");
            connection.Run($"pragma wal_autocheckpoint = {CheckpointPages}");
            connection.Run($"pragma journal_size_limit = {(long)CheckpointPages * PageSize}");
            connection.Run($"pragma cache_size = {-options.CacheBytes / 1024}");
            if (isNew)
                connection.Run($"pragma application_id = {SqliteMeta.ApplicationId}");
            if (options.MaxBytes is { } bytes)
                connection.Run($"pragma max_page_count = {Math.Max(1, bytes / (long)connection.Scalar("pragma page_size")!)}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static SqliteConnection OpenReader(SqliteOptions options)
    {
        var connection = Connect(options, SqliteOpenMode.ReadOnly);
        connection.Run($"pragma cache_size = {-options.CacheBytes / 8 / 1024}");
        return connection;
    }

    private static SqliteConnection Connect(SqliteOptions options, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = options.Path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)options.BusyTimeout.TotalSeconds),
        }.ToString());
        connection.Open();
        connection.Run($"pragma busy_timeout = {(int)options.BusyTimeout.TotalMilliseconds}");
        return connection;
    }

    /// <summary>An empty file becomes a store; any other database is somebody else's and is left alone.</summary>
    private static bool RequireOurs(SqliteConnection connection, string path)
    {
        var id = Convert.ToInt32(connection.Scalar("pragma application_id"));
        var tables = Convert.ToInt32(connection.Scalar("select count(*) from sqlite_master"));
        if (id != SqliteMeta.ApplicationId && (id != 0 || tables != 0))
            throw new NotAStoreException($"The file '{path}' is a database, but not one of this engine.");
        return id == 0;
    }
}
