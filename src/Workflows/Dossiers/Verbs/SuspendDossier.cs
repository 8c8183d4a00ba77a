using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>The clock is stopped on a legal ground, where the procedure's law allows it. The national statuses have none for it: 4 stays.</summary>
public sealed record SuspendDossier(string Ground) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (dossier.Status is not (DossierStatus.Received or DossierStatus.Processing) || dossier.Clock is not { } clock)
            return Refusals.StatusForbids.With("status", $"{(int)dossier.Status}", "verb", nameof(SuspendDossier));
        if (context.Procedure.Suspension is not { } rule)
            return Refusals.SuspensionNotAllowed.With("procedure", context.Procedure.Code);
        if (dossier.IsPaused)
            return Refusals.ClockPaused.With("kind", $"{dossier.Pauses[^1].Kind}");
        if (dossier.Pauses.Items.Count(p => p.Kind == PauseKind.Suspension) >= rule.AtMost)
            return Refusals.SecondSuspension.With("most", $"{rule.AtMost}");
        if (Rights.ToHandle(context.Actor, dossier, context.Procedure) is { } denied)
            return denied;
        if (ClockActs.CheckOrder(dossier, context.At) is { } order)
            return order;
        if (string.IsNullOrWhiteSpace(Ground))
            return Refusals.MissingGround.With();
        if (!ClockActs.TryCalendar(dossier, context, out var calendar, out var refusal))
            return refusal;
        if (!RequestSupplement.AnswerDue(rule.AnswerWithin, calendar, context.At).TryGet(out var due, out var gap))
            return gap;
        return Decision.Accept(new Suspended(Ground)
        {
            Clock = clock.Pause(context.At),
            Pause = ClockActs.Open(dossier, PauseKind.Suspension, Ground, context.Actor, context.At, due),
        });
    }
}
