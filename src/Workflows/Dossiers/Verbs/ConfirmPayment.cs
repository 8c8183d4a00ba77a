using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>The applicant has paid: the wait is over, the clock goes on.</summary>
public sealed record ConfirmPayment(string ReceiptNumber) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (dossier.Status != DossierStatus.AwaitingPayment)
            return Refusals.StatusForbids.With("status", $"{(int)dossier.Status}", "verb", nameof(ConfirmPayment));
        if (PaymentWait.Find(dossier, context.Procedure) is not { } token)
            return Refusals.NoPaymentWait.With();
        if (PaymentWait.MayAct(context.Actor, dossier, context.Procedure) is { } denied)
            return denied;
        var requested = dossier.Payments[^1].RequestedAt;
        if (context.At < requested)
            return Refusals.OccurredOutOfOrder.With("at", context.At.ToString("O"), "after", requested.ToString("O"));
        if (ClockActs.CheckOrder(dossier, context.At) is { } order)
            return order;
        if (string.IsNullOrWhiteSpace(ReceiptNumber))
            return Refusals.MissingReceipt.With();
        var step = context.Procedure.Steps[token.Step];
        var flow = new TokenFlow(dossier, context, [], context.At);
        flow.Leave(token, LeaveReason.Done);
        if (step.Next is { } next)
            flow.Take(next, token);
        if (flow.Problem is { } problem)
            return problem;
        var happened = new PaymentConfirmed(ReceiptNumber) { Status = DossierStatus.Processing, Moves = flow.ToMoves() };
        return FlowEffects.Complete(dossier, context, flow, happened);
    }
}
