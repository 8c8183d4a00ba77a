using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.EndToEnd.Rules;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Postgres;

/// <summary>Two engines on one database, each with a copy of the rules of its own.</summary>
public sealed class NodesTests : IAsyncLifetime
{
    private static readonly TimeSpan s_hang = TimeSpan.FromMinutes(1);
    private PrivateEngine? _first;
    private PrivateEngine? _second;

    private PrivateEngine First => _first!;

    private PrivateEngine Second => _second!;

    public async Task InitializeAsync()
    {
        _first = await PrivateEngine.StartInRealTimeAsync(await EngineFolder.OnPostgresAsync());
        _second = await PrivateEngine.StartInRealTimeAsync(_first.Folder.Beside());
    }

    public Task DisposeAsync()
    {
        _second?.Dispose();
        _first?.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Show_each_others_acts_and_act_on_them_at_once()
    {
        var code = (await First.Client.ReceiveAsync(EngineClient.Long)).Code;
        for (var i = 0; i < 60; i++)
        {
            var (here, there) = i % 2 == 0 ? (First.Client, Second.Client) : (Second.Client, First.Client);
            var known = await here.GetAsync(code);
            var request = new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = code, Action = i % 20 == 19 ? "again" : "", ExpectedVersion = known.Version };

            var acted = await here.Dossiers.AdvanceStepAsync(request, Officer.Examiner().Headers);
            var again = await there.Dossiers.AdvanceStepAsync(request, Officer.Examiner().Headers);

            Assert.Equal(StateOf(acted.Dossier), StateOf(await there.GetAsync(code)));
            Assert.Equal((acted.Dossier, acted.Position, true), (again.Dossier, again.Position, again.Replayed));
        }
    }

    [Fact]
    public async Task Refuse_nothing_by_what_another_has_moved_on()
    {
        var code = (await First.Client.ReceiveAsync()).Code;
        await Second.Client.GetAsync(code);
        var claim = new ClaimStepRequest { RequestId = EngineClient.NewId(), Dossier = code };
        await Second.Client.Dossiers.ClaimStepAsync(claim, Officer.Examiner().Headers);
        var proposed = await First.Client.Dossiers.AdvanceStepAsync(
            new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = code, Action = "propose" }, Officer.Examiner().Headers);

        // The second has the dossier at hand as it was when the examiner had it.
        var result = new DossierResult { Number = "1/QĐ", Date = Today(), File = "sha256:1" };
        var settled = await Second.Client.Dossiers.SettleDossierAsync(
            new SettleDossierRequest { RequestId = EngineClient.NewId(), Dossier = code, Result = result, ExpectedVersion = proposed.Dossier.Version }, Officer.Chairman().Headers);

