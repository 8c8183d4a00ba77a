namespace Tthc.Storage.Database.Sqlite;

/// <summary>How a SQLite store is opened.</summary>
public sealed record SqliteOptions
{
    /// <summary>The database file; its folder is made if it is missing.</summary>
    public required string Path { get; init; }

    /// <summary>The clock; a store made with the other one is refused.</summary>
    public StoreClock Clock { get; init; } = StoreClock.Real;

    /// <summary>How long to wait for another program that holds the file.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The size the file may grow to, in bytes; null for as far as the disk goes.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>Memory for pages of the writer, in bytes; each reader takes an eighth of it.</summary>
    public long CacheBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Tells when the store was made and migrated.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
