using System.Diagnostics;
using Npgsql;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;

namespace Tthc.Storage.Dossiers.Postgres;

/// <summary>One numbered batch of one writer, as it marks itself in its own transaction.</summary>
internal readonly record struct MarkedBatch(Guid Writer, long Number, long At)
{
    /// <summary>The mark of a batch without events, which needs no place in the feed.</summary>
    public NpgsqlBatchCommand Only() => Sets.Command(SetSql.MarkOnly, Sets.Value(Writer), Sets.Value(Number), Sets.Value(At));
}

/// <summary>
/// Tells after a connection that broke in the middle of a commit whether the batch landed: its number was written by the
/// transaction itself, and the transaction held a lock that shows when it is over.
/// </summary>
internal sealed class CommitMark(PostgresConnections connections, PostgresOptions options)
{
    private const string LockSql = $"""
        select pg_advisory_xact_lock($1) as {Sets.Nothing}, pg_advisory_xact_lock_shared(hashtextextended('tthc rules', 0))
        """;
    private const string FindSql = "select base from commit_mark where writer = $1 and batch = $2";
    private const string ForgetSql = "delete from commit_mark where writer = $1";
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private readonly Guid _writer = Guid.NewGuid();
    private long _number;

    public MarkedBatch Next() => new(_writer, ++_number, Instants.ToMicroseconds(options.Time.GetUtcNow()));

    /// <summary>
    /// Held by the transaction of a batch from its first statement to its end; beside it a share of the rules, so that none
    /// are published while it runs.
    /// </summary>
    public NpgsqlBatchCommand Lock() => Sets.Command(LockSql, Sets.Value(BitConverter.ToInt64(_writer.ToByteArray())));

    /// <summary>The position after which the batch's events stand; null when the batch was not written.</summary>
    /// <exception cref="OutcomeUnknownException">The database could not be asked in time.</exception>
    public async Task<long?> FindAsync(MarkedBatch batch, Exception broke)
    {
        for (var started = Stopwatch.GetTimestamp(); ; await Task.Delay(s_pause))
        {
            try
            {
                return await FindAsync(batch);
            }
            catch (Exception e) when (PostgresErrors.IsOurs(e))
            {
                if (Stopwatch.GetElapsedTime(started) > options.ResolveTimeout)
                    throw new OutcomeUnknownException(connections.Name, broke);
            }
        }
    }

    /// <summary>Leaves no mark behind.</summary>
    public async Task ForgetAsync()
    {
        await using var connection = await connections.OpenWriterAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(ForgetSql, connection) { Parameters = { Sets.Value(_writer) } };
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long?> FindAsync(MarkedBatch batch)
    {
        await using var connection = await connections.OpenWriterAsync(CancellationToken.None);
        // The old transaction may still be running on the server: its lock is waited for, and what it wrote is seen after.
        await using var asking = new NpgsqlBatch(connection)
        {
            BatchCommands = { Sets.Command("begin"), Lock(), Sets.Command(FindSql, Sets.Value(batch.Writer), Sets.Value(batch.Number)), Sets.Command("commit") },
        };
        await using var reader = await asking.ExecuteReaderAsync();
        await reader.NextResultAsync();
        return await reader.ReadAsync() ? reader.GetInt64(0) : null;
    }
}
