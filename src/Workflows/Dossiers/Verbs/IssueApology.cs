using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>The apology slip with a new appointment. It does not move the lawful due moment: the dossier still counts as late.</summary>
public sealed record IssueApology(string SlipNumber, string Reason, DateTimeOffset? NewDueAt, string Signer, string? FaultAgency) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (!StatusTransitions.IsOpen(dossier.Status))
            return Refusals.StatusForbids.With("status", $"{(int)dossier.Status}", "verb", nameof(IssueApology));
        if (Rights.ToHandle(context.Actor, dossier, context.Procedure) is { } denied)
            return denied;
        if (Missing() is { Length: > 0 } missing)
            return Refusals.ApologyIncomplete.With("missing", missing);
        var due = dossier.Clock?.DueAt;
        if (NewDueAt <= context.At || NewDueAt <= due)
            return Refusals.ApologyDate.With("due", due?.ToString("O") ?? "-");
        var day = context.World.DayOf(dossier.ReceivedAt ?? context.At);
        if (context.World.PolicyFor(day) is not { } policy)
            return Refusals.NoPolicy.With("date", day.ToString("O"));
        if (dossier.Apologies.Count >= policy.ReAppointmentsAtMost)
            return Refusals.SecondReappointment.With("most", $"{policy.ReAppointmentsAtMost}");
        var fault = string.IsNullOrEmpty(FaultAgency) ? dossier.CompetentAgency : context.World.FindAgency(FaultAgency, context.World.DayOf(context.At));
        if (fault is null)
            return Refusals.UnknownAgency.With("agency", FaultAgency!, "date", day.ToString("O"));
        var slip = new ApologySlip(SlipNumber, Reason, RecordedInstant.Of(NewDueAt!.Value), Signer, fault, context.At);
        return Decision.Accept(new ApologyIssued(slip) { Form = Forms.Number(context, dossier, Forms.Apology) });
    }

    private string Missing()
    {
        var missing = new List<string>(4);
        if (string.IsNullOrWhiteSpace(SlipNumber))
            missing.Add("slip_number");
        if (string.IsNullOrWhiteSpace(Reason))
            missing.Add("reason");
        if (NewDueAt is null)
            missing.Add("new_due_at");
        if (string.IsNullOrWhiteSpace(Signer))
            missing.Add("signer");
        return string.Join(", ", missing);
    }
}
