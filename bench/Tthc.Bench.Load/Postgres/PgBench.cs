using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Tthc.Bench.Load.Postgres;

/// <summary>PostgreSQL's own load tool: one guarded update and one insert a transaction, of rows as large as the engine's.</summary>
internal sealed class PgBench : IDisposable
{
    private readonly NpgsqlConnectionStringBuilder _database;
    private readonly string _script;

    public PgBench(BenchCluster cluster, int dossiers, RowSizes sizes)
    {
        _database = new NpgsqlConnectionStringBuilder(cluster.Create("pgbench"));
        _script = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"tthc-load-{Environment.ProcessId}.pgbench"));
        File.WriteAllText(_script, string.Create(CultureInfo.InvariantCulture, $"""
            \set id random(1, {dossiers})
            begin;
            update guarded set version = version + 1, state = repeat('s', {sizes.State}) where id = :id and version > 0;
            insert into written (guarded_id, payload) values (:id, repeat('p', {sizes.Payload}));
            commit;

            """));
        using var source = NpgsqlDataSource.Create(_database.ConnectionString);
        using var command = source.CreateCommand(string.Create(CultureInfo.InvariantCulture, $"""
            create table guarded (id bigint primary key, version integer not null, state text not null) with (fillfactor = 70);
            create table written (id bigint generated always as identity primary key, guarded_id bigint not null, payload text not null);
            insert into guarded select i, 1, repeat('s', {sizes.State}) from generate_series(1, {dossiers}) i;
            """));
        command.ExecuteNonQuery();
    }

    public void Dispose() => File.Delete(_script);

    /// <summary>Transactions a second.</summary>
    public async Task<double> MeasureAsync(int clients, double seconds)
    {
        var start = new ProcessStartInfo("pgbench") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "--no-vacuum", "--protocol=prepared", $"--file={_script}", $"--client={clients}", $"--jobs={Math.Min(2, clients)}", $"--time={Math.Max(1, (int)seconds)}",
            $"--host={_database.Host}", $"--port={_database.Port}", $"--username={_database.Username}", _database.Database!,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var line = told.Split('\n').FirstOrDefault(l => l.StartsWith("tps = ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"pgbench told no figure: {await errors}");
        return double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture);
    }
}
