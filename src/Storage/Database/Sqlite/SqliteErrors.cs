using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Tthc.Storage.Database.Sqlite;

/// <summary>The one table from SQLite's result codes to the store's own errors.</summary>
internal static class SqliteErrors
{
    public static StorageException From(SqliteException e, string file) =>
        From(e.SqliteErrorCode, e.Message, file, e);

    public static StorageException From(int code, string message, string file, Exception? cause = null) =>
        (code & 0xff) switch
        {
            raw.SQLITE_FULL => new StorageFullException($"No space left to write the store '{file}': {message}", cause),
            raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
                new StorageReadOnlyException($"The store '{file}' may not be written: {message}", cause),
            raw.SQLITE_CONSTRAINT or raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH =>
                new StorageConstraintException($"The store refused a row: {message}", cause),
            raw.SQLITE_CORRUPT => new StorageCorruptException($"The store '{file}' is damaged: {message}", cause),
            raw.SQLITE_NOTADB => new NotAStoreException($"The file '{file}' is not a database: {message}", cause),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
                new StorageUnavailableException($"Another program holds the store '{file}': {message}", cause),
            _ => new StorageUnavailableException($"The store '{file}' failed ({code}): {message}", cause),
        };
}
