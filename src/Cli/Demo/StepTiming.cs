using Tthc.Protos.V1;

namespace Tthc.Cli.Demo;

/// <summary>When an officer is done with a step, so that the dossier fares as it is meant to.</summary>
internal sealed class StepTiming(Offices offices)
{
    private const double AssumedMinutes = 120;

    /// <summary>Null beyond what the calendar covers: nobody gets there in this play.</summary>
    public DateTimeOffset? Finish(PlayedDossier subject, ActiveStep step, DateTimeOffset now)
    {
        var chance = subject.Chance($"time {step.Token}");
        var agency = step.Agency.Length > 0 ? step.Agency : subject.Latest!.ReceivingAgency;
        var ordinary = offices.After(agency, now, InTime(subject, step, agency, now, Minutes(subject, step, chance)));
        if (step.ClosedBy == "ReturnResult" || subject.Latest!.DueAt is not { } dueAt)
            return ordinary;
        var due = dueAt.ToDateTimeOffset();
        return subject.Fate.Punctuality switch
        {
            Punctuality.OnTime when step.ClosedBy == "SettleDossier" => Later(ordinary, OnDueDay(due, now, chance)),
            Punctuality.Late when IsWhereItWaits(subject, step, chance) => Later(ordinary, Overdue(subject, agency, due)),
            _ => ordinary,
        };
    }

    /// <summary>Who is not meant to be late hurries when the appointment is near: an extract handed in at 14:50 is due at 17:00.</summary>
    private double InTime(PlayedDossier subject, ActiveStep step, string agency, DateTimeOffset now, double minutes)
    {
        if (subject.Fate.Punctuality == Punctuality.Late || step.ClosedBy == "ReturnResult" || subject.Latest!.DueAt is not { } due
            || offices.CalendarOf(agency, now) is not { } calendar || !calendar.WorkingMinutesBetween(now, due.ToDateTimeOffset()).TryGet(out var left, out _) || left <= 0)
            return minutes;
        var part = step.ClosedBy == "SettleDossier" ? 0.8 : subject.Fate.Punctuality == Punctuality.Early ? 0.25 : 0.4;
        return Math.Min(minutes, Math.Max(2, left * part));
    }

    private static double Minutes(PlayedDossier subject, ActiveStep step, Chance chance)
    {
        if (step.ClosedBy == "ReturnResult")
            return subject.Latest!.Channel == Channel.Direct ? Math.Min(chance.LogNormal(60, 960), 4800) : chance.Between(5, 30);
        if (step.LimitMinutes == 0)
            return chance.Between(5, 40);
        var limit = step.LimitMinutes < 0 ? AssumedMinutes : Math.Max(5, step.LimitMinutes - step.UsedMinutes);
        // An asked agency that does not answer in time: silence then is consent, or the answer comes late.
        if (step.ClosedBy == "AdvanceStep" && subject.Procedure.Steps[step.Step].Kind == Workflows.Procedures.StepKind.Consultation && chance.Happens(0.15))
            return limit + chance.Between(240, 1440);
        var pace = subject.Delayed ? 0.3 : subject.Fate.Pace;
        return Math.Max(3, limit * pace * chance.Between(0.6, 1.1));
    }

    /// <summary>A late dossier waits at one step; the result's at the latest.</summary>
    private static bool IsWhereItWaits(PlayedDossier subject, ActiveStep step, Chance chance)
    {
        if (subject.Delayed || !(step.ClosedBy == "SettleDossier" || (step.LimitMinutes >= 240 && chance.Happens(0.4))))
            return false;
        subject.Delayed = true;
        return true;
    }

    private DateTimeOffset? Overdue(PlayedDossier subject, string agency, DateTimeOffset due) => offices.After(agency, due, subject.Fate.LateMinutes);

    private static DateTimeOffset? OnDueDay(DateTimeOffset due, DateTimeOffset now, Chance chance)
    {
        var wanted = due.AddMinutes(-chance.Between(10, 150));
        return wanted > now ? wanted : null;
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other is null ? one : one > other ? one : other;
}
