using Npgsql;

namespace Tthc.Storage.Database.Postgres;

/// <summary>How a PostgreSQL store is opened.</summary>
public sealed record PostgresOptions
{
    /// <summary>The database and who the engine is there, in the driver's form: <c>Host=…;Database=…;Username=…</c>.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>
    /// The same database as the role that owns the schema: brings it to this engine's and grants the engine's role what
    /// it needs. Null when the engine's own role does that, or when it has been done.
    /// </summary>
    public string? OwnerConnectionString { get; init; }

    /// <summary>The clock; a store made with the other one is refused.</summary>
    public StoreClock Clock { get; init; } = StoreClock.Real;

    /// <summary>
    /// How long an engine waits for the one before it to be gone, where only one may be (a simulated clock); null: the store is opened beside others.
    /// </summary>
    public TimeSpan? SeatPatience { get; init; }

    /// <summary>
    /// Connections for reading, at most: half of them for what is found by keys, half for lists. Writing takes up to four more, and news one.
    /// </summary>
    public int MostReaders { get; init; } = 24;

    /// <summary>
    /// How long to look, after a connection that broke in the middle of a commit, for what became of it, before the
    /// outcome is reported as unknown.
    /// </summary>
    public TimeSpan ResolveTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Tells when the store was made and migrated.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What is wrong with a connection string, without repeating it (it may hold a password); null when nothing is.</summary>
    public static string? MistakeIn(string connectionString)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            return string.IsNullOrEmpty(settings.Host) ? "names no Host" : string.IsNullOrEmpty(settings.Username) ? "names no Username" : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException)
        {
            return "is not of the form Host=…;Database=…;Username=…";
        }
    }
}
