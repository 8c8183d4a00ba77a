using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;
using Xunit.Abstractions;

namespace Tthc.EndToEnd.Rules;

/// <summary>Publishing by call: acknowledged is durable, one of two wins, the folder and the store agree whatever happens.</summary>
public sealed class PublishTests(ITestOutputHelper output) : IAsyncLifetime
{
    private PrivateEngine? _engine;
    private RuleDesk? _desk;

    private PrivateEngine Engine => _engine!;

    private RuleDesk Desk => _desk!;

    public async Task InitializeAsync()
    {
        _engine = await PrivateEngine.StartAsync();
        _desk = new RuleDesk(_engine);
    }

    public Task DisposeAsync()
    {
        _engine?.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Takes_an_edit_while_calls_go_on_and_tells_who_why_and_on_which_basis()
    {
        using var load = new ReceiptLoad(Engine.Process.Address);
        var before = await Engine.Client.ReceiveAsync();
        var newest = await Desk.NewestAsync();

        var started = TimeProvider.System.GetTimestamp();
        var reply = await Desk.PublishAsync(Desk.Request(5, newest.Revision));
        var after = await Engine.Client.ReceiveAsync();
        output.WriteLine($"published and first receipt by it after {TimeProvider.System.GetElapsedTime(started).TotalMilliseconds:N0} ms");
        var revisions = await load.EndAsync();

        Assert.Equal(("3 working days", "5 working days"), (before.Clock.Limit, after.Clock.Limit));
        var revision = Assert.Single(reply.Revisions);
        Assert.Equal(revision.Revision, after.ProcedureRevision);
        Assert.Subset(new HashSet<string>([before.ProcedureRevision, after.ProcedureRevision]), revisions.SelectMany(r => r).ToHashSet(StringComparer.Ordinal));
        Assert.All(revisions, client => Assert.InRange(client.Zip(client.Skip(1)).Count(pair => pair.First != pair.Second), 0, 1));
        Assert.Equal(("quan-tri", "thử", "QĐ 1", 1), (revision.Author, revision.Reason, revision.Basis, revision.BaseNumber));
        Assert.Equal(revision, await Desk.NewestAsync());
        Assert.Contains("5 working days", File.ReadAllText(Desk.File), StringComparison.Ordinal);
        Engine.Process.Kill();
        await Engine.RestartAsync();
        Assert.Equal(revision, await Desk.NewestAsync());
        Assert.Equal(before.ProcedureRevision, (await Engine.Client.GetAsync(before.Code)).ProcedureRevision);
    }

    [Fact]
    public async Task Lets_one_of_two_win_and_tells_the_other_the_head()
    {
        var newest = await Desk.NewestAsync();
        var both = await Task.WhenAll(Enumerable.Range(4, 6).Select(days => Desk.TryAsync(Desk.Request(days, newest.Revision))));

        var won = Assert.Single(both, b => b.Reply is not null);
        Assert.All(both.Where(b => b.Reply is null), lost =>
        {
            Assert.Equal(StatusCode.Aborted, lost.Failure!.Code);
            Assert.Equal("base-moved", lost.Failure.Info.Reason);
            Assert.Equal(won.Reply!.Revisions[0].Revision, lost.Failure.Info.Metadata["head"]);
        });
        Assert.Equal(2, (await Desk.RevisionsAsync()).Count);
    }

    [Fact]
    public async Task Answers_a_repeated_call_with_the_first_reply()
    {
        var request = Desk.Request(5, (await Desk.NewestAsync()).Revision);
        var first = await Desk.PublishAsync(request);

        var again = await Desk.PublishAsync(request);
        var other = await Desk.TryAsync(new PublishProcedureRequest(request) { Reason = "khác" });

        Assert.True(again.Replayed);
        Assert.Equal(first.Revisions, again.Revisions);
        Assert.Equal(StatusCode.InvalidArgument, other.Failure!.Code);
        Assert.Equal(2, (await Desk.RevisionsAsync()).Count);
    }

    [Fact]
    public async Task Goes_back_by_publishing_the_old_text_anew()
    {
        var first = await Desk.NewestAsync();
        var second = (await Desk.PublishAsync(Desk.Request(5, first.Revision))).Revisions[0];

        var back = await Engine.Client.Procedures.RollbackProcedureAsync(
            new RollbackProcedureRequest { RequestId = EngineClient.NewId(), Code = EngineClient.Short, Revision = first.Revision, BaseRevision = second.Revision, Reason = "nhầm" },
            Officer.Administrator().Headers);

        var revision = Assert.Single(back.Revisions);
        Assert.StartsWith("3-", revision.Revision, StringComparison.Ordinal);
        Assert.Equal(first.ContentHash, revision.ContentHash);
        Assert.Contains(first.Revision, revision.Reason, StringComparison.Ordinal);
        Assert.Equal("3 working days", (await Engine.Client.ReceiveAsync()).Clock.Limit);
        Assert.Contains("3 working days", File.ReadAllText(Desk.File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_mistakes_with_their_places_and_writes_nothing()
    {
        var request = Desk.Request(5, (await Desk.NewestAsync()).Revision);
        request.Source = request.Source.Replace("\"then\": \"examine\"", "\"then\": \"exmine\"", StringComparison.Ordinal);

        var (_, failure) = await Desk.TryAsync(request);

        Assert.Equal((StatusCode.FailedPrecondition, "rules-mistaken"), (failure!.Code, failure.Info.Reason));
        var diagnostics = failure.Attached<RuleDiagnostics>()!;
        Assert.Contains(diagnostics.Diagnostics, d => d.Path == request.Path && d.Line > 1 && d.MessageVi.Contains("exmine", StringComparison.Ordinal));
        Assert.Single(await Desk.RevisionsAsync());
        Assert.Equal(Desk.Text(3), File.ReadAllText(Desk.File));
        Assert.Empty(Directory.GetFiles(Engine.Folder.Rules, "*.publishing", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Refuses_whoever_is_no_rule_administrator()
    {
        var request = Desk.Request(5, (await Desk.NewestAsync()).Revision);

        var failure = await Failure.OfAsync(Engine.Client.Procedures.PublishProcedureAsync(request, Officer.Chairman().Headers));

        Assert.Equal((StatusCode.PermissionDenied, "wrong-role"), (failure.Code, failure.Info.Reason));
        Assert.Equal("rule-administrator", failure.Info.Metadata["role"]);
        Assert.Single(await Desk.RevisionsAsync());
    }

    [Theory]
    [InlineData("../outside.procedure.json")]
    [InlineData("procedures/.hidden.procedure.json")]
    [InlineData("/absolute/a.procedure.json")]
    [InlineData("procedures/a.txt")]
    public async Task Refuses_a_path_that_is_no_rule_file(string path)
    {
        var request = Desk.Request(5, "");
        request.Path = path;

        var (_, failure) = await Desk.TryAsync(request);

        Assert.Equal(StatusCode.InvalidArgument, failure!.Code);
        Assert.Contains("path", failure.Fields);
    }

    [Fact]
    public async Task Keeps_an_edit_of_the_folder_that_was_not_taken_over()
    {
        var told = Engine.Process.Output.Count;
        Engine.Folder.WriteProcedure(RuleDesk.Name, Desk.Text(3)[..^20]);
        await Engine.Process.LineAsync(line => line.Contains("REFUSED", StringComparison.Ordinal), told);

        var (_, failure) = await Desk.TryAsync(Desk.Request(5, (await Desk.NewestAsync()).Revision));

        Assert.Equal((StatusCode.FailedPrecondition, "folder-edited"), (failure!.Code, failure.Info.Reason));
        Assert.Equal(Desk.Text(3)[..^20], File.ReadAllText(Desk.File));
    }

    [Fact]
    public async Task Takes_an_edit_of_the_folder_after_a_call()
    {
        await Desk.PublishAsync(Desk.Request(5, (await Desk.NewestAsync()).Revision));
        var told = Engine.Process.Output.Count;

        Engine.Folder.WriteProcedure(RuleDesk.Name, Desk.Text(6));
        await Engine.Process.LineAsync(line => line.Contains("by folder", StringComparison.Ordinal), told);

        var revision = await Desk.NewestAsync();
        Assert.Equal((3, "folder"), (int.Parse(revision.Revision.Split('-')[0]), revision.Author));
        Assert.Equal("6 working days", (await Engine.Client.ReceiveAsync()).Clock.Limit);
    }

    [Fact]
    public async Task Refuses_when_the_folder_cannot_be_written()
    {
        // What lies beside the file cannot be made, also by root, where a folder has its name.
        Directory.CreateDirectory(Desk.File + ".publishing");

        var (_, failure) = await Desk.TryAsync(Desk.Request(5, (await Desk.NewestAsync()).Revision));

        Assert.Equal((StatusCode.FailedPrecondition, "rules-folder-closed"), (failure!.Code, failure.Info.Reason));
        Assert.Equal("3 working days", (await Engine.Client.ReceiveAsync()).Clock.Limit);
        Assert.Single(await Desk.RevisionsAsync());
    }

    [Fact]
    public async Task Waits_for_its_day_and_takes_force_as_the_day_begins()
    {
        var newest = await Desk.NewestAsync();
        var request = Desk.Request(5, newest.Revision);
        request.EffectiveFrom = new() { Year = 2026, Month = 7, Day = 9 };
        var waiting = await Desk.PublishAsync(request);
        Assert.True(waiting.Publication.Waiting);
        Assert.True(Assert.Single(waiting.Revisions).Waiting);
        Assert.Equal("3 working days", (await Engine.Client.ReceiveAsync()).Clock.Limit);
        Assert.Contains("3 working days", File.ReadAllText(Desk.File), StringComparison.Ordinal);
        Assert.Equal("base-moved", (await Desk.TryAsync(Desk.Request(6, newest.Revision))).Failure!.Info.Reason);

        // Midnight of 9 July in Vietnam.
        await Engine.Client.MoveClockAsync(new DateTimeOffset(2026, 7, 8, 16, 59, 59, TimeSpan.Zero));
        Assert.Equal("3 working days", (await Engine.Client.ReceiveAsync()).Clock.Limit);
        Engine.Process.Kill();
        await Engine.RestartAsync("--Clock:Start=2026-07-08T16:59:59Z");
        await Engine.Client.MoveClockAsync(new DateTimeOffset(2026, 7, 8, 17, 0, 0, TimeSpan.Zero));

        var after = await Engine.Client.ReceiveAsync();
        Assert.Equal(("5 working days", waiting.Revisions[0].Revision), (after.Clock.Limit, after.ProcedureRevision));
        Assert.Contains("5 working days", File.ReadAllText(Desk.File), StringComparison.Ordinal);
        Assert.False((await Desk.NewestAsync()).Waiting);
    }

    [Fact]
    public async Task Lets_a_later_publication_overtake_one_that_waits()
    {
        var request = Desk.Request(5, (await Desk.NewestAsync()).Revision);
        request.EffectiveFrom = new() { Year = 2026, Month = 7, Day = 9 };
        var waiting = await Desk.PublishAsync(request);
        await Desk.PublishAsync(Desk.Request(6, waiting.Revisions[0].Revision));

        await Engine.Client.MoveClockAsync(new DateTimeOffset(2026, 7, 10, 1, 0, 0, TimeSpan.Zero));

        Assert.Equal("6 working days", (await Engine.Client.ReceiveAsync()).Clock.Limit);
        Assert.Contains("6 working days", File.ReadAllText(Desk.File), StringComparison.Ordinal);
    }
}
