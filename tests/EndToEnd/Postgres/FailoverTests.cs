using System.Collections.Concurrent;
using Npgsql;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;
using Tthc.Testing;

namespace Tthc.EndToEnd.Postgres;

/// <summary>A primary and its synchronous standby, each a cluster of its own; the primary dies and the standby is promoted.</summary>
public sealed class FailoverTests : IDisposable
{
    private const int Clients = 8;
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(90);
    private readonly string _primary = Path.Combine(Path.GetTempPath(), $"tthc-primary-{Guid.NewGuid():N}");
    private readonly string _standby = Path.Combine(Path.GetTempPath(), $"tthc-standby-{Guid.NewGuid():N}");
    private readonly EngineFolder _folder = new();

    public void Dispose()
    {
        PostgresScript.Run("stop", _standby);
        PostgresScript.Run("stop", _primary);
        _folder.Dispose();
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Keeps_every_acknowledged_act_and_answers_the_calls_under_way_inside_their_deadline()
    {
        var primary = new NpgsqlConnectionStringBuilder(PostgresScript.Run("start", _primary, $"{Environment.ProcessId}"));
        var standby = new NpgsqlConnectionStringBuilder(PostgresScript.Run("standby", _standby, $"{primary.Port}"));
        await ExecuteAsync(primary, "alter system set synchronous_standby_names = '*'");
        await ExecuteAsync(primary, "select pg_reload_conf()");
        await ExecuteAsync(primary, "create database tthc");
        var connection = $"Host=127.0.0.1:{primary.Port},127.0.0.1:{standby.Port};Target Session Attributes=primary;Database=tthc;Username=postgres;SSL Mode=Disable;GSS Encryption Mode=Disable";
        using var engine = await EngineProcess.StartWithAsync(
            [$"--Rules:Path={_folder.Rules}", "--Listen:Port=0", "--Logging:Level=Error", $"--Storage:ConnectionString={connection}"]);
        using var client = new EngineClient(engine.Address);
        var acknowledged = new ConcurrentBag<(string Dossier, long Version, long Position)>();
        using var end = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => ActAsync(client, acknowledged, end.Token))).ToList();
        await ReachAsync(acknowledged, 200, clients);

        PostgresScript.Run("crash", _primary);
        PostgresScript.Run("promote", _standby);
        await ReachAsync(acknowledged, acknowledged.Count + 200, clients);
        await end.CancelAsync();
        await Task.WhenAll(clients);

        var feed = (await client.FeedAsync()).ToDictionary(e => e.Position);
        Assert.Equal(Enumerable.Range(1, feed.Count).Select(i => (long)i), feed.Keys.Order());
        foreach (var (dossier, version, position) in acknowledged)
            Assert.Equal((dossier, version), (feed[position].DossierCode, feed[position].Sequence));
    }

    /// <summary>Acts on a dossier of its own; no call may fail, whatever happens to the database.</summary>
    private static async Task ActAsync(EngineClient client, ConcurrentBag<(string, long, long)> acknowledged, CancellationToken stop)
    {
        var code = (await client.ReceiveAsync(EngineClient.Long)).Code;
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var request = new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = code, Action = i % 20 == 19 ? "again" : "" };
            var reply = await client.Dossiers.AdvanceStepAsync(request, Officer.Examiner().Headers, DateTime.UtcNow + s_deadline, CancellationToken.None);
            acknowledged.Add((code, reply.Dossier.Version, reply.Position));
        }
    }

    private static async Task ReachAsync(ConcurrentBag<(string, long, long)> acknowledged, int count, List<Task> clients)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (acknowledged.Count < count)
        {
            // A client ends before it is told to only by a call that failed.
            if (clients.FirstOrDefault(c => c.IsCompleted) is { } failed)
                await failed;
            await look.WaitForNextTickAsync();
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnectionStringBuilder server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
