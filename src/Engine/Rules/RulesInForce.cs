using System.Collections.Frozen;
using System.Collections.Immutable;
using Tthc.Engine.Rules.Calls;
using Tthc.Protos.V1;
using Tthc.Storage.Rules;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Agencies;
using Tthc.Workflows.Bundles;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Findings;
using Tthc.Workflows.Findings.Testing;
using Tthc.Workflows.Procedures;
using RuleBundle = Tthc.Workflows.Bundles.RuleBundle;

namespace Tthc.Engine.Rules;

/// <summary>One compiled bundle with the numbers of its stored revisions. Immutable: a call that began with it finishes with it.</summary>
internal sealed class RulesInForce
{
    private readonly FrozenDictionary<(string Code, DateOnly From), PublishedProcedure> _published;
    private volatile Predecessors _predecessors = new(DateOnly.MinValue, FrozenDictionary<string, FrozenSet<string>>.Empty);

    /// <param name="bundle">As compiled.</param>
    /// <param name="stored">As stored, with the numbers of its revisions; null: nothing is published yet.</param>
    /// <param name="compliance">Its rule sets with the numbers of their revisions.</param>
    public RulesInForce(RuleBundle bundle, Storage.Rules.RuleBundle? stored, ComplianceRules compliance)
    {
        Bundle = bundle;
        BundleId = stored?.Row.Id ?? 0;
        Files = [.. (stored?.Files ?? []).Select(f => SourceText.FromUtf8(f.Path, f.Content))];
        RuleSetRevisions = [.. stored?.RuleSets ?? []];
        var rows = (stored?.Procedures ?? []).ToDictionary(r => (r.Code, r.InForceFrom));
        _published = bundle.Procedures.ToFrozenDictionary(
            p => (p.Code, p.InForceFrom), p => new PublishedProcedure(stored is null ? 0 : rows[(p.Code, p.InForceFrom)].Id, p));
        JudgingHash = RuleBundleCompiler.Hash(Files.Where(f =>
            !f.Path.EndsWith(RuleBundleCompiler.ProcedureFile, StringComparison.Ordinal) && !f.Path.EndsWith(RuleBundleCompiler.RuleTestFile, StringComparison.Ordinal)));
        World = BundleWorld.Of(bundle, p => _published[(p.Code, p.InForceFrom)], compliance);
    }

    /// <summary>No rules at all: nothing can be received.</summary>
    public static RulesInForce Nothing { get; } = new(RuleBundle.Empty, null, ComplianceRules.None);

    public RuleBundle Bundle { get; }

    /// <summary>Number of the stored bundle; 0: none.</summary>
    public long BundleId { get; }

    /// <summary>The stored revisions of its rule sets.</summary>
    public ImmutableArray<RevisionRow> RuleSetRevisions { get; }

    /// <summary>Hash of everything a verdict depends on: rule sets, calendars, agencies, policies. Procedures are pinned, tests judge nothing.</summary>
    public string JudgingHash { get; }

    public RuleWorld World { get; }

    /// <summary>The texts it was compiled from.</summary>
    public ImmutableArray<SourceText> Files { get; }

    public IEnumerable<PublishedProcedure> Published => _published.Values;

    /// <summary>Identifiers of the dissolved agencies whose work an agency does on a day. Asked with every call, so it is worked out once a day.</summary>
    public FrozenSet<string> PredecessorsOf(string agency, DateOnly day)
    {
        var known = _predecessors;
        if (known.Day != day)
            _predecessors = known = new(day, Successions(day));
        return known.Of.GetValueOrDefault(agency, FrozenSet<string>.Empty);
    }

    private FrozenDictionary<string, FrozenSet<string>> Successions(DateOnly day) => Bundle.Agencies.Agencies
        .Where(a => !a.ExistsOn(day))
        .Select(a => (a.Id, Successor: Bundle.Agencies.Responsible(a, day)?.Id))
        .Where(pair => pair.Successor is not null && pair.Successor != pair.Id)
        .GroupBy(pair => pair.Successor!, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.Select(pair => pair.Id).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private sealed record Predecessors(DateOnly Day, FrozenDictionary<string, FrozenSet<string>> Of);

    /// <summary>What edited files would make of the set in force: the bundle, null when it would be refused, and all there is to say.</summary>
    public (RuleBundle? Bundle, ImmutableArray<Diagnostic> Diagnostics) Try(IReadOnlyCollection<FileEdit> edits) => RuleBundleCompiler.Compile(With(edits));

    /// <summary>The bundle as it would be, whatever its tests say; null when it does not compile.</summary>
    public RuleBundle? Untested(IReadOnlyCollection<FileEdit> edits) => RuleBundleCompiler.Load(With(edits)).Bundle;

    /// <summary>The tests of the edited rule sets run one by one; none when the set does not compile.</summary>
    public IEnumerable<RuleTestResult> Test(IReadOnlyCollection<FileEdit> edits)
    {
        var texts = With(edits);
        if (RuleBundleCompiler.Load(texts).Bundle is not { } bundle)
            return [];
        var tests = texts.Where(f => f.Path.EndsWith(RuleBundleCompiler.RuleTestFile, StringComparison.Ordinal)).ToList();
        var edited = edits.Select(e => e.Path).ToHashSet(StringComparer.Ordinal);
        return from report in ComplianceTests.Run(bundle, tests, new DiagnosticBag())
               from outcome in report.Cases
               let file = outcome.Case.Name.Location.Source.Path
               let set = bundle.RuleSets.FirstOrDefault(s => s.Path == file[..^RuleBundleCompiler.RuleTestFile.Length] + RuleBundleCompiler.RuleFile)
               where edited.Count == 0 || edited.Contains(file) || (set is not null && edited.Contains(set.Path))
               select RuleMessages.Of(outcome, set?.Name ?? "");
    }

    private ImmutableArray<SourceText> With(IReadOnlyCollection<FileEdit> edits)
    {
        var paths = edits.Select(e => e.Path).ToHashSet(StringComparer.Ordinal);
        return [.. Files.Where(f => !paths.Contains(f.Path)), .. edits.Where(e => e.Content is not null).Select(e => SourceText.FromUtf8(e.Path, e.Content!))];
    }

    /// <summary>What there would be to say about a procedure's text if it stood in the folder: in place of the version it replaces, beside all else.</summary>
    public ImmutableArray<Diagnostic> Check(SourceText procedure)
    {
        var alone = ProcedureReader.Read(procedure).Procedure;
        var replaced = alone is null ? null : Bundle.Versions(alone.Code.Value).FirstOrDefault(v => v.InForceFrom == alone.InForceFrom.Value);
        var others = Files.Where(f => f.Path != procedure.Path && (replaced is null || f.Path != Bundle.PathOf(replaced)));
        return [.. RuleBundleCompiler.Load([.. others, procedure]).Diagnostics.Where(d => d.Location.Path == procedure.Path)];
    }
}
