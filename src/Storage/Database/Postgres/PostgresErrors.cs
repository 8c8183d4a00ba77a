using Npgsql;

namespace Tthc.Storage.Database.Postgres;

/// <summary>The one table from PostgreSQL's states to the store's own errors.</summary>
internal static class PostgresErrors
{
    /// <summary>What the driver throws when the database or the way to it fails.</summary>
    public static bool IsOurs(Exception e) => e is NpgsqlException or TimeoutException or IOException;

    /// <summary>Two transactions stood in each other's way; run again, it succeeds.</summary>
    public static bool IsRace(Exception e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>The connection is gone, so that nobody knows how far the server got with what was sent last.</summary>
    public static bool IsBroken(Exception e) => e switch
    {
        PostgresException refused => refused.Severity is "FATAL" or "PANIC" || refused.SqlState.StartsWith("57P", StringComparison.Ordinal),
        _ => IsOurs(e),
    };

    public static StorageException From(Exception e, string store) => e is PostgresException refused
        ? From(refused.SqlState, refused.MessageText, store, e)
        : new StorageUnavailableException($"The store '{store}' cannot be reached: {e.Message}", e);

    public static StorageException From(string state, string message, string store, Exception? cause = null) => state switch
    {
        PostgresErrorCodes.DiskFull => new StorageFullException($"No space left to write the store '{store}': {message}", cause),
        PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege =>
            new StorageReadOnlyException($"The store '{store}' may not be written: {message}", cause),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted =>
            new StorageCorruptException($"The store '{store}' is damaged: {message}", cause),
        _ when IsFaultOfRow(state) => new StorageConstraintException($"The store refused a row: {message}", cause),
        _ => new StorageUnavailableException($"The store '{store}' failed ({state}): {message}", cause),
    };

    /// <summary>A row broke a rule of the schema, or holds what the database cannot: the fault of whoever wrote it.</summary>
    public static bool IsFaultOfRow(string state) =>
        state.StartsWith("23", StringComparison.Ordinal) || state.StartsWith("22", StringComparison.Ordinal)
        || state is PostgresErrorCodes.ProgramLimitExceeded;
}
