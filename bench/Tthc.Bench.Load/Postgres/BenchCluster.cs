using System.Globalization;
using Npgsql;
using Tthc.Testing;

namespace Tthc.Bench.Load.Postgres;

/// <summary>A PostgreSQL cluster of the run's own that flushes and is set up as docs/operations.md advises.</summary>
internal sealed class BenchCluster : IDisposable
{
    private const int TicksPerSecond = 100;
    private const string KeptPort = "32100";
    private readonly NpgsqlDataSource _asking;

    private readonly bool _isKept;

    private BenchCluster(string folder, string connectionString, bool isKept)
    {
        (Folder, _isKept) = (folder, isKept);
        ConnectionString = connectionString;
        _asking = NpgsqlDataSource.Create(connectionString);
    }

    public string Folder { get; }

    /// <summary>To the database "postgres" of the cluster.</summary>
    public string ConnectionString { get; }

    /// <param name="parent">Where it is made, and removed from in the end.</param>
    /// <param name="kept">Its own folder, which stays; one that is there already is started again.</param>
    public static BenchCluster Start(string parent, string? kept = null)
    {
        var folder = kept ?? Path.Combine(parent, string.Create(CultureInfo.InvariantCulture, $"tthc-load-pg-{Environment.ProcessId}"));
        Environment.SetEnvironmentVariable("DURABLE", "1");
        if (Directory.Exists(folder))
        {
            PostgresScript.Run("restart", folder, KeptPort);
            return new BenchCluster(folder, $"Host={folder};Port={KeptPort};Username=postgres;Database=postgres", true);
        }
        string[] start = kept is null ? ["start", folder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)] : ["start", folder];
        return new BenchCluster(folder, PostgresScript.Run(start), kept is not null);
    }

    /// <summary>The connection string to a database that is there.</summary>
    public string Named(string database) => new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database }.ConnectionString;

    /// <summary>Makes a database; the connection string to it.</summary>
    public string Create(string database)
    {
        Run($"create database {database}");
        return Named(database);
    }

    public void Run(string sql)
    {
        using var command = _asking.CreateCommand(sql);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    /// <summary>So that no measurement pays for the writes of the one before.</summary>
    public void Settle() => Run("checkpoint");

    /// <summary>Bytes of log written so far.</summary>
    public decimal LogBytes()
    {
        using var command = _asking.CreateCommand("select pg_current_wal_insert_lsn() - '0/0'");
        return (decimal)command.ExecuteScalar()!;
    }

    /// <summary>Processor time of all its processes so far; sessions that ended are counted by the first of them.</summary>
    public TimeSpan Used()
    {
        var first = int.Parse(File.ReadLines(Path.Combine(Folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), out var process) && Fields(process) is { } fields && (process == first || fields[1] == first))
                ticks += fields[11] + fields[12] + (process == first ? fields[13] + fields[14] : 0);
        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }

    public void Dispose()
    {
        _asking.Dispose();
        PostgresScript.Run(_isKept ? "halt" : "stop", Folder);
    }

    /// <summary>The numbers of /proc/n/stat after the name: state (0 here), parent, …, utime, stime, cutime, cstime. Null: it is gone.</summary>
    private static long[]? Fields(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return [.. text[(text.LastIndexOf(')') + 2)..].Split(' ').Select(field => long.TryParse(field, out var number) ? number : 0)];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
