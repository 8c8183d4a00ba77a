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
        return FlowEffects.GoOn(dossier, context, new Resumed(string.IsNullOrWhiteSpace(Note) ? null : Note), restart: false);
    }
}
