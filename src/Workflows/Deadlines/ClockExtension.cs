using Tthc.Workflows.Calendars;

namespace Tthc.Workflows.Deadlines;

/// <summary>More time granted by law, for instance three working days more when a civil-status record must be verified.</summary>
internal static class ClockExtension
{
    public static Reckoned<Clock> Of(Clock clock, Limit by, WorkCalendar calendar)
    {
        if (clock is not { DueAt: { } due, Budget: { } budget })
            return clock;
        // Counted from the due moment, so that the part of a day rounding gave is not taken back.
        if (!Extended(clock, by, calendar, due).TryGet(out var target, out var gap))
            return gap;
        if (!DueReckoning.End(clock, calendar).TryGet(out var end, out gap))
            return gap;
        return clock.Axis.Between(calendar, end, target).TryGet(out var more, out gap)
            ? DueReckoning.Refresh(clock with { Budget = budget + more }, calendar)
            : gap;
    }

    private static Reckoned<DateTimeOffset> Extended(Clock clock, Limit by, WorkCalendar calendar, DateTimeOffset due)
    {
        if (by is Limit.WorkingTime time)
            return calendar.AddWorkingMinutes(due, time.Minutes);
        var date = calendar.LocalDate(due);
        var last = by switch
        {
            Limit.WorkingDays days => calendar.AddWorkingDays(date, days.Days),
            Limit.CalendarDays days => calendar.AddCalendarDays(date, days.Days),
            _ => throw new ArgumentException("An extension is a length of time.", nameof(by)),
        };
        if (!last.TryGet(out var day, out var gap))
            return gap;
        return clock.KeepsTimeOfDay ? calendar.WorkingMomentOn(day, calendar.LocalTime(due)) : calendar.ClosesAt(day)!.Value;
    }
}
