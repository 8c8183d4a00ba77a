using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;
using Tthc.Protos.V1;

namespace Tthc.Bench.Load;

/// <summary>What edits of rules cost: the impact preview over every open dossier, and how soon a published rule judges.</summary>
internal sealed class RuleWork(GrpcChannel channel, StepWork work, string rules)
{
    private const string EditedProcedure = "procedures/e2e-dai.procedure.json";
    private const int CallersDuringPublish = 16;
    private static readonly Metadata s_administrator = new() { { "tthc-actor", "quan-tri" }, { "tthc-agency", "qn-trung-tam" }, { "tthc-roles", "rule-administrator" } };
    private readonly RuleService.RuleServiceClient _client = new(channel);

    public async Task ImpactAsync()
    {
        Console.WriteLine("| impact of | dossiers | changed | findings appearing | seconds | dossiers/s |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        await ImpactRowAsync("a new rule set that finds something in each", Publication("BENCH0").Files);
        await ImpactRowAsync("an edited limit of the procedure of all", [Edit(EditedProcedure, "\"limit\": \"20 working days\"", "\"limit\": \"21 working days\"")]);
    }

    /// <summary>Publishes new rule sets while steps go on; from the reply to the first step judged by the new set.</summary>
    public async Task PublishAsync(int times)
    {
        Console.WriteLine();
        Console.WriteLine("| publish, 16 steps in flight | publishing ms | first verdict after the reply ms |");
        Console.WriteLine("|---|---:|---:|");
        for (var i = 1; i <= times; i++)
            Console.WriteLine(await PublishRowAsync(i));
    }

    private async Task ImpactRowAsync(string what, IEnumerable<RuleFileEdit> edits)
    {
        var request = new PreviewImpactRequest { Files = { edits } };
        var started = Stopwatch.GetTimestamp();
        using var call = _client.PreviewImpact(request, s_administrator);
        ImpactResult? result = null;
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            result = call.ResponseStream.Current.Result ?? result;
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (result is not { Accepted: true })
            throw new InvalidOperationException($"The edit was refused: {result?.Diagnostics.FirstOrDefault()}");
        var summary = result.Summary;
        Console.WriteLine(Text($"| {what} | {summary.Dossiers:N0} | {summary.Changed:N0} | {summary.FindingsAppearing:N0} | {seconds:0.00} | {summary.Dossiers / seconds:N0} |"));
    }

    private async Task<string> PublishRowAsync(int number)
    {
        var rule = $"BENCH{number}";
        var first = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Seen = reply =>
        {
            foreach (var finding in reply.Dossier.Findings)
                if (finding.Rule == rule)
                    first.TrySetResult(Stopwatch.GetTimestamp());
        };
        var load = CallLoad.RunAsync(CallersDuringPublish, 3, work.For(CallersDuringPublish));
        await Task.Delay(1000);
        var started = Stopwatch.GetTimestamp();
        await _client.PublishRuleSetAsync(Publication(rule), s_administrator);
        var replied = Stopwatch.GetTimestamp();
        await load;
        work.Seen = null;
        return Text($"| {number} | {Stopwatch.GetElapsedTime(started, replied).TotalMilliseconds:0} | {(await first.Task - replied) * 1000.0 / Stopwatch.Frequency:0.0} |");
    }

    private static PublishRuleSetRequest Publication(string rule)
    {
        var name = rule.ToLowerInvariant();
        var set = $$"""
            {
              "WorkflowName": "{{name}}", "Facts": "dossier",
              "Rules": [ { "RuleName": "{{rule}}-open", "Expression": "dossier.IsOpen",
                "Properties": { "id": "{{rule}}", "severity": "low", "basis": "đo", "title": { "vi": "Đang mở", "en": "Open" } } } ]
            }
            """;
        const string given = """{ "procedure": "1.004873", "receivedAt": "2026-03-02T08:00", "dueAt": "2026-03-05T17:00" """;
        var tests = $$"""
            { "cases": [
              { "name": "open", "at": "2026-03-04T09:00+07:00", "given": {{given}} }, "expect": { "{{rule}}": "met" } },
              { "name": "done", "at": "2026-03-06T09:00+07:00", "given": {{given}}, "status": "Settled", "endedAt": "2026-03-05T15:00" }, "expect": { "{{rule}}": "not met" } }
            ] }
            """;
        return new PublishRuleSetRequest
        {
            RequestId = Guid.NewGuid().ToString("N"), Reason = "đo", Basis = "đo",
            Files = { new RuleFileEdit { Path = $"compliance/{name}.rules.json", Source = set }, new RuleFileEdit { Path = $"compliance/{name}.tests.json", Source = tests } },
        };
    }

    private RuleFileEdit Edit(string path, string from, string to)
    {
        var text = File.ReadAllText(Path.Combine(rules, path));
        var edited = text.Replace(from, to, StringComparison.Ordinal);
        if (edited == text)
            throw new InvalidOperationException($"{path} has no '{from}' any more; the benchmark has to follow.");
        return new RuleFileEdit { Path = path, Source = edited };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
