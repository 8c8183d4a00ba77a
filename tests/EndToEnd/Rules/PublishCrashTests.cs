using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;
using Xunit.Abstractions;

namespace Tthc.EndToEnd.Rules;

/// <summary>The engine dies in the middle of a publication: at the next start the folder and the store agree again.</summary>
public sealed class PublishCrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Finishes_after_a_crash_between_commit_and_write()
    {
        using var engine = await PrivateEngine.StartAsync();
        var desk = new RuleDesk(engine);
        var published = (await desk.PublishAsync(desk.Request(5, (await desk.NewestAsync()).Revision))).Revisions[0];
        engine.Process.Kill();
        // What a crash leaves that came after the commit and before the rename.
        File.Move(desk.File, desk.File + ".publishing");
        File.WriteAllText(desk.File, desk.Text(3));

        await engine.RestartAsync();

        Assert.Equal(published, await desk.NewestAsync());
        Assert.Equal(desk.Text(5), File.ReadAllText(desk.File));
        Assert.False(File.Exists(desk.File + ".publishing"));
        Assert.Equal("5 working days", (await engine.Client.ReceiveAsync()).Clock.Limit);
    }

    [Fact]
    public async Task Drops_what_a_crash_left_that_was_never_committed()
    {
        using var engine = await PrivateEngine.StartAsync();
        var desk = new RuleDesk(engine);
        engine.Process.Kill();
        File.WriteAllText(desk.File + ".publishing", desk.Text(5));

        await engine.RestartAsync();

        Assert.Single(await desk.RevisionsAsync());
        Assert.Equal(desk.Text(3), File.ReadAllText(desk.File));
        Assert.False(File.Exists(desk.File + ".publishing"));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Keeps_every_acknowledged_publication_over_kills_at_any_moment()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var engine = await PrivateEngine.StartAsync();
        var desk = new RuleDesk(engine);
        var acknowledged = new List<ProcedureRevision> { await desk.NewestAsync() };
        // Fewer in all than one page of the list of revisions.
        for (var life = 0; life < 8; life++)
        {
            await PublishOnAsync(desk, acknowledged, acknowledged.Count + random.Next(1, 5), engine.Process.Kill);
            await engine.RestartAsync();
            Assert.DoesNotContain(engine.Process.Output, line => line.Contains(" ERR ", StringComparison.Ordinal));
            var there = (await desk.RevisionsAsync()).Reverse().ToList();
            Assert.Equal(acknowledged, there.Take(acknowledged.Count));
            // The one that was under way may have been committed without an answer, but never half.
            Assert.InRange(there.Count, acknowledged.Count, acknowledged.Count + 1);
            Assert.Equal(there[^1].ContentHash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(desk.File))));
            acknowledged = there;
        }
        output.WriteLine($"{acknowledged.Count} revisions");
    }

    /// <summary>Publishes until so many are acknowledged, then kills the engine while the next one is under way.</summary>
    private static async Task PublishOnAsync(RuleDesk desk, List<ProcedureRevision> acknowledged, int until, Action kill)
    {
        var days = 3 + acknowledged.Count;
        while (acknowledged.Count < until)
            acknowledged.Add((await desk.PublishAsync(desk.Request(4 + (days++ % 300), acknowledged[^1].Revision))).Revisions[0]);
        var last = desk.TryAsync(desk.Request(4 + (days % 300), acknowledged[^1].Revision));
        kill();
        if (await last is { Reply: { } reply })
            acknowledged.Add(reply.Revisions[0]);
    }
}
