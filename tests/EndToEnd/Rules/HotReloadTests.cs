using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;
using Xunit.Abstractions;

namespace Tthc.EndToEnd.Rules;

public sealed class HotReloadTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string ShortFile = "e2e-nhanh";
    private PrivateEngine? _engine;

    private PrivateEngine Engine => _engine!;

    public async Task InitializeAsync() => _engine = await PrivateEngine.StartAsync();

    public Task DisposeAsync()
    {
        _engine?.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Takes_a_changed_file_for_new_dossiers_only_while_calls_go_on()
    {
        using var load = new ReceiptLoad(Engine.Process.Address);
        var before = await Engine.Client.ReceiveAsync();

        await EditAsync(ShortFile, text => text.Replace("\"limit\": \"3 working days\"", "\"limit\": \"5 working days\"", StringComparison.Ordinal));
        var after = await Engine.Client.ReceiveAsync();
        var revisions = await load.EndAsync();

        Assert.Equal("3 working days", before.Clock.Limit);
        Assert.Equal("5 working days", after.Clock.Limit);
        Assert.NotEqual(before.ProcedureRevision, after.ProcedureRevision);
        // Under load every receipt got the one or the other, first the one, then the other.
        Assert.Subset(new HashSet<string>([before.ProcedureRevision, after.ProcedureRevision]), revisions.SelectMany(r => r).ToHashSet(StringComparer.Ordinal));
        Assert.All(revisions, client => Assert.InRange(client.Zip(client.Skip(1)).Count(pair => pair.First != pair.Second), 0, 1));
        await AssertKeptAsync(before);
        Engine.Process.Kill();
        await Engine.RestartAsync();
        await AssertKeptAsync(before);
        await FinishAsync(before.Code);
        Assert.Equal(before.ProcedureRevision, (await Engine.Client.GetAsync(before.Code)).ProcedureRevision);
    }

    [Fact]
    public async Task Takes_an_added_file()
    {
        var unknown = await Failure.OfAsync(Engine.Client.Dossiers.ReceiveDossierAsync(EngineClient.Receipt("E2E-MOI"), Officer.Desk().Headers));
        Assert.Equal("unknown-procedure", unknown.Info.Reason);

        await AddAsync("e2e-moi");

        var dossier = await Engine.Client.ReceiveAsync("E2E-MOI");
        await FinishAsync(dossier.Code);
    }

    [Fact]
    public async Task Lets_dossiers_of_a_removed_procedure_go_on_also_after_a_restart()
    {
        await AddAsync("e2e-moi");
        var first = await Engine.Client.ReceiveAsync("E2E-MOI");
        var second = await Engine.Client.ReceiveAsync("E2E-MOI");

        await ChangeAsync(() => File.Delete(Engine.Folder.Procedure("e2e-moi")), "in force");

        var refused = await Failure.OfAsync(Engine.Client.Dossiers.ReceiveDossierAsync(EngineClient.Receipt("E2E-MOI"), Officer.Desk().Headers));
        Assert.Equal("unknown-procedure", refused.Info.Reason);
        await FinishAsync(first.Code);
        await Engine.Process.TerminateAsync();
        await Engine.RestartAsync();
        await FinishAsync(second.Code);
    }

    [Fact]
    public async Task Refuses_a_broken_edit_at_its_place_and_runs_on_also_after_a_restart()
    {
        var before = await Engine.Client.ReceiveAsync();
        var broken = File.ReadAllText(Engine.Folder.Procedure(ShortFile)).Replace("\"then\": \"examine\"", "\"then\": \"exmine\"", StringComparison.Ordinal);
        var (line, column) = PlaceOf(broken, "\"exmine\"");

        await ChangeAsync(() => Engine.Folder.WriteProcedure(ShortFile, broken), "REFUSED");

        var place = $"procedures/{ShortFile}.procedure.json:{line}:{column}:";
        Assert.Contains(Engine.Process.Output, l => l.Contains(place, StringComparison.Ordinal) && l.Contains("exmine", StringComparison.Ordinal));
        var check = await Engine.Client.Procedures.CheckProcedureAsync(
            new CheckProcedureRequest { Path = $"procedures/{ShortFile}.procedure.json", Source = broken }, Officer.Desk().Headers);
        Assert.False(check.Accepted);
        Assert.Contains(check.Diagnostics, d => (d.Line, d.Column) == (line, column) && d.Severity == "error" && d.MessageVi.Contains("exmine", StringComparison.Ordinal));
        Assert.Equal(before.ProcedureRevision, (await Engine.Client.ReceiveAsync()).ProcedureRevision);

        Engine.Process.Kill();
        await Engine.RestartAsync();

        Assert.Contains(Engine.Process.Output, l => l.Contains("running on stored bundle", StringComparison.Ordinal));
        Assert.Equal(before.ProcedureRevision, (await Engine.Client.ReceiveAsync()).ProcedureRevision);
        await FinishAsync(before.Code);
    }

    [Fact]
    public async Task Takes_the_mended_file_after_a_broken_one()
    {
        var good = File.ReadAllText(Engine.Folder.Procedure(ShortFile));
        await ChangeAsync(() => Engine.Folder.WriteProcedure(ShortFile, good[..^20]), "REFUSED");

        await EditAsync(ShortFile, _ => good.Replace("\"limit\": \"3 working days\"", "\"limit\": \"4 working days\"", StringComparison.Ordinal));

        Assert.Equal("4 working days", (await Engine.Client.ReceiveAsync()).Clock.Limit);
    }

    private static (int Line, int Column) PlaceOf(string text, string what)
    {
        var before = text[..text.IndexOf(what, StringComparison.Ordinal)];
        return (before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    private Task AddAsync(string name) => ChangeAsync(
        () => Engine.Folder.WriteProcedure(name, File.ReadAllText(Engine.Folder.Procedure(ShortFile)).Replace("E2E-NHANH", "E2E-MOI", StringComparison.Ordinal)), "in force");

    private Task EditAsync(string name, Func<string, string> edit) =>
        ChangeAsync(() => Engine.Folder.WriteProcedure(name, edit(File.ReadAllText(Engine.Folder.Procedure(name)))), "in force");

    /// <summary>Changes a file and waits for what the engine says of it. How long that took is told, not asserted: the machine may be busy.</summary>
    private async Task ChangeAsync(Action change, string answer)
    {
        var told = Engine.Process.Output.Count;
        var bundle = await BundleAsync();
        var started = TimeProvider.System.GetTimestamp();
        change();
        await Engine.Process.LineAsync(line => line.Contains("Rules", StringComparison.Ordinal) && line.Contains(answer, StringComparison.Ordinal), told);
        // The log is told on one thread, the rules are swapped on another.
        while (answer == "in force" && await BundleAsync() == bundle)
        {
            // Each look is a call that takes its time.
        }
        output.WriteLine($"taken after {TimeProvider.System.GetElapsedTime(started).TotalMilliseconds:N0} ms");
    }

    private async Task<string> BundleAsync() =>
        (await Engine.Client.Procedures.ListProceduresAsync(new ListProceduresRequest { PageSize = 1 }, Officer.Desk().Headers)).BundleHash;

    private async Task AssertKeptAsync(Dossier before)
    {
        var now = await Engine.Client.GetAsync(before.Code);
        Assert.Equal(before.ProcedureRevision, now.ProcedureRevision);
        Assert.Equal(before.DueAt, now.DueAt);
        Assert.Equal("3 working days", now.Clock.Limit);
    }

    private async Task FinishAsync(string code)
    {
        var dossiers = Engine.Client.Dossiers;
        await dossiers.AdvanceStepAsync(new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = code, Action = "propose" }, Officer.Examiner().Headers);
        var result = new DossierResult { Number = "1/QĐ", Date = new() { Year = 2026, Month = 7, Day = 6 }, File = "sha256:1" };
        await dossiers.SettleDossierAsync(new SettleDossierRequest { RequestId = EngineClient.NewId(), Dossier = code, Result = result }, Officer.Chairman().Headers);
        var returned = await dossiers.ReturnResultAsync(
            new ReturnResultRequest { RequestId = EngineClient.NewId(), Dossier = code, Handover = new() { Receiver = "Nguyễn Văn A", Channel = Protos.V1.Channel.Direct } },
            Officer.Desk().Headers);
        Assert.Equal(DossierStatus.Returned, returned.Dossier.Status);
    }
}
