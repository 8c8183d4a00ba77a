using System.Collections.Immutable;
using Tthc.Storage.Rules;
using Tthc.Workflows.Findings;
using CompiledBundle = Tthc.Workflows.Bundles.RuleBundle;
using StoredBundle = Tthc.Storage.Rules.RuleBundle;

namespace Tthc.Engine.Rules;

/// <summary>Between bundles as they are compiled and as they are stored.</summary>
internal static class BundleRevisions
{
    /// <summary>Every procedure with its file.</summary>
    public static ImmutableArray<BundledRevision> Procedures(CompiledBundle bundle) =>
        [.. bundle.Procedures.Select(p => new BundledRevision(p.Code, p.InForceFrom, bundle.PathOf(p)))];

    /// <summary>Every rule set with its file.</summary>
    public static ImmutableArray<BundledRevision> RuleSets(CompiledBundle bundle) =>
        [.. bundle.RuleSets.Select(s => new BundledRevision(s.Name, FirstDay(s), s.Path))];

    /// <summary>First day of receipt for which a rule set holds; the earliest there is where the set does not say.</summary>
    public static DateOnly FirstDay(ComplianceSet set) => set.InForce.From ?? DateOnly.MinValue;

    /// <summary>What was edited in the folder: its files against the bundle in force.</summary>
    public static ImmutableArray<FileEdit> FolderEdits(IReadOnlyList<RuleFile> files, StoredBundle? head)
    {
        var known = (head?.Files ?? []).ToDictionary(f => f.Path, f => f.Content, StringComparer.Ordinal);
        var changed = files.Where(f => !known.TryGetValue(f.Path, out var content) || !content.AsSpan().SequenceEqual(f.Content));
        var there = files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        return [.. changed.Select(f => new FileEdit(f.Path, f.Content, null)), .. known.Keys.Where(p => !there.Contains(p)).Select(p => new FileEdit(p, null, null))];
    }
}
