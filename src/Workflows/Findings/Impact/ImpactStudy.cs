using System.Collections.Immutable;
using Tthc.RuleLanguage.Evaluation;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Facts;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Findings.Impact;

/// <summary>
/// What edited rules, procedures, calendars would change for dossiers that are there already. Asked before publishing; changes nothing.
/// </summary>
/// <remarks>
/// A dossier stays with the procedure revision of its receipt whatever is published. For an edited procedure the study therefore tells what would be if the
/// dossier had been received under the edited text: the question a leader asks before signing it.
/// </remarks>
/// <param name="before">What is in force.</param>
/// <param name="after">What would be.</param>
/// <param name="editedProcedures">Codes of the procedures whose text differs.</param>
/// <param name="now">The instant at which both are judged.</param>
public sealed class ImpactStudy(RuleWorld before, RuleWorld after, IReadOnlySet<string> editedProcedures, DateTimeOffset now)
{
    /// <summary>What would change for a dossier; null: nothing.</summary>
    /// <param name="dossier">Its state.</param>
    /// <param name="acts">Its acts.</param>
    /// <param name="pinned">The procedure revision it is pinned to.</param>
    public DossierImpact? Of(Dossier dossier, ImmutableArray<EventFacts> acts, PublishedProcedure pinned)
    {
        var edited = EditedOf(dossier, pinned);
        var moved = Moved(dossier, edited.Procedure);
        var old = Violations(before, dossier, acts, pinned);
        var fresh = Violations(after, moved, acts, edited);
        var impact = new DossierImpact
        {
            Dossier = dossier,
            DueBefore = dossier.Clock?.DueAt,
            DueAfter = moved.Clock?.DueAt,
            LateBefore = dossier.Clock?.IsLate(now) ?? false,
            LateAfter = moved.Clock?.IsLate(now) ?? false,
            Appearing = [.. fresh.Except(old).Order(StringComparer.Ordinal)],
            Vanishing = [.. old.Except(fresh).Order(StringComparer.Ordinal)],
        };
        return impact.IsNothing ? null : impact;
    }

    private PublishedProcedure EditedOf(Dossier dossier, PublishedProcedure pinned) =>
        editedProcedures.Contains(dossier.ProcedureCode) && after.FindProcedure(dossier.ProcedureCode, DayOf(dossier)) is { } edited ? edited : pinned;

    /// <summary>The dossier with its clock reckoned again by the edited limit and calendar; as it is where either does not reach.</summary>
    private Dossier Moved(Dossier dossier, CompiledProcedure procedure)
    {
        if (dossier.Clock is not { } clock || after.CalendarOf(dossier.CompetentAgency, DayOf(dossier)) is not { } calendar)
            return dossier;
        var limit = editedProcedures.Contains(procedure.Code) ? procedure.FindCase(dossier.CaseKey)?.Promised ?? clock.Limit : clock.Limit;
        var counted = clock;
        if (limit != clock.Limit)
        {
            var policy = new DuePolicy(procedure.DueTimeOfDay, procedure.LateFilingCutOff);
            if (!Clock.Start(limit, policy, calendar, clock.CountsFrom).TryGet(out var started, out _))
                return dossier;
            counted = started with { StartedAt = clock.StartedAt, OriginalDueAt = started.DueAt, Suspensions = clock.Suspensions, StoppedAt = clock.StoppedAt };
        }
        return counted.Reproject(calendar).TryGet(out var moved, out _) ? dossier with { Clock = moved } : dossier;
    }

    private HashSet<string> Violations(RuleWorld world, Dossier dossier, ImmutableArray<EventFacts> acts, PublishedProcedure published)
    {
        if (world.Compliance.Sets.IsEmpty)
            return [];
        var context = new DecisionContext { Now = now, Actor = Actor.System, Published = published, World = world, Acts = acts };
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var verdict in new ComplianceJudge(world.Compliance, context, now, acts).Verdicts(dossier))
            if (verdict.Rule.RaisesFindings && verdict.Verdict == Verdict.True)
                found.Add(verdict.Rule.Id);
        // What nothing clears stands, whatever the rule says now.
        foreach (var finding in dossier.Findings)
            if (finding.IsOpen && finding.Kind == FindingKind.Violation && world.Compliance.KeepsForEver(finding.Rule))
                found.Add(finding.Rule);
        return found;
    }

    private DateOnly DayOf(Dossier dossier) => before.DayOf(dossier.ReceivedAt ?? dossier.SubmittedAt ?? now);
}
