using Npgsql;
using Tthc.Testing;

namespace Tthc.Faults;

/// <summary>A PostgreSQL of this run's own, durable, that can be killed and started again.</summary>
internal sealed class Cluster : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"tthc-faults-{Environment.ProcessId}");

    public Cluster()
    {
        // Read by the script: keeps the flushes to the disk.
        Environment.SetEnvironmentVariable("DURABLE", "1");
        var connection = PostgresScript.Run("start", _folder, $"{Environment.ProcessId}");
        Environment.SetEnvironmentVariable(PostgresCluster.Variable, connection);
        Port = new NpgsqlConnectionStringBuilder(connection).Port;
    }

    public int Port { get; }

    /// <summary>SIGKILL to every process of it.</summary>
    public void Crash() => PostgresScript.Run("crash", _folder);

    /// <summary>Starts it again and waits until it has recovered.</summary>
    public void Restart() => PostgresScript.Run("restart", _folder, $"{Port}");

    public void Dispose() => PostgresScript.Run("stop", _folder);
}
