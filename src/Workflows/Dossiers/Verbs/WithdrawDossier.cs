using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>The applicant takes the dossier back: status 7, the end.</summary>
public sealed record WithdrawDossier(string Reason) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (!StatusTransitions.Allows(dossier.Status, DossierStatus.Withdrawn) || dossier.Status == DossierStatus.Withdrawn)
            return Refusals.StatusForbids.With("status", $"{(int)dossier.Status}", "verb", nameof(WithdrawDossier));
        if (!context.Actor.Roles.Contains(Rights.Portal) && Rights.ToHandle(context.Actor, dossier, context.Procedure) is { } denied)
            return denied;
        return string.IsNullOrWhiteSpace(Reason)
            ? Refusals.MissingReason.With()
            : EndOfDossier.Of(dossier, context, new Withdrawn(Reason), DossierStatus.Withdrawn);
    }
}
