using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>The result is handed over: status 10, the end. A hand-over does not make a dossier late that was settled in time.</summary>
public sealed record ReturnResult(string? Receiver, Channel Channel, string? Reference) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (dossier.Status != DossierStatus.Settled)
            return StatusTransitions.IsFinal(dossier.Status)
                ? Refusals.StatusForbids.With("status", $"{(int)dossier.Status}", "verb", nameof(ReturnResult))
                : Refusals.NotSettled.With();
        if (!ActStep.Find(dossier, context.Procedure, StepAct.Return).TryFind(dossier, context.Procedure, out var token, out var step, out var refusal))
            return refusal;
        if (StepWork.Check(dossier, token, step, context, nameof(ReturnResult)) is { } forbidden)
            return forbidden;
        if (Rights.ToDo(context.Actor, token, step) is { } denied)
            return denied;
        var complete = Channel switch
        {
            Channel.Direct => !string.IsNullOrWhiteSpace(Receiver),
            Channel.Online or Channel.PublicPost => !string.IsNullOrWhiteSpace(Reference),
            _ => false,
        };
        if (!complete)
            return Refusals.HandoverIncomplete.With();
        var flow = new TokenFlow(dossier, context, [], context.At);
        flow.Leave(token, LeaveReason.Done, context.Actor.Officer);
        flow.CancelAll();
        if (flow.Problem is { } problem)
            return problem;
        var handover = new ResultHandover(Receiver, Channel, Reference, context.At);
        return Decision.Accept(new Returned(handover) { Status = DossierStatus.Returned, Moves = flow.ToMoves() });
    }
}
