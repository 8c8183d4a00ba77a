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
        var (intake, refusal) = IntakeCheck.Resolve(Form, Channel.Online, context);
        if (intake is null)
            return refusal!;
        if (!context.Actor.Roles.Contains(Rights.Portal) && Rights.ToReceive(context.Actor, intake.ReceivingAgency, context.Procedure) is { } denied)
            return denied;
        var day = context.World.DayOf(context.At);
        if (context.World.PolicyFor(day) is not { } policy)
            return Refusals.NoPolicy.With("date", day.ToString("O"));
        DateTimeOffset? due = null;
        if ((context.Procedure.AcceptanceLimit ?? policy.AcceptanceLimit) is { } limit)
        {
            if (context.World.CalendarOf(intake.ReceivingAgency, day) is not { } calendar)
                return Refusals.UnknownAgency.With("agency", intake.ReceivingAgency, "date", day.ToString("O"));
            if (!Clock.Start(limit, DuePolicy.Default, calendar, context.At).TryGet(out var clock, out var gap))
                return gap;
            due = clock.DueAt;
        }
        return Decision.Accept(new Submitted { Intake = intake, AcceptanceDueAt = due, Status = DossierStatus.Submitted });
    }
}
