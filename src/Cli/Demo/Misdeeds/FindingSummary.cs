using System.Text.Json;
using Grpc.Core;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;
using Tthc.Workflows.Findings;

namespace Tthc.Cli.Demo.Misdeeds;

/// <summary>What the rules found, counted from the events, beside what was played for them.</summary>
internal sealed class FindingSummary(Shell shell, Offices offices)
{
    private readonly Dictionary<string, FindingCount> _byRule = new(StringComparer.Ordinal);

    public async Task ReadAsync(EngineCalls engine)
    {
        var request = new WatchEventsRequest { UntilCaughtUp = true, Kinds = { "finding-raised", "finding-cleared" } };
        using var call = engine.Feed.WatchEvents(request, engine.Options);
        await foreach (var batch in call.ResponseStream.ReadAllAsync(engine.Options.CancellationToken))
            foreach (var happened in batch.Events)
                Add(happened);
    }

    public void Write(MisdeedLog log, bool drawn)
    {
        var table = new TextTable(
            shell.Say("Quy tắc", "Rule"), shell.Say("Vi phạm", "Violation"), shell.Say("Phát hiện", "Found"), shell.Say("Hồ sơ", "Dossiers"),
            shell.Say("Còn mở", "Open"), shell.Say("Hồ sơ cài cắm", "Dossiers played")).Right(2, 3, 4, 5);
        var rules = offices.Bundle.RuleSets.SelectMany(s => s.Rules).Where(r => r.RaisesFindings).DistinctBy(r => r.Id).OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        foreach (var rule in rules)
            table.Add(Cells(rule, log));
        table.Write(shell.Output, drawn);
        var fired = rules.Count(r => _byRule.ContainsKey(r.Id));
        shell.Output.WriteLine(shell.Say(
            $"{fired} trong {rules.Count} quy tắc có phát hiện. Quy tắc không có phát hiện: máy từ chối việc ấy, hoặc không ai làm.",
            $"{fired} of {rules.Count} rules found something. Where one did not, the engine refuses it or nobody did it."));
    }

    private string[] Cells(ComplianceRule rule, MisdeedLog log)
    {
        var count = _byRule.GetValueOrDefault(rule.Id) ?? new();
        var meant = MisdeedKind.All.Where(k => k.Rules.Contains(rule.Id)).ToList();
        return [rule.Id, rule.Title.In(shell.Words.Language), $"{count.Raised}", $"{count.Dossiers.Count}", $"{count.Open}", meant.Count == 0 ? "" : $"{meant.Sum(k => log.CountDone(k.Misdeed))}"];
    }

    private void Add(DossierEvent happened)
    {
        using var facts = JsonDocument.Parse(happened.PayloadJson);
        var isRaised = happened.Kind == "finding-raised";
        var of = isRaised ? facts.RootElement.GetProperty("finding") : facts.RootElement;
        var rule = of.GetProperty("rule").GetString()!;
        if (!_byRule.TryGetValue(rule, out var count))
            _byRule.Add(rule, count = new());
        count.Open += isRaised ? 1 : -1;
        if (!isRaised)
            return;
        count.Raised++;
        count.Dossiers.Add(happened.DossierCode);
    }

    private sealed class FindingCount
    {
        public int Raised { get; set; }

        public int Open { get; set; }

        public HashSet<string> Dossiers { get; } = new(StringComparer.Ordinal);
    }
}