        Assert.Equal(StateOf(settled.Dossier), StateOf(await First.Client.GetAsync(code)));
    }

    [Fact]
    public async Task Push_each_others_events_and_work()
    {
        using var feed = Second.Client.Feed.WatchEvents(new WatchEventsRequest { FromNow = true }, Officer.Desk().Headers);
        Assert.True(await feed.ResponseStream.MoveNext(CancellationToken.None));
        using var work = Second.Client.Worklist.WatchWorklist(new WatchWorklistRequest(), Officer.Examiner().Headers);
        Assert.True(await work.ResponseStream.MoveNext(CancellationToken.None));
        var position = feed.ResponseStream.Current.Position;

        var code = (await First.Client.ReceiveAsync()).Code;

        var seen = new List<DossierEvent>();
        while (seen.Count == 0 || seen[^1].Position < position + 2)
        {
            Assert.True(await feed.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(s_hang));
            seen.AddRange(feed.ResponseStream.Current.Events);
        }
        Assert.Equal(Enumerable.Range(1, seen.Count).Select(i => position + i), seen.Select(e => e.Position));
        Assert.All(seen, e => Assert.Equal(code, e.DossierCode));
        while (!work.ResponseStream.Current.Changed.Any(c => c.Dossier == code))
            Assert.True(await work.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(s_hang));
    }

    [Fact]
    public async Task Answer_by_the_newest_rules_as_soon_as_one_of_them_does()
    {
        var (here, there) = (new RuleDesk(First), new RuleDesk(Second));
        foreach (var days in Enumerable.Range(4, 6))
        {
            var (desk, other) = days % 2 == 0 ? (here, Second) : (there, First);
            var published = (await desk.PublishAsync(desk.Request(days, (await desk.NewestAsync()).Revision))).Revisions[0].Revision;

            var procedure = await other.Client.Procedures.GetProcedureAsync(new GetProcedureRequest { Code = EngineClient.Short }, Officer.Desk().Headers);
            var received = await other.Client.ReceiveAsync();

            Assert.Equal((published, published), (procedure.Summary.Revision, received.ProcedureRevision));
            Assert.Equal($"{days} working days", received.Clock.Limit);
        }
        // Each engine's own files go along, so that an edit of them is one of the newest rules.
        foreach (var file in new[] { here.File, there.File })
            await UntilAsync(() => File.ReadAllText(file).Contains("9 working days", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Let_one_of_two_publishers_win()
    {
        var (here, there) = (new RuleDesk(First), new RuleDesk(Second));
        var newest = (await here.NewestAsync()).Revision;

        var both = await Task.WhenAll(here.TryAsync(here.Request(4, newest)), there.TryAsync(there.Request(5, newest)));

        Assert.Single(both, b => b.Reply is not null);
        Assert.Equal("base-moved", Assert.Single(both, b => b.Reply is null).Failure!.Info.Reason);
        Assert.Equal(await here.NewestAsync(), await there.NewestAsync());
    }

    [Fact]
    public async Task Take_an_edit_in_a_folder_over_and_bring_no_old_copy_back()
    {
        var (here, there) = (new RuleDesk(First), new RuleDesk(Second));
        First.Folder.WriteProcedure(RuleDesk.Name, here.Text(6));
        await UntilAsync(() => File.ReadAllText(there.File).Contains("6 working days", StringComparison.Ordinal));
        Second.Process.Kill();
        await here.PublishAsync(here.Request(7, (await here.NewestAsync()).Revision));

        // The second one's files are of yesterday now, and a third one's come from elsewhere.
        await Second.RestartAsync();
        using var third = await PrivateEngine.StartWithErrorsAsync(First.Folder.Beside());

        Assert.Equal("7 working days", (await Second.Client.ReceiveAsync()).Clock.Limit);
        Assert.Equal("7 working days", (await third.Client.ReceiveAsync()).Clock.Limit);
        Assert.Contains("7 working days", await File.ReadAllTextAsync(there.File), StringComparison.Ordinal);
        Assert.Contains(third.Process.Output, line => line.Contains(RuleDesk.Path, StringComparison.Ordinal));
        Assert.Contains("3 working days", await File.ReadAllTextAsync(third.Folder.Procedure(RuleDesk.Name)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Carry_on_for_one_that_was_killed()
    {
        var code = (await First.Client.ReceiveAsync()).Code;
        var request = new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = code, Action = "propose" };
        var acted = await First.Client.Dossiers.AdvanceStepAsync(request, Officer.Examiner().Headers);
        First.Process.Kill();

        var again = await Second.Client.Dossiers.AdvanceStepAsync(request, Officer.Examiner().Headers);

        Assert.Equal((acted.Dossier, acted.Position, true), (again.Dossier, again.Position, again.Replayed));
    }

    /// <summary>What does not move with the clock of the world while it is looked at.</summary>
    private static (long Version, string Steps, DossierStatus Status) StateOf(Dossier dossier) => (dossier.Version, dossier.ActiveSteps.ToString(), dossier.Status);

    private static Google.Type.Date Today()
    {
        var today = TimeProvider.System.GetUtcNow().AddHours(7);
        return new() { Year = today.Year, Month = today.Month, Day = today.Day };
    }

    /// <summary>Waits for what comes by itself; the limit only turns a hang into a failure.</summary>
    private static async Task UntilAsync(Func<bool> isThere)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var started = TimeProvider.System.GetTimestamp();
        while (!isThere())
        {
            Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, s_hang);
            await look.WaitForNextTickAsync();
        }
    }
}
