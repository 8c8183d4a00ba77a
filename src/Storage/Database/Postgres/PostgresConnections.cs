using Npgsql;

namespace Tthc.Storage.Database.Postgres;

/// <summary>The pools of a PostgreSQL store and the settings of their sessions.</summary>
internal sealed class PostgresConnections : IAsyncDisposable
{
    /// <summary>Where the tables are.</summary>
    public const string Schema = "tthc";

    /// <summary>As which engines are known to the server, unless the connection string says otherwise.</summary>
    public const string EngineName = "tthc-engine";

    private const string MaintenanceName = "tthc-db";

    private const int MostWriters = 4;

    // A node that stands still in the middle of a transaction must not hold the head of the feed for long, and nobody
    // waits for it longer than callers do.
    private const string Durable = $"-c search_path={Schema} -c synchronous_commit=on"
        + " -c idle_in_transaction_session_timeout=10s -c lock_timeout=15s -c jit=off";

    private const string ReadOnly = " -c default_transaction_read_only=on";

    // A batch joins its arrays with tables by their keys, and some reads find rows by keys, whatever the planner believes of sizes; planned once.
    private const string ByKey = " -c plan_cache_mode=force_generic_plan"
        + " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

    private readonly NpgsqlDataSource _readers;
    private readonly NpgsqlDataSource _keyReaders;
    private readonly NpgsqlDataSource _writers;
    private readonly NpgsqlDataSource _listener;

    public PostgresConnections(PostgresOptions options)
    {
        _readers = Source(options.ConnectionString, (options.MostReaders + 1) / 2, Durable + ReadOnly);
        _keyReaders = Source(options.ConnectionString, (options.MostReaders + 1) / 2, Durable + ReadOnly + ByKey);
        _writers = Source(options.ConnectionString, MostWriters, Durable + ByKey);
        _listener = Source(options.ConnectionString, 1, Durable, keepAliveSeconds: 10);
        Name = NameOf(options.ConnectionString);
    }

    public string Name { get; }

    /// <summary>A source of one connection that makes and changes tables.</summary>
    public static NpgsqlDataSource ForMigrations(string connectionString) => Source(connectionString, 1, Durable);

    /// <summary>The same database, under a name by which no engine is known: who looks after a store is not taken for one.</summary>
    public static string Maintenance(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = MaintenanceName }.ConnectionString;

    /// <summary>Database and host as messages may name them.</summary>
    public static string NameOf(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        return $"{settings.Database ?? settings.Username} at {settings.Host}:{settings.Port}";
    }

    public ValueTask<NpgsqlConnection> OpenReaderAsync(CancellationToken cancellation) => _readers.OpenConnectionAsync(cancellation);

    /// <summary>A connection for reads that find their rows by keys.</summary>
    public ValueTask<NpgsqlConnection> OpenKeyReaderAsync(CancellationToken cancellation) => _keyReaders.OpenConnectionAsync(cancellation);

    public ValueTask<NpgsqlConnection> OpenWriterAsync(CancellationToken cancellation) => _writers.OpenConnectionAsync(cancellation);

    /// <summary>A connection that waits for news; one that died silently is noticed.</summary>
    public ValueTask<NpgsqlConnection> OpenListenerAsync(CancellationToken cancellation) => _listener.OpenConnectionAsync(cancellation);

    /// <summary>Closes connections that lie idle: after one broke, the others are likely to be broken too.</summary>
    public void Clear()
    {
        _readers.Clear();
        _keyReaders.Clear();
        _writers.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _readers.DisposeAsync();
        await _keyReaders.DisposeAsync();
        await _writers.DisposeAsync();
        await _listener.DisposeAsync();
    }

    private static NpgsqlDataSource Source(string connectionString, int most, string settings, int keepAliveSeconds = 0)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.ApplicationName ??= EngineName;
        builder.Options = $"{builder.Options} {settings}".Trim();
        builder.MaxPoolSize = most;
        builder.MinPoolSize = 0;
        builder.MaxAutoPrepare = 128;
        builder.AutoPrepareMinUsages = 2;
        builder.Enlist = false;
        builder.PersistSecurityInfo = false;
        // Sessions are never changed after they are opened, so there is nothing to reset between two users.
        builder.NoResetOnClose = true;
        builder.IncludeErrorDetail = false;
        builder.TcpKeepAlive = true;
        builder.KeepAlive = keepAliveSeconds;
        return NpgsqlDataSource.Create(builder);
    }
}
