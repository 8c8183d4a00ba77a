using System.Diagnostics;
using Npgsql;
using Tthc.EndToEnd.Hosting;
using Tthc.Testing;

namespace Tthc.Faults;

/// <summary>A PostgreSQL of this run's own, durable, that can be killed and started again.</summary>
internal sealed class Cluster : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"tthc-faults-{Environment.ProcessId}");

    public Cluster()
    {
        var connection = Run("start", _folder, $"{Environment.ProcessId}");
        Environment.SetEnvironmentVariable(PostgresCluster.Variable, connection);
        Port = new NpgsqlConnectionStringBuilder(connection).Port;
    }

    public int Port { get; }

    /// <summary>SIGKILL to every process of it.</summary>
    public void Crash() => Run("crash", _folder);

    /// <summary>Starts it again and waits until it has recovered.</summary>
    public void Restart() => Run("restart", _folder, $"{Port}");

    public void Dispose() => Run("stop", _folder);

    private static string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(Repository.Root, "eng", "postgres.sh"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["DURABLE"] = "1";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var line = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? line : throw new InvalidOperationException($"postgres.sh {arguments[0]}: {errors.Result}");
    }
}
