using Tthc.Workflows.Calendars;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers;

/// <summary>The time of a step the dossier stands at, up to an instant.</summary>
/// <param name="UsedMinutes">Working minutes of all visits so far.</param>
/// <param name="Overdue">Whether that is beyond the limit.</param>
public readonly record struct StepUseNow(long UsedMinutes, bool Overdue)
{
    /// <summary>As of an instant, in the calendar of the agency that has the step.</summary>
    public static Reckoned<StepUseNow> Of(Dossier dossier, Token token, CompiledStep step, DateTimeOffset asOf, WorkCalendar calendar)
    {
        var used = StepTimes.ClockOf(dossier, token, step).Used(asOf, StepTimes.PausesOf(dossier, step), calendar);
        if (!used.TryGet(out var time, out var gap))
            return gap;
        return new StepUseNow(time.Ticks / TimeSpan.TicksPerMinute, token.BudgetMinutes is { } budget && time > TimeSpan.FromMinutes(budget));
    }
}
