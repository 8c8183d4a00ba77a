using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>A suspended dossier goes on.</summary>
public sealed record ResumeDossier(string? Note) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (!StatusTransitions.IsOpen(dossier.Status) || dossier.Pauses is not [.., { Until: null, Kind: PauseKind.Suspension }])
            return Refusals.NotSuspended.With();
        if (Rights.ToHandle(context.Actor, dossier, context.Procedure) is { } denied)
            return denied;
        if (ClockActs.CheckOrder(dossier, context.At) is { } order)
            return order;
        if (!ClockActs.TryCalendar(dossier, context, out var calendar, out var refusal))
            return refusal;
        if (!ClockActs.Resume(dossier, context, calendar, context.At, restart: false).TryGet(out var going, out var gap))
            return gap;
        return Decision.Accept(new Resumed(string.IsNullOrWhiteSpace(Note) ? null : Note)
        {
            Clock = going.Clock,
            Pause = going.Row,
            Moves = going.Rescheduled.IsEmpty ? null : new Moves { Rescheduled = going.Rescheduled },
        });
    }
}
