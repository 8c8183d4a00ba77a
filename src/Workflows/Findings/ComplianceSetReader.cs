using System.Collections.Immutable;
using Tthc.RuleLanguage;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.RuleSets;
using Tthc.RuleLanguage.Types;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Facts;

namespace Tthc.Workflows.Findings;

/// <summary>Reads and compiles the rule sets that judge dossiers.</summary>
public static class ComplianceSetReader
{
    /// <summary>Name of the facts in rule files.</summary>
    public const string FactsName = "dossier";

    private static readonly NamedValues<FindingTrack> s_tracks = new(("fact", FindingTrack.Fact), ("system", FindingTrack.System));

    /// <summary>How rule sets are compiled here.</summary>
    public static RuleSetOptions Options { get; } = RuleSetOptions.Default with { Units = [FactUnits.Minutes] };

    /// <summary>All rule sets of some files, and everything wrong with them.</summary>
    public static ImmutableArray<ComplianceSet> Read(IEnumerable<SourceText> files, DiagnosticBag bag)
    {
        var definitions = files.OrderBy(f => f.Path, StringComparer.Ordinal).SelectMany(f => RuleSetReader.Read(f, bag)).ToList();
        foreach (var definition in definitions)
            CheckFacts(definition, bag);
        if (bag.HasErrors)
            return [];
        var sets = RuleSetCompiler.Compile(definitions, _ => ComplianceFacts.Schema, Options, bag)
            .Select(c => new ComplianceSet(c, [.. c.Rules.Select((rule, index) => RuleOf(rule, index, bag))])).ToImmutableArray();
        Unambiguous(sets, bag);
        return sets;
    }

    private static void CheckFacts(RuleSetDefinition definition, DiagnosticBag bag)
    {
        if (definition.Facts is not { } facts)
            bag.Report(definition.Name.Problem(ComplianceDiagnostics.NoFacts, definition.Name.Value));
        else if (facts.Value != FactsName)
            bag.Report(facts.Problem(ComplianceDiagnostics.UnknownFacts, facts.Value));
    }

    private static ComplianceRule RuleOf(CompiledRule rule, int index, DiagnosticBag bag)
    {
        var metadata = rule.Metadata;
        if (metadata.ClearedBy is { } cleared && cleared.Value != ComplianceRule.Never && !EventKinds.All.Contains(cleared.Value))
            bag.Report(cleared.Problem(ComplianceDiagnostics.UnknownEvent, cleared.Value).WithNearest(NameSuggestion.Nearest(cleared.Value, EventKinds.All)));
        var due = metadata.Obligation?.Due is { } text
            ? ExpressionChecker.Check(ExpressionText.From(text), new CheckOptions { Facts = ComplianceFacts.Schema, Scope = [.. rule.Scope.Select(p => p.Variable)], Expected = RuleType.Instant.AsNullable() }, bag)
            : null;
        return new ComplianceRule(rule, index, Track(metadata, bag), Raises(metadata, bag) && !rule.IsShadow, due) { Reminds = Reminds(metadata, bag) };
    }

    private static Reminder? Reminds(RuleMetadata metadata, DiagnosticBag bag)
    {
        if (Rest(metadata, "reminds") is not { } entry)
            return null;
        var written = (entry.Value.Node as JsonString)?.Value ?? "?";
        if (Reminder.Read(written) is { } reminder)
            return reminder;
        bag.Report(ComplianceDiagnostics.UnknownReminder.At(entry.Value.Location, entry.Value.Path.ToString(), written));
        return null;
    }

    private static FindingTrack Track(RuleMetadata metadata, DiagnosticBag bag)
    {
        if (Rest(metadata, "track") is not { } entry)
            return FindingTrack.Fact;
        if (entry.Value.Node is JsonString text && s_tracks.TryGet(text.Value, out var track))
            return track;
        bag.Report(ComplianceDiagnostics.UnknownTrack.At(entry.Value.Location, entry.Value.Path.ToString(), (entry.Value.Node as JsonString)?.Value ?? "?"));
        return FindingTrack.Fact;
    }

    private static bool Raises(RuleMetadata metadata, DiagnosticBag bag)
    {
        if (Rest(metadata, "finding") is not { } entry)
            return true;
        if (entry.Value.Node is JsonBoolean truth)
            return truth.Value;
        bag.Report(ComplianceDiagnostics.NotATruth.At(entry.Value.Location, entry.Value.Path.ToString()));
        return true;
    }

    private static JsonEntry? Rest(RuleMetadata metadata, string name) => metadata.Rest.FirstOrDefault(e => e.Name.Value == name);

    private static void Unambiguous(ImmutableArray<ComplianceSet> sets, DiagnosticBag bag)
    {
        for (var i = 0; i < sets.Length; i++)
        {
            foreach (var earlier in sets.Take(i).Where(s => s.IsShadow == sets[i].IsShadow && Overlap(s.InForce, sets[i].InForce)))
            {
                if (earlier.Name == sets[i].Name)
                    bag.Report(sets[i].Compiled.Definition.Name.Problem(ComplianceDiagnostics.DuplicateSet, earlier.Name, earlier.Path));
                Duplicates(earlier, sets[i], bag);
            }
            Duplicates(sets[i], bag);
        }
    }

    private static void Duplicates(ComplianceSet earlier, ComplianceSet set, DiagnosticBag bag)
    {
        foreach (var rule in set.Rules.Where(r => !r.Rule.IsShadow && earlier.Rules.Any(e => !e.Rule.IsShadow && e.Id == r.Id)))
            bag.Report(rule.Named.Problem(ComplianceDiagnostics.DuplicateId, rule.Id, earlier.Path));
    }

    private static void Duplicates(ComplianceSet set, DiagnosticBag bag)
    {
        foreach (var group in set.Rules.Where(r => !r.Rule.IsShadow).GroupBy(r => r.Id, StringComparer.Ordinal))
            foreach (var again in group.Skip(1))
                bag.Report(again.Named.Problem(ComplianceDiagnostics.DuplicateId, again.Id, set.Path));
    }

    private static bool Overlap(ValidityPeriod a, ValidityPeriod b) => !(a.To < b.From) && !(b.To < a.From);
}
