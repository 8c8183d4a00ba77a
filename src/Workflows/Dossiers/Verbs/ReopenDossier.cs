using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>A settled dossier is handled again, with a reason and an approver: 9 to 4. The clock goes on as if it had not ended.</summary>
public sealed record ReopenDossier(string Reason, string Approver, string ToStep) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (dossier.Status != DossierStatus.Settled)
            return Refusals.StatusForbids.With("status", $"{(int)dossier.Status}", "verb", nameof(ReopenDossier));
        if (Rights.ToHandle(context.Actor, dossier, context.Procedure) is { } denied)
            return denied;
        if (string.IsNullOrWhiteSpace(Reason))
            return Refusals.MissingReason.With();
        if (string.IsNullOrWhiteSpace(Approver))
            return Refusals.MissingApprover.With();
        if (!context.Procedure.Steps.TryGetValue(ToStep, out var step) || step.Scope is not null || step.Act == StepAct.Return)
            return Refusals.UnknownStep.With("step", ToStep);
        if (ClockActs.CheckOrder(dossier, context.At) is { } order)
            return order;
        var flow = new TokenFlow(dossier, context, [], context.At);
        flow.CancelAll();
        flow.Go(Target.To(ToStep), null, null);
        if (flow.Problem is { } problem)
            return problem;
        var reopened = dossier with { Clock = dossier.Clock?.Reopen() };
        var happened = new Reopened(Reason, Approver, ToStep)
        {
            ResultBefore = dossier.Result,
            Status = DossierStatus.Processing,
            Clock = reopened.Clock,
            Moves = flow.ToMoves(),
        };
        return FlowEffects.Complete(reopened, context, flow, happened);
    }
}
