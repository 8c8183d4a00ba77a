using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Tthc.Storage.Rules;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Bundles;
using Tthc.Workflows.Findings;
using CompiledBundle = Tthc.Workflows.Bundles.RuleBundle;
using StoredBundle = Tthc.Storage.Rules.RuleBundle;

namespace Tthc.Engine.Rules;

/// <summary>Older revisions of the rule sets that judge a dossier by the revision of its receipt. Loaded with a bundle, so that judging never waits for the store.</summary>
internal sealed class RuleSetHistory(RuleBundleStore store)
{
    private readonly ConcurrentDictionary<long, PublishedRuleSet?> _compiled = new();

    /// <summary>The rule sets of a bundle with the numbers of their revisions, and what they were before where that still judges.</summary>
    public async Task<ComplianceRules> RulesAsync(CompiledBundle bundle, StoredBundle stored, TimeSpan localOffset, CancellationToken cancellation)
    {
        var rows = stored.RuleSets.ToDictionary(r => (r.Code, r.InForceFrom));
        var sets = bundle.RuleSets.Select(s => new PublishedRuleSet(rows[(s.Name, BundleRevisions.FirstDay(s))].Id, s)).ToImmutableArray();
        var before = new Dictionary<long, ImmutableArray<Earlier>>();
        foreach (var set in sets.Where(s => s.Rules.Judges != RuleLanguage.RuleSets.JudgingRevision.Newest))
            before[set.RevisionId] = await EarlierAsync(set, localOffset, cancellation);
        if (before.Count == 0)
            return new ComplianceRules(sets);
        var frozen = before.ToFrozenDictionary();
        return new ComplianceRules(sets, (set, at) => frozen.TryGetValue(set.RevisionId, out var earlier) ? earlier.LastOrDefault(e => e.Since <= at)?.Set : set);
    }

    private async Task<ImmutableArray<Earlier>> EarlierAsync(PublishedRuleSet newest, TimeSpan localOffset, CancellationToken cancellation)
    {
        var earlier = ImmutableArray.CreateBuilder<Earlier>();
        var rows = await store.ListRevisionsAsync(RevisionKind.RuleSet, newest.Rules.Name, cancellation);
        foreach (var row in rows.Where(r => r.InForceFrom == BundleRevisions.FirstDay(newest.Rules) && r.Publication is not { BundleId: null }))
            if ((row.Id == newest.RevisionId ? newest : await CompiledAsync(row, cancellation)) is { } set)
                earlier.Add(new Earlier(SinceOf(row, localOffset), set));
        return earlier.ToImmutable();
    }

    private static DateTimeOffset SinceOf(RevisionRow row, TimeSpan localOffset) =>
        row.Publication?.EffectiveFrom is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), localOffset) : row.PublishedAt;

    private async Task<PublishedRuleSet?> CompiledAsync(RevisionRow row, CancellationToken cancellation)
    {
        if (_compiled.TryGetValue(row.Id, out var known))
            return known;
        // With the rule files it stood among: a set may take rules of others.
        var files = (await store.LoadFirstBundleAsync(RevisionKind.RuleSet, row.Id, cancellation))?.Files ?? [];
        var texts = files.Where(f => f.Path.EndsWith(RuleBundleCompiler.RuleFile, StringComparison.Ordinal)).Select(f => SourceText.FromUtf8(f.Path, f.Content));
        var set = ComplianceSetReader.Read(texts, new DiagnosticBag()).FirstOrDefault(s => s.Name == row.Code && BundleRevisions.FirstDay(s) == row.InForceFrom);
        return _compiled[row.Id] = set is null ? null : new PublishedRuleSet(row.Id, set);
    }

    private sealed record Earlier(DateTimeOffset Since, PublishedRuleSet Set);
}
