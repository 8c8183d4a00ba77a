using System.Diagnostics;
using Npgsql;

namespace Tthc.Storage.Database.Postgres;

/// <summary>
/// The one place for an engine at a database with a simulated clock, held by a session of its own: a clock moved by hand is one process's own. Engines by the
/// clock of the world share a database without seats.
/// </summary>
internal sealed class EngineSeat : IAsyncDisposable
{
    private const string TakeSql = "select pg_try_advisory_lock(hashtextextended('tthc engine', 0))";

    // A server that lost its engine's machine notices within half a minute, not after hours.
    private const string Noticing = " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private readonly NpgsqlConnection _connection;

    private EngineSeat(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Takes the seat; waits while the engine before is going away.</summary>
    /// <exception cref="StoreInUseException">Another engine keeps it.</exception>
    public static async Task<EngineSeat> TakeAsync(string connectionString, TimeSpan patience, string name)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = "tthc-engine-seat", TcpKeepAlive = true };
        builder.Options = (builder.Options + Noticing).Trim();
        var connection = new NpgsqlConnection(builder.ConnectionString);
        try
        {
            await connection.OpenAsync();
            await using var take = new NpgsqlCommand(TakeSql, connection);
            for (var started = Stopwatch.GetTimestamp(); await take.ExecuteScalarAsync() is not true; await Task.Delay(s_pause))
                if (Stopwatch.GetElapsedTime(started) > patience)
                    throw new StoreInUseException(name, null);
            return new EngineSeat(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
