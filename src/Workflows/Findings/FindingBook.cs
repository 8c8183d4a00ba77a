using System.Collections.Immutable;
using Tthc.RuleLanguage.Evaluation;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Findings;

/// <summary>Turns verdicts into events: a finding is raised once, stands while its rule holds, and is cleared, never deleted.</summary>
internal sealed class FindingBook(DecisionContext context, DateTimeOffset at)
{
    /// <summary>Enters verdicts; the same dossier when they change nothing.</summary>
    public Dossier Enter(Dossier dossier, RecordedEvent? act, List<RuleVerdict> verdicts, ImmutableArray<RecordedEvent>.Builder events)
    {
        var next = dossier;
        foreach (var verdict in verdicts)
            if (verdict.Rule.RaisesFindings)
                next = Enter(next, act, verdict, events);
        foreach (var finding in dossier.Findings)
            if (finding.IsOpen && !verdicts.Exists(v => v.Rule.Id == finding.Rule))
                next = Record(next, new FindingCleared(finding.Number, finding.Rule, ClearingReason.RuleWithdrawn), at, events);
        return next;
    }

    /// <summary>Duties that an act fulfils.</summary>
    public Dossier Discharge(Dossier dossier, RecordedEvent act, ImmutableArray<RecordedEvent>.Builder events)
    {
        var next = dossier;
        var kind = EventKinds.KindOf(act.Event);
        foreach (var finding in dossier.Findings)
            if (finding.Obligation is { DischargedAt: null } owed && FulfilledBy(finding) == kind)
                next = Record(next, new ObligationDischarged(finding.Number, owed.Kind, kind), act.OccurredAt, events);
        return next;
    }

    private string? FulfilledBy(Finding finding) => context.World.Compliance.Sets
        .Where(s => s.Rules.Name == finding.RuleSet).SelectMany(s => s.Rules.Rules).FirstOrDefault(r => r.Id == finding.Rule)?.FulfilledBy;

    private Dossier Enter(Dossier dossier, RecordedEvent? act, RuleVerdict verdict, ImmutableArray<RecordedEvent>.Builder events)
    {
        var open = OpenFinding(dossier, verdict.Rule.Id);
        switch (verdict.Verdict)
        {
            case Verdict.False when open is not null && (verdict.Rule.IsCleared || open.Kind == FindingKind.Undetermined):
                return Record(dossier, new FindingCleared(open.Number, open.Rule, open.Kind == FindingKind.Undetermined ? ClearingReason.Determined : ClearingReason.Resolved), at, events);
            case Verdict.True when open is null:
                return Raise(dossier, act, verdict, verdict.Rule.Reminds is null ? FindingKind.Violation : FindingKind.Reminder, events);
            case Verdict.True when open.Kind == FindingKind.Undetermined:
                var told = Record(dossier, new FindingCleared(open.Number, open.Rule, ClearingReason.Determined), at, events);
                return Raise(told, act, verdict, FindingKind.Violation, events);
            case Verdict.Undetermined when open is null && verdict.Rule.Reminds is null:
                return Raise(dossier, act, verdict, FindingKind.Undetermined, events);
            default:
                return dossier;
        }
    }

    private Dossier Raise(Dossier dossier, RecordedEvent? act, RuleVerdict verdict, FindingKind kind, ImmutableArray<RecordedEvent>.Builder events)
    {
        var rule = verdict.Rule;
        var evaluation = new EvaluationContext(at, context.World.LocalOffset);
        var since = act is null ? at : rule.Track == FindingTrack.Fact ? act.OccurredAt : act.RecordedAt;
        var finding = new Finding
        {
            Number = dossier.Findings.Count + 1,
            Rule = rule.Id,
            RuleSet = verdict.Set.Rules.Name,
            Revision = verdict.Set.RevisionId,
            Kind = kind,
            Severity = rule.Severity,
            Track = rule.Track,
            At = RecordedInstant.NotBefore(since),
            Obligation = kind != FindingKind.Undetermined ? rule.ObligationFor(verdict.Set.Rules.Compiled, verdict.Facts, evaluation) : null,
        };
        var (vietnamese, english) = FindingTexts.Of(verdict, kind, evaluation);
        var told = kind == FindingKind.Reminder ? rule.Reminds!.Of(dossier, context, context.World.DayOf(at)) : [];
        return Record(dossier, new FindingRaised(finding, vietnamese, english) { Facts = FindingTexts.FactsOf(verdict), Told = told }, finding.At, events);
    }

    private Dossier Record(Dossier dossier, DossierEvent happened, DateTimeOffset occurredAt, ImmutableArray<RecordedEvent>.Builder events)
    {
        var recorded = new RecordedEvent(
            dossier.Version + 1, context.Now, occurredAt, Actor.System.Officer, Actor.System.Agency, context.Published.RevisionId, happened);
        events.Add(recorded);
        return DossierEvolution.Apply(dossier, recorded);
    }

    private static Finding? OpenFinding(Dossier dossier, string rule)
    {
        foreach (var finding in dossier.Findings)
            if (finding.IsOpen && finding.Rule == rule)
                return finding;
        return null;
    }
}
