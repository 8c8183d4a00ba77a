using Google.Protobuf.WellKnownTypes;
using Tthc.Engine.Procedures;
using Tthc.Protos.V1;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Procedures;
using Dossier = Tthc.Workflows.Dossiers.Dossier;
using Timeliness = Tthc.Protos.V1.Timeliness;

namespace Tthc.Engine.Dossiers;

/// <summary>Times that are derived for an instant, never stored.</summary>
internal static class DossierTimes
{
    public static DossierClock? ClockOf(Dossier dossier, CompiledProcedure procedure, WorkCalendar calendar, DateTimeOffset asOf)
    {
        if (dossier.Clock is not { } clock)
            return null;
        var message = new DossierClock
        {
            Limit = LimitWords.Of(clock.Limit),
            BudgetMinutes = Minutes(clock.Budget ?? TimeSpan.Zero),
            Paused = clock.PausedAt is not null,
            PausedSince = clock.PausedAt?.ToTimestamp(),
            CountsCalendarTime = clock.Axis == ClockAxis.CalendarDays,
        };
        if (clock.Elapsed(asOf, calendar).TryGet(out var elapsed, out _))
            message.ElapsedMinutes = Minutes(elapsed);
        if (clock.Remaining(asOf, calendar).TryGet(out var remaining, out _) && remaining is { } left)
            message.RemainingMinutes = Minutes(left);
        if (clock.DueAt is { } due)
            message.DependsOnUnconfirmedDay = calendar.DependsOnUnconfirmed(calendar.LocalDate(clock.StartedAt), calendar.LocalDate(due));
        return message;
    }

    public static Lateness LatenessOf(Dossier dossier, WorkCalendar calendar, DateTimeOffset asOf)
    {
        if (!DossierLateness.Of(dossier, asOf, calendar).TryGet(out var figures, out _))
            return new Lateness();
        return new Lateness
        {
            InFact = Of(figures.InFact.Verdict),
            OnSystem = Of(figures.OnSystem.Verdict),
            LateMinutesInFact = Minutes(figures.InFact.WorkingTime),
            LateMinutesOnSystem = Minutes(figures.OnSystem.WorkingTime),
        };
    }

    public static ActiveStep StepOf(Dossier dossier, Token token, CompiledStep step, WorkCalendar? calendar, DateTimeOffset asOf)
    {
        var message = new ActiveStep
        {
            Token = token.Id,
            Step = token.Step,
            Name = step.Name.Vietnamese,
            Agency = token.Agency ?? "",
            Unit = token.Unit ?? "",
            Role = token.Role ?? step.Role ?? "",
            Officer = token.Officer ?? "",
            ArrivedAt = token.ArrivedAt.ToTimestamp(),
            DueAt = token.DueAt?.ToTimestamp(),
            LimitMinutes = token.BudgetMinutes ?? -1,
            ClosedBy = VerbOf(step),
        };
        if (calendar is not null && StepUseNow.Of(dossier, token, step, asOf, calendar).TryGet(out var use, out _))
        {
            message.UsedMinutes = use.UsedMinutes;
            message.Overdue = use.Overdue;
        }
        if (step.Act == StepAct.Advance)
            message.Actions.Add(step.ActionOrder);
        message.SendBackTo.Add(step.SendBackTo);
        return message;
    }

    private static string VerbOf(CompiledStep step) => step switch
    {
        { Act: StepAct.Settle } => "SettleDossier",
        { Act: StepAct.Return } => "ReturnResult",
        { Act: StepAct.Refuse } => "StopDossier",
        { Wait.Kind: WaitKind.Payment } => "ConfirmPayment",
        { Wait.Kind: WaitKind.Posting } or { Kind: StepKind.Child } => "",
        _ => "AdvanceStep",
    };

    private static Timeliness Of(Workflows.Deadlines.Timeliness? verdict) => verdict switch
    {
        Workflows.Deadlines.Timeliness.InTime => Timeliness.InTime,
        Workflows.Deadlines.Timeliness.Overdue => Timeliness.Overdue,
        Workflows.Deadlines.Timeliness.Early => Timeliness.Early,
        Workflows.Deadlines.Timeliness.OnTime => Timeliness.OnTime,
        Workflows.Deadlines.Timeliness.Late => Timeliness.Late,
        _ => Timeliness.NotCounted,
    };

    private static long Minutes(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMinute;
}
