using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>Online filing: status 1. The statutory clock does not run; the limit for accepting it does.</summary>
public sealed record SubmitDossier(IntakeForm Form) : DossierCommand
{
    /// <inheritdoc/>
    public override bool MakesDossier => true;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (dossier.Status != DossierStatus.None)
            return Refusals.StatusForbids.With("status", $"{(int)dossier.Status}", "verb", nameof(SubmitDossier));
        var day = context.World.DayOf(context.At);
        if (!context.Procedure.IsInForce(day))
            return Refusals.ProcedureNotInForce.With("procedure", context.Procedure.Code, "date", day.ToString("O"));
        var (intake, refusal) = IntakeCheck.Resolve(Form, Channel.Online, context);
        if (intake is null)
            return refusal!;
        if (!context.Actor.Roles.Contains(Rights.Portal) && Rights.ToReceive(context.Actor, intake.ReceivingAgency, context.Procedure) is { } denied)
            return denied;
        (var due, refusal) = AcceptanceDue(intake.ReceivingAgency, context);
        return refusal is null
            ? Decision.Accept(new Submitted { Intake = intake, AcceptanceDueAt = due, Status = DossierStatus.Submitted })
            : refusal;
    }

    /// <summary>Until when a filing complete at this moment is to be accepted or declined; null: no limit.</summary>
    internal static (DateTimeOffset? Due, Refusal? Refusal) AcceptanceDue(string receivingAgency, DecisionContext context)
    {
        var day = context.World.DayOf(context.At);
        if (context.World.PolicyFor(day) is not { } policy)
            return (null, Refusals.NoPolicy.With("date", day.ToString("O")));
        if ((context.Procedure.AcceptanceLimit ?? policy.AcceptanceLimit) is not { } limit)
            return (null, null);
        if (context.World.CalendarOf(receivingAgency, day) is not { } calendar)
            return (null, Refusals.UnknownAgency.With("agency", receivingAgency, "date", day.ToString("O")));
        return Clock.Start(limit, DuePolicy.Default, calendar, context.At).TryGet(out var clock, out var gap) ? (clock.DueAt, null) : (null, gap.ToRefusal());
    }
}
