using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>An online filing is not accepted: status 3, with the refusal slip.</summary>
public sealed record DeclineDossier(string Reason, string SlipNumber) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (!StatusTransitions.Allows(dossier.Status, DossierStatus.Declined) || dossier.Status == DossierStatus.Declined)
            return Refusals.StatusForbids.With("status", $"{(int)dossier.Status}", "verb", nameof(DeclineDossier));
        if (Rights.ToReceive(context.Actor, dossier.ReceivingAgency, context.Procedure) is { } denied)
            return denied;
        if (ClockActs.CheckOrder(dossier, context.At) is { } order)
            return order;
        if (string.IsNullOrWhiteSpace(Reason))
            return Refusals.MissingReason.With();
        var form = Forms.Number(context, dossier, Forms.Refusal);
        return string.IsNullOrWhiteSpace(SlipNumber)
            ? Refusals.MissingSlip.With("form", form ?? Forms.Refusal)
            : Decision.Accept(new Declined { Reason = Reason, SlipNumber = SlipNumber, Form = form, Status = DossierStatus.Declined });
    }
}
