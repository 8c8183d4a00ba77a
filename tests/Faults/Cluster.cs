using Npgsql;
using Tthc.Testing;

namespace Tthc.Faults;

/// <summary>A PostgreSQL of this run's own, durable, that can be killed and started again.</summary>
internal sealed class Cluster : IDisposable
{
    private readonly string _folder;

    /// <param name="disk">The disk it is on, which can be filled; null: the one for temporary files.</param>
    public Cluster(string? disk)
    {
        _folder = Path.Combine(disk ?? Path.GetTempPath(), $"tthc-faults-{Environment.ProcessId}");
        // Read by the script: keeps the flushes to the disk.
        Environment.SetEnvironmentVariable("DURABLE", "1");
        var connection = PostgresScript.Run("start", _folder, $"{Environment.ProcessId}");
        Environment.SetEnvironmentVariable(PostgresCluster.Variable, connection);
        Port = new NpgsqlConnectionStringBuilder(connection).Port;
        if (disk is null)
            return;
        // The log of a cluster set up for work would fill a small disk by itself.
        using var source = NpgsqlDataSource.Create(connection);
        foreach (var sql in new[] { "alter system set max_wal_size = '96MB'", "alter system set min_wal_size = '32MB'", "select pg_reload_conf()" })
        {
            using var command = source.CreateCommand(sql);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Waits until it answers again: without space for its log it gives itself up, recovers, or ends.</summary>
    public async Task RecoverAsync()
    {
        var connection = new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = Port, Username = "postgres", Database = "postgres", Pooling = false };
        for (var attempt = 1; ; attempt++)
        {
            var process = Path.Combine(_folder, "data", "postmaster.pid");
            if (!File.Exists(process) || !Directory.Exists($"/proc/{File.ReadLines(process).FirstOrDefault()}"))
                Restart();
            try
            {
                await using var source = NpgsqlDataSource.Create(connection);
                await using var opened = await source.OpenConnectionAsync();
                return;
            }
            catch (NpgsqlException) when (attempt < 150)
            {
                await Task.Delay(200);
            }
        }
    }

    public int Port { get; }

    /// <summary>SIGKILL to every process of it.</summary>
    public void Crash() => PostgresScript.Run("crash", _folder);

    /// <summary>Starts it again and waits until it has recovered.</summary>
    public void Restart() => PostgresScript.Run("restart", _folder, $"{Port}");

    public void Dispose() => PostgresScript.Run("stop", _folder);
}
