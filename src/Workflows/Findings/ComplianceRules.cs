using System.Collections.Frozen;
using System.Collections.Immutable;
using Tthc.RuleLanguage.RuleSets;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Facts;

namespace Tthc.Workflows.Findings;

/// <summary>The rule sets that judge dossiers, as published.</summary>
/// <param name="sets">The newest revision of each version of each set.</param>
/// <param name="asOf">The revision of a set version that was the newest at an instant; null: the set was not there yet. Asked only for sets that pin a dossier to its receipt.</param>
public sealed class ComplianceRules(ImmutableArray<PublishedRuleSet> sets, Func<PublishedRuleSet, DateTimeOffset, PublishedRuleSet?>? asOf = null)
{
    private readonly FrozenSet<string> _keptForEver = sets.SelectMany(s => s.Rules.Rules).Where(r => !r.IsCleared).Select(r => r.Id).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether any rule speaks of the officer who ends a dossier: only then is counted.</summary>
    public bool AskForOfficer { get; } = Ask(sets, "officer");

    /// <summary>Whether any rule speaks of the deciding agency's month.</summary>
    public bool AskForAgency { get; } = Ask(sets, "agency");

    /// <summary>No rules: nothing is found.</summary>
    public static ComplianceRules None { get; } = new([]);

    /// <summary>The newest revisions.</summary>
    public ImmutableArray<PublishedRuleSet> Sets => sets;

    /// <summary>Judges a dossier after an act, or again without one.</summary>
    /// <param name="changed">The dossier with the act applied.</param>
    /// <param name="act">The act; null: the rules are only asked again.</param>
    /// <param name="context">What the decision was given.</param>
    /// <param name="at">The instant by which they judge.</param>
    internal Judgement Judge(Dossier changed, RecordedEvent? act, DecisionContext context, DateTimeOffset at)
    {
        var acts = act is null ? context.Acts : context.Acts.Add(EventFacts.Of(act));
        if (!sets.IsEmpty)
            return new ComplianceJudge(this, context, at, acts).Judge(changed, act);
        return new Judgement(changed with { LookAgainAt = null }, act is null ? [] : [act], acts, []);
    }

    /// <summary>What each rule says of a dossier at an instant, and why.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="context">What a decision would be given.</param>
    /// <param name="only">Id of one rule; null: all.</param>
    public ImmutableArray<RuleAccount> Explain(Dossier dossier, DecisionContext context, string? only = null) =>
        new ComplianceJudge(this, context, context.Now, context.Acts).Explain(dossier, only);

    /// <summary>Whether findings of a rule are never cleared.</summary>
    internal bool KeepsForEver(string rule) => _keptForEver.Contains(rule);

    /// <summary>The sets that judge a dossier: those in force on its day, in the revision the set asks for.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="day">Local day of its receipt; of its filing before that.</param>
    /// <param name="acts">Its acts.</param>
    public IEnumerable<PublishedRuleSet> For(Dossier dossier, DateOnly day, IReadOnlyList<EventFacts> acts)
    {
        foreach (var set in sets)
        {
            if (!set.Rules.InForce.Contains(day))
                continue;
            if (set.Rules.Judges == JudgingRevision.Newest || asOf is null || acts.Count == 0)
                yield return set;
            else if (asOf(set, ReceiptOf(acts)) is { } pinned)
                yield return pinned;
        }
    }

    private static bool Ask(ImmutableArray<PublishedRuleSet> sets, string fact) => sets.Any(s => s.Rules.Rules.Any(r =>
        r.FactPaths.Any(p => p == fact || p.StartsWith(fact + ".", StringComparison.Ordinal))));

    private static DateTimeOffset ReceiptOf(IReadOnlyList<EventFacts> acts) => (acts.FirstOrDefault(a => a.Kind == "received") ?? acts[0]).RecordedAt;
}

/// <summary>A rule set with the number of its stored revision.</summary>
/// <param name="RevisionId">Stored revision; 0 where nothing is stored.</param>
/// <param name="Rules">The set.</param>
public sealed record PublishedRuleSet(long RevisionId, ComplianceSet Rules);
