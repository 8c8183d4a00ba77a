using Npgsql;
using Tthc.Storage.Dossiers;
using Tthc.Storage.Dossiers.Postgres;

namespace Tthc.Storage.Database.Postgres;

/// <summary>
/// A store in a PostgreSQL database, which several engines may share: every write is guarded by versions, rows locked in
/// one order, and the head of the feed as the last lock.
/// </summary>
/// <remarks>
/// A commit is durable when it returns (synchronous_commit = on). No thread waits for the network. Batches of one engine
/// are carried out one after another, those of several at once.
/// </remarks>
public sealed class PostgresStore : Store
{
    private const int MostAttempts = 3;

    // Small writes of all engines run one at a time, as they do on a file: numbers of publications have no gap.
    private const string TakeTurn = "select pg_advisory_xact_lock(hashtextextended('tthc small writes', 0))";

    private readonly PostgresConnections _connections;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly BatchCommit _commit;
    private readonly PostgresNews _news;

    private EngineSeat? _seat;
    private int _isDisposed;

    private PostgresStore(PostgresOptions options, PostgresConnections connections, StoreMeta meta)
        : base(connections.Name, SqlDialect.Postgres)
    {
        Meta = meta;
        _connections = connections;
        _commit = new BatchCommit(connections, options);
        _news = new PostgresNews(connections);
    }

    /// <inheritdoc/>
    public override StoreMeta Meta { get; }

    /// <inheritdoc/>
    public override bool IsShared => _seat is null;

    /// <inheritdoc/>
    public override bool HoldsThread => false;

    /// <summary>Opens a store, brings it to the schema of this engine, and gives the engine's role what it needs.</summary>
    /// <param name="options">Which database, as whom, by which clock.</param>
    /// <exception cref="StorageUnavailableException">The database cannot be reached, or does not let the engine in.</exception>
    /// <exception cref="SchemaOwnerNeededException">The schema is missing or old, and no role here may change it.</exception>
    /// <exception cref="StoreInUseException">Another engine has the seat.</exception>
    /// <exception cref="StorageReadOnlyException">The engine's role may not use the schema.</exception>
    /// <exception cref="NotAStoreException">The server is too old.</exception>
    /// <exception cref="NewerSchemaException">A newer engine wrote it.</exception>
    /// <exception cref="MigrationChangedException">It went through another version of a migration.</exception>
    /// <exception cref="ClockMismatchException">It keeps time by the other clock.</exception>
    public static async Task<PostgresStore> OpenAsync(PostgresOptions options)
    {
        var connections = new PostgresConnections(options);
        EngineSeat? seat = null;
        try
        {
            if (options.SeatPatience is { } patience)
                seat = await EngineSeat.TakeAsync(options.ConnectionString, patience, connections.Name);
            await PostgresOpening.PrepareAsync(options, connections.Name);
            await using var connection = await connections.OpenWriterAsync(CancellationToken.None);
            var meta = await PostgresOpening.ReadOrCreateMetaAsync(new PostgresSession(connection), options, connections.Name);
            return new PostgresStore(options, connections, meta) { _seat = seat };
        }
        catch (Exception e)
        {
            if (seat is not null)
                await seat.DisposeAsync();
            await connections.DisposeAsync();
            if (PostgresErrors.IsOurs(e))
                throw PostgresErrors.From(e, connections.Name);
            throw;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;
        await _commit.DisposeAsync();
        await _connections.DisposeAsync();
        if (_seat is not null)
            await _seat.DisposeAsync();
        _turn.Dispose();
    }

    /// <inheritdoc/>
    public override async ValueTask TellAsync(StoreNews news, CancellationToken cancellation)
    {
        try
        {
            if (IsShared)
                await _news.TellAsync(news, cancellation);
        }
        catch (Exception e) when (PostgresErrors.IsOurs(e))
        {
            throw PostgresErrors.From(e, Name);
        }
    }

    /// <inheritdoc/>
    public override Task ListenAsync(Action<StoreNews> heard, CancellationToken cancellation) =>
        IsShared ? _news.ListenAsync(heard, cancellation) : Task.CompletedTask;

    internal override ValueTask<T> ReadAsync<T>(Func<StoreSession, ValueTask<T>> read, CancellationToken cancellation) =>
        ReadAsync(_connections.OpenReaderAsync, read, cancellation);

    internal override ValueTask<T> ReadByKeyAsync<T>(Func<StoreSession, ValueTask<T>> read, CancellationToken cancellation) =>
        ReadAsync(_connections.OpenKeyReaderAsync, read, cancellation);

    private async ValueTask<T> ReadAsync<T>(
        Func<CancellationToken, ValueTask<NpgsqlConnection>> open, Func<StoreSession, ValueTask<T>> read, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await open(cancellation);
                return await read(new PostgresSession(connection));
            }
            catch (Exception e) when (PostgresErrors.IsOurs(e))
            {
                // A connection that lay idle may have died with the server's last restart; reading again does no harm.
                if (attempt == MostAttempts || !PostgresErrors.IsBroken(e) || e is NpgsqlException { InnerException: TimeoutException })
                    throw PostgresErrors.From(e, Name);
                _connections.Clear();
            }
        }
    }

    internal override async ValueTask<T> WriteAsync<T>(Func<StoreSession, ValueTask<T>> write, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await WriteAsync(write);
        }
        catch (Exception e) when (PostgresErrors.IsOurs(e))
        {
            throw PostgresErrors.From(e, Name);
        }
        finally
        {
            _turn.Release();
        }
    }

    internal override ValueTask<IReadOnlyList<CommitOutcome>> CommitAsync(
        IReadOnlyList<CommitUnit> batch, CancellationToken cancellation) => _commit.RunAsync(batch, cancellation);

    private async Task<T> WriteAsync<T>(Func<StoreSession, ValueTask<T>> write)
    {
        for (var attempt = 1; ; attempt++)
        {
            var committing = false;
            try
            {
                await using var connection = await _connections.OpenWriterAsync(CancellationToken.None);
                await using var transaction = await connection.BeginTransactionAsync();
                var session = new PostgresSession(connection);
                await session.RunAsync(TakeTurn);
                var result = await write(session);
                committing = true;
                await transaction.CommitAsync();
                return result;
            }
            catch (Exception e) when (PostgresErrors.IsOurs(e) && attempt < MostAttempts
                && (PostgresErrors.IsRace(e) || (!committing && PostgresErrors.IsBroken(e) && e.InnerException is not TimeoutException)))
            {
                // Nothing of it is written: once more.
                if (PostgresErrors.IsBroken(e))
                    _connections.Clear();
            }
            catch (Exception e) when (committing && PostgresErrors.IsBroken(e))
            {
                throw new OutcomeUnknownException(Name, e);
            }
        }
    }
}
