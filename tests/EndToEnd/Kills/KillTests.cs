using System.Globalization;
using Tthc.EndToEnd.Hosting;
using Xunit.Abstractions;

namespace Tthc.EndToEnd.Kills;

public sealed class KillTests(ITestOutputHelper output)
{
    private const int Clients = 24;

    [Theory]
    [InlineData("file", 8)]
    [InlineData("PostgreSQL", 3)]
    [Trait("Category", "Slow")]
    public async Task Keeps_every_acknowledged_act_exactly_once_over_many_kills(string store, int lives)
    {
        // TTHC_KILL_SEED repeats what the clients try and after how many answers the engine is killed.
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TTHC_KILL_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var log = new ClientLog();
        using var engine = await PrivateEngine.StartAsync(store == "file" ? null : await EngineFolder.OnPostgresAsync());
        for (var life = 0; life < lives; life++)
        {
            var clients = Enumerable.Range(0, Clients).Select(i => new BusyClient((life * Clients) + i, random.Next(), log)).ToList();
            await KillUnderLoadAsync(engine, clients, log, log.Answers + random.Next(200, 1500));
            await AssertAllAcknowledgedThereAsync(engine, log);
            await engine.RestartAsync("--Logging:Level=Error");
            await RepeatUnansweredAsync(engine, clients[0], log);
            Assert.DoesNotContain(engine.Process.Output, line => line.Contains(" ERR ", StringComparison.Ordinal));
        }
        engine.Process.Kill();
        await AssertExactlyWhatIsKnownAsync(engine, log);
        output.WriteLine($"{log.Acknowledged.Count} acts acknowledged, {log.Acknowledged.Count(a => a.Replayed)} of them only when repeated, {log.Refusals} refused");
    }

    private static async Task KillUnderLoadAsync(PrivateEngine engine, List<BusyClient> clients, ClientLog log, int answers)
    {
        var reached = log.ReachAsync(answers);
        var running = Task.WhenAll(clients.Select(c => Task.Run(() => c.RunAsync(engine.Process.Address))));
        await Task.WhenAny(reached, running);
        engine.Process.Kill();
        await running;
    }

    /// <summary>Right after the kill: what was acknowledged is there where the reply said, and what is there beyond it was never answered.</summary>
    private static async Task AssertAllAcknowledgedThereAsync(PrivateEngine engine, ClientLog log)
    {
        var stored = (await StoreCheck.RunAsync(engine.Folder)).ToHashSet();
        foreach (var known in log.Acknowledged)
            Assert.Contains((known.Position, known.Dossier, known.Version, known.Act.EventKind), stored);
        Assert.InRange(stored.Count, log.Acknowledged.Count, log.Acknowledged.Count + Clients);
    }

    /// <summary>Sent again with its request id, an act without an answer is done now, or was done before and is replayed, or is refused and was never done.</summary>
    private static async Task RepeatUnansweredAsync(PrivateEngine engine, BusyClient client, ClientLog log)
    {
        foreach (var act in log.TakeUnanswered())
            Assert.True(await client.TrySendAsync(engine.Client, act));
    }

    /// <summary>In the end every event is one acknowledged act, and every acknowledged act one event.</summary>
    private static async Task AssertExactlyWhatIsKnownAsync(PrivateEngine engine, ClientLog log)
    {
        var stored = await StoreCheck.RunAsync(engine.Folder);
        var known = log.Acknowledged.Select(a => (a.Position, a.Dossier, a.Version, a.Act.EventKind)).Order().ToList();
        Assert.Equal(known, stored.Order().ToList());
        await engine.RestartAsync();
        foreach (var ofOne in stored.GroupBy(e => e.Code))
            Assert.Equal(ofOne.Max(e => e.Version), (await engine.Client.GetAsync(ofOne.Key)).Version);
        Assert.Equal(stored.Select(e => e.Position).Order(), (await engine.Client.FeedAsync()).Select(e => e.Position));
    }
}
