using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Tthc.RuleLanguage.Evaluation;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Facts;

namespace Tthc.Workflows.Findings;

/// <summary>One judging of one dossier: verdicts of all rules, the findings they raise and clear, and when to look again.</summary>
internal sealed class ComplianceJudge(ComplianceRules rules, DecisionContext context, DateTimeOffset at, ImmutableArray<EventFacts> acts)
{
    // Rules may read findings, so what is found is judged again; more rounds than this mean that rules chase each other.
    private const int MostRounds = 4;
    private readonly ImmutableArray<RecordedEvent>.Builder _events = ImmutableArray.CreateBuilder<RecordedEvent>();
    private readonly EvaluationContext _evaluation = new(at, context.World.LocalOffset);
    private readonly FindingBook _book = new(context, at);

    public Judgement Judge(Dossier dossier, RecordedEvent? act)
    {
        if (act is not null)
            _events.Add(act);
        var day = DayOf(dossier);
        var (live, shadows) = SetsFor(dossier, day);
        var sources = SourcesOf(dossier, day);
        var judged = Discharge(dossier, act);
        var verdicts = new List<RuleVerdict>(live.Sum(set => set.Rules.Rules.Length));
        var facts = new ComplianceFacts(judged, sources);
        for (var round = 0; round < MostRounds; round++)
        {
            var before = judged;
            verdicts.Clear();
            Evaluate(live, facts, verdicts);
            judged = _book.Enter(judged, act, verdicts, _events);
            if (ReferenceEquals(before, judged))
                break;
            facts = new ComplianceFacts(judged, sources);
        }
        var again = LookAgainAt(live, facts);
        var next = again == judged.LookAgainAt ? judged : judged with { LookAgainAt = again };
        return new Judgement(next, _events.DrainToImmutable(), acts, Differences(shadows, facts, verdicts));
    }

    /// <summary>What the live rules say of a dossier, findings left alone.</summary>
    public List<RuleVerdict> Verdicts(Dossier dossier)
    {
        var day = DayOf(dossier);
        var verdicts = new List<RuleVerdict>();
        Evaluate(SetsFor(dossier, day).Live, new ComplianceFacts(dossier, SourcesOf(dossier, day)), verdicts);
        return verdicts;
    }

    /// <summary>What each rule says of a dossier, and why.</summary>
    public ImmutableArray<RuleAccount> Explain(Dossier dossier, string? only)
    {
        var day = DayOf(dossier);
        var facts = new ComplianceFacts(dossier, SourcesOf(dossier, day));
        var accounts = ImmutableArray.CreateBuilder<RuleAccount>();
        foreach (var set in SetsFor(dossier, day).Live)
            foreach (var rule in set.Rules.Rules)
            {
                if (only is not null && rule.Id != only)
                    continue;
                _evaluation.Begin(at);
                accounts.Add(new RuleAccount(set, rule, RuleTracer.Trace(set.Rules.Compiled.Bound, rule.Rule.Bound, facts, _evaluation)));
            }
        return accounts.ToImmutable();
    }

    private (List<PublishedRuleSet> Live, List<PublishedRuleSet> Shadows) SetsFor(Dossier dossier, DateOnly day)
    {
        var live = new List<PublishedRuleSet>();
        var shadows = new List<PublishedRuleSet>();
        foreach (var set in rules.For(dossier, day, acts))
            (set.Rules.IsShadow ? shadows : live).Add(set);
        return (live, shadows);
    }

    /// <summary>What the facts of a dossier are drawn from.</summary>
    private FactSources SourcesOf(Dossier dossier, DateOnly day) => new(
        context.Procedure, context.World.CalendarOf(dossier.CompetentAgency, day), context.World.PolicyFor(day), acts) { Tallies = context.Tallies };

    private DateOnly DayOf(Dossier dossier) => context.World.DayOf(dossier.ReceivedAt ?? dossier.SubmittedAt ?? at);

    private void Evaluate(List<PublishedRuleSet> sets, ComplianceFacts facts, List<RuleVerdict> verdicts)
    {
        foreach (var set in sets)
        {
            var buffer = new Verdict[set.Rules.Rules.Length];
            _evaluation.Begin(at);
            set.Rules.Compiled.Evaluator.Evaluate(facts, _evaluation, buffer);
            foreach (var rule in set.Rules.Rules)
                verdicts.Add(new RuleVerdict(set, rule, buffer[rule.Index], facts));
        }
    }

    private Dossier Discharge(Dossier dossier, RecordedEvent? act) => act is null ? dossier : _book.Discharge(dossier, act, _events);

    /// <summary>The first instant at which any verdict may change by itself. Where none can be derived, the rules are asked at midnight.</summary>
    private DateTimeOffset? LookAgainAt(List<PublishedRuleSet> live, ComplianceFacts facts)
    {
        DateTimeOffset? first = null;
        var buffer = new NextChange[live.Max(set => (int?)set.Rules.Timed.Count) ?? 0];
        foreach (var set in live)
        {
            var next = buffer.AsSpan(0, set.Rules.Timed.Count);
            _evaluation.Begin(at);
            set.Rules.Timed.Evaluate(facts, _evaluation, next);
            foreach (var change in next)
            {
                if (change.IsNever)
                    continue;
                var instant = change.Instant is { } known && known > at ? RecordedInstant.NotBefore(known) : Midnight();
                if (first is null || instant < first)
                    first = instant;
            }
        }
        return first;
    }

    private DateTimeOffset Midnight()
    {
        var local = at.ToOffset(context.World.LocalOffset);
        return new DateTimeOffset(local.Date.AddDays(1), context.World.LocalOffset).ToUniversalTime();
    }

    /// <summary>Where whole sets, or single rules of live ones, that only try out say otherwise than the live rule of their id.</summary>
    private ImmutableArray<ShadowDifference> Differences(List<PublishedRuleSet> shadows, ComplianceFacts facts, List<RuleVerdict> verdicts)
    {
        if (shadows.Count == 0 && !verdicts.Exists(v => v.Rule.Rule.IsShadow))
            return [];
        var tried = verdicts.FindAll(v => v.Rule.Rule.IsShadow);
        Evaluate(shadows, facts, tried);
        return
        [
            .. from shadow in tried
               let counterpart = verdicts.Where(v => !v.Rule.Rule.IsShadow && v.Rule.Id == shadow.Rule.Id).Select(v => (Verdict?)v.Verdict).FirstOrDefault()
               where counterpart is { } other ? other != shadow.Verdict : shadow.Verdict != Verdict.False
               select new ShadowDifference(shadow.Rule.Id, shadow.Set.Rules.Name, counterpart, shadow.Verdict),
        ];
    }
}

/// <summary>What a rule says.</summary>
/// <param name="Set">Its set.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Verdict">What it says.</param>
/// <param name="Facts">Of which facts.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RuleVerdict(PublishedRuleSet Set, ComplianceRule Rule, Verdict Verdict, ComplianceFacts Facts);
