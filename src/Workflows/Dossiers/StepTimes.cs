using Tthc.Workflows.Calendars;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers;

/// <summary>The clock of a token: the time of its step in the calendar of the agency that has it.</summary>
internal static class StepTimes
{
    /// <summary>The clock of a token, earlier visits included.</summary>
    public static StepClock ClockOf(Dossier dossier, Token token, CompiledStep step) =>
        StepClock.Arrive(token.ArrivedAt, token.BudgetMinutes, dossier.UseOf(step.ClockStep).Used);

    /// <summary>The pauses that stop this step: those of the dossier, but none for another agency's answer.</summary>
    public static Suspensions PausesOf(Dossier dossier, CompiledStep step) =>
        step.Kind == StepKind.Consultation ? Suspensions.Empty : dossier.Suspensions;

    /// <summary>Working time of the visit up to an instant, and the minutes of it beyond the limit.</summary>
    public static Reckoned<(TimeSpan Used, long LateMinutes)> OfVisit(Dossier dossier, Token token, CompiledStep step, DateTimeOffset at, WorkCalendar calendar)
    {
        var clock = ClockOf(dossier, token, step);
        if (!clock.Used(at, PausesOf(dossier, step), calendar).TryGet(out var total, out var gap))
            return gap;
        return (total - clock.UsedBefore, Over(total, token.BudgetMinutes) - Over(clock.UsedBefore, token.BudgetMinutes));
    }

    /// <summary>When the step is due.</summary>
    public static Reckoned<DateTimeOffset?> DueAt(Dossier dossier, Token token, CompiledStep step, WorkCalendar calendar) =>
        ClockOf(dossier, token, step).DueAt(PausesOf(dossier, step), calendar);

    private static long Over(TimeSpan used, long? budgetMinutes) =>
        budgetMinutes is { } budget && used > TimeSpan.FromMinutes(budget) ? (used - TimeSpan.FromMinutes(budget)).Ticks / TimeSpan.TicksPerMinute : 0;
}
