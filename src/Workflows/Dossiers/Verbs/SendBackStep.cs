using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>The holder sends the dossier back to an earlier step, with a reason. It buys no time: all visits share the step's limit.</summary>
public sealed record SendBackStep(StepTarget At, string ToStep, string Reason) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (!At.TryFind(dossier, context.Procedure, out var token, out var step, out var refusal))
            return refusal;
        if (StepWork.Check(dossier, token, step, context, nameof(SendBackStep)) is { } forbidden)
            return forbidden;
        if (dossier.Status == DossierStatus.Settled)
            return Refusals.StatusForbids.With("status", $"{(int)dossier.Status}", "verb", nameof(SendBackStep));
        if (Rights.ToDo(context.Actor, token, step) is { } denied)
            return denied;
        if (!step.SendBackTo.Contains(ToStep))
            return Refusals.SendBackForbidden.With("step", step.Id, "to", ToStep, "known", step.SendBackTo.IsEmpty ? "-" : string.Join(", ", step.SendBackTo));
        if (string.IsNullOrWhiteSpace(Reason))
            return Refusals.MissingReason.With();
        var flow = new TokenFlow(dossier, context, [], context.At);
        flow.Leave(token, LeaveReason.SentBack, context.Actor.IsSystem ? null : context.Actor.Officer);
        flow.GoBack(context.Procedure.Steps[ToStep], token);
        if (flow.Problem is { } problem)
            return problem;
        var happened = new StepSentBack(token.Id, step.Id, ToStep, Reason)
        {
            Moves = flow.ToMoves(),
            Status = dossier.Status == DossierStatus.Received ? DossierStatus.Processing : DossierStatus.None,
        };
        return FlowEffects.Complete(dossier, context, flow, happened);
    }
}
