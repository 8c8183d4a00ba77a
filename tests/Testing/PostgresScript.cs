using System.Diagnostics;
using System.Reflection;

namespace Tthc.Testing;

/// <summary>eng/postgres.sh: clusters of one's own.</summary>
internal static class PostgresScript
{
    /// <summary>Runs one of its commands; what it prints.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message tells why.</exception>
    public static string Run(params string[] arguments)
    {
        var root = typeof(PostgresScript).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        var start = new ProcessStartInfo("bash") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(root, "eng", "postgres.sh"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var line = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? line : throw new InvalidOperationException($"postgres.sh {arguments[0]}: {errors.Result}");
    }
}
