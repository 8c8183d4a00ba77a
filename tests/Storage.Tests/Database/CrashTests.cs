using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Sqlite;
using Tthc.Storage.Dossiers;
using Tthc.Storage.Feed;
using Xunit;

namespace Tthc.Storage.Tests.Database;

/// <summary>What was acknowledged survives the process being killed at any moment, exactly once.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("store.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Keeps_every_acknowledged_unit_exactly_once_when_killed_again_and_again()
    {
        var acknowledged = new List<Acknowledged>();
        foreach (var lines in new[] { 40, 333, 1, 901, 500, 77 })
            acknowledged.AddRange(await RunAndKillAsync(lines));

        using (var file = SqliteStore.Open(new SqliteOptions { Path = Path }))
        {
            foreach (var unit in acknowledged)
                await RequireAsync(new DossierStore(file), unit);
            await RequireWholeFeedAsync(file);
        }

        Assert.Equal(acknowledged.Count, acknowledged.Select(a => a.Position).Distinct().Count());
        RequireSoundFile();
    }

    private async Task<List<Acknowledged>> RunAndKillAsync(int lines)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using var process = Process.Start(new ProcessStartInfo(host)
        {
            ArgumentList = { "exec", System.IO.Path.Combine(AppContext.BaseDirectory, "Tthc.Storage.Tests.Crash.dll"), Path },
            RedirectStandardOutput = true,
        })!;
        var read = new List<Acknowledged>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Acknowledged.Parse(line) is { } unit)
                read.Add(unit);
            // SIGKILL, in the middle of whatever it is doing; what is still in the pipe counts.
            if (read.Count == lines)
                process.Kill();
        }

        await process.WaitForExitAsync();
        Assert.True(read.Count >= lines, "The writer ended by itself.");
        return read;
    }

    private static async Task RequireAsync(DossierStore store, Acknowledged unit)
    {
        var row = await store.LoadAsync(unit.DossierId);
        Assert.NotNull(row);
        Assert.True(row.Version >= unit.Version);
        Assert.Equal(unit.Code, row.Code);
        var recorded = Assert.Single(await store.LoadEventsAsync(unit.DossierId, unit.Version, unit.Version, 10));
        Assert.Equal(unit.Position, recorded.Position);
        var request = await store.FindRequestAsync($"{unit.DossierId}-{unit.Version}");
        Assert.Equal((unit.DossierId, unit.Version), (request!.DossierId, request.Version));
    }

    private static async Task RequireWholeFeedAsync(SqliteStore file)
    {
        var feed = new FeedStore(file);
        var head = await feed.HeadAsync();
        var positions = new List<long>();
        for (var last = 0L; last < head; last = positions[^1])
            positions.AddRange((await feed.ReadAsync(last, 1000, FeedFilter.All)).Events.Select(e => e.Recorded.Position));
        Assert.Equal(Enumerable.Range(1, (int)head).Select(i => (long)i), positions);
    }

    private void RequireSoundFile()
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        Assert.Equal("ok", connection.Scalar("pragma integrity_check"));
        // Numbers are without gaps also over what was never acknowledged, and every row fits its events.
        Assert.Equal(0L, connection.Scalar("select count(*) - (select max(last) from code_counter) from dossier"));
        Assert.Equal(0L, connection.Scalar("""
            select count(*) from dossier d
            where d.version <> (select count(*) from event e where e.dossier_id = d.id)
               or d.version <> (select count(*) from request r where r.dossier_id = d.id)
            """));
    }

    private sealed record Acknowledged(long DossierId, int Version, long Position, string Code)
    {
        public static Acknowledged? Parse(string line) => line.Split(' ') is [var id, var version, var position, var code, "."]
            ? new Acknowledged(long.Parse(id), int.Parse(version), long.Parse(position), code)
            : null;
    }
}
