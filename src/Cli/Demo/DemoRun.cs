using System.Diagnostics;
using Grpc.Core;
using Tthc.Cli.Demo.Misdeeds;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;
using Tthc.Workflows.Bundles;
using LogEvent = Tthc.Protos.V1.DossierEvent;

namespace Tthc.Cli.Demo;

/// <summary>A whole demo: an engine of its own, a quarter played, the tables, and nothing left behind.</summary>
internal sealed class DemoRun(Shell shell, DemoOptions options, bool drawn)
{
    public async Task<int> RunAsync(RuleBundle bundle, ProcessStartInfo start, CancellationToken cancellation)
    {
        var store = Directory.CreateDirectory(Path.Combine(shell.Surroundings.TemporaryFolder, $"tthc-demo-{Guid.CreateVersion7():n}")).FullName;
        try
        {
            await using var engine = EngineProcess.Start(start, options, store);
            return await ServeAsync(engine, bundle, cancellation);
        }
        catch (EngineDidNotStartException failed)
        {
            shell.Error.WriteLine(shell.Say("Engine không khởi động được. Những dòng cuối của nó:", "The engine did not start. Its last lines:"));
            shell.Error.WriteLine(failed.Message);
            return ExitCode.ServerAway;
        }
        finally
        {
            if (options.Keep)
                shell.Output.WriteLine(shell.Say($"Kho dữ liệu được giữ lại: {store}", $"The store is kept: {store}"));
            else
                Directory.Delete(store, recursive: true);
        }
    }

    private async Task<int> ServeAsync(EngineProcess process, RuleBundle bundle, CancellationToken cancellation)
    {
        try
        {
            var address = await process.WhenReadyAsync(cancellation);
            using var channel = EngineSession.Open(address);
            await PlayAsync(channel.CreateCallInvoker(), bundle, cancellation);
            return ExitCode.Ok;
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or RpcException && cancellation.IsCancellationRequested)
        {
            shell.Error.WriteLine(shell.Say("Đã dừng theo yêu cầu.", "Stopped as asked."));
            return ExitCode.Interrupted;
        }
        catch (RpcException failed)
        {
            shell.Error.WriteLine(shell.Say($"Engine trả lời ngoài dự kiến: {failed.Status}. Những dòng cuối của nó:", $"The engine answered unexpectedly: {failed.Status}. Its last lines:"));
            shell.Error.WriteLine(process.LastLines);
            return failed.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded ? ExitCode.ServerAway : ExitCode.Refused;
        }
    }

    private async Task PlayAsync(CallInvoker channel, RuleBundle bundle, CancellationToken cancellation)
    {
        var began = shell.Surroundings.Clock.GetTimestamp();
        var onlooker = new Officer("demo", bundle.Agencies.Agencies.First(a => a.Parent is null && a.ExistsOn(options.From)).Id, "", "observer");
        var stage = new Stage(new EngineCalls(channel, onlooker, cancellation), new Agenda(options.Start), new Offices(bundle), new MisdeedLog(options.Rates));
        var arrivals = new ArrivalPlan(stage.Offices, options).Draw();
        shell.Output.WriteLine(shell.Say(
            $"Giả lập {options.From:dd/MM/yyyy} – {options.LastDay:dd/MM/yyyy}: {arrivals.Count} hồ sơ, {arrivals.Select(a => a.Procedure.Code).Distinct().Count()} thủ tục, hạt giống {options.Seed}.",
            $"Playing {options.From:dd/MM/yyyy} – {options.LastDay:dd/MM/yyyy}: {arrivals.Count} dossiers, {arrivals.Select(a => a.Procedure.Code).Distinct().Count()} procedures, seed {options.Seed}."));
        var play = new Play(stage, options, arrivals, cancellation);
        await new DemoProgress(shell, drawn).ShowAsync(play);
        var took = shell.Surroundings.Clock.GetElapsedTime(began);
        var summary = new DemoSummary(shell, stage.Offices);
        await summary.ReadAsync(stage.Engine);
        shell.Output.WriteLine();
        summary.Write(drawn);
        await WriteFindingsAsync(stage, play.Misdeeds);
        WriteCalls(stage.Engine, took);
        if (summary.StoryOf is { } late)
            await TellAsync(stage, late);
        if (options.ExportPath is { } path)
            await ExportAsync(stage, path, cancellation);
    }

    private async Task WriteFindingsAsync(Stage stage, MisdeedPlan plan)
    {
        var findings = new FindingSummary(shell, stage.Offices);
        await findings.ReadAsync(stage.Engine);
        shell.Output.WriteLine();
        new MisdeedSummary(shell, stage.Misdeeds, plan).Write(drawn);
        shell.Output.WriteLine();
        findings.Write(stage.Misdeeds, drawn);
    }

    /// <summary>All events, one a line, as tthc watch --json writes them.</summary>
    private async Task ExportAsync(Stage stage, string path, CancellationToken cancellation)
    {
        await using var to = new StreamWriter(path);
        using var call = stage.Engine.Feed.WatchEvents(new() { UntilCaughtUp = true }, stage.Engine.Options);
        var written = 0;
        await foreach (var batch in call.ResponseStream.ReadAllAsync(cancellation))
            foreach (var happened in batch.Events)
            {
                await to.WriteLineAsync(Output.MessageJson.Of(happened));
                written++;
            }
        shell.Output.WriteLine();
        shell.Output.WriteLine(shell.Say($"Đã xuất {written} sự kiện: {path}", $"Exported {written} events: {path}"));
    }

    private void WriteCalls(EngineCalls engine, TimeSpan took)
    {
        shell.Output.WriteLine();
        shell.Output.WriteLine(shell.Say(
            $"{engine.Count} lời gọi trong {took.TotalSeconds:0.0} giây ({engine.Count / took.TotalSeconds:0} lời gọi/giây).",
            $"{engine.Count} calls in {took.TotalSeconds:0.0} s ({engine.Count / took.TotalSeconds:0} calls/s)."));
        if (!engine.Refusals.IsEmpty)
            shell.Output.WriteLine(shell.Say("Từ chối ngoài dự kiến: ", "Refused unexpectedly: ") + string.Join(", ", engine.Refusals.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {r.Value}")));
    }

    private async Task TellAsync(Stage stage, Dossier late)
    {
        var log = new List<LogEvent>();
        var request = new ListDossierEventsRequest { Dossier = late.Code, PageSize = 1000 };
        do
        {
            var page = await stage.Engine.Dossiers.ListDossierEventsAsync(request, stage.Engine.Options);
            log.AddRange(page.Events);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        shell.Output.WriteLine();
        shell.Output.WriteLine(shell.Say("Diễn biến một hồ sơ quá hạn", "The course of one late dossier (in Vietnamese)"));
        shell.Output.WriteLine(new LateStory(stage.Offices).Tell(late, log));
    }
}
