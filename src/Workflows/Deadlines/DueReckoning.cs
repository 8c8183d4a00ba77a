using Tthc.Workflows.Calendars;

namespace Tthc.Workflows.Deadlines;

/// <summary>Derives the due moment from budget and ledger.</summary>
internal static class DueReckoning
{
    /// <summary>The clock with its due moment reckoned from the suspensions that have ended.</summary>
    public static Reckoned<Clock> Refresh(Clock clock, WorkCalendar calendar)
    {
        if (clock.Budget is not { } budget)
            return clock;
        return Derive(clock, calendar, budget).TryGet(out var due, out var gap)
            ? clock with { DueAt = due.DueAt, LateFrom = due.LateFrom }
            : gap;
    }

    /// <summary>Where the budget runs out on the axis, before rounding; the anchor when there is no limit.</summary>
    public static Reckoned<DateTimeOffset> End(Clock clock, WorkCalendar calendar) =>
        Derive(clock, calendar, clock.Budget ?? TimeSpan.Zero).TryGet(out var due, out var gap) ? due.End : gap;

    private static Reckoned<Due> Derive(Clock clock, WorkCalendar calendar, TimeSpan budget)
    {
        if (!DueAfter(clock, calendar, clock.Anchor, budget).TryGet(out var due, out var gap))
            return gap;
        foreach (var pause in clock.Suspensions.Closed)
        {
            // What begins when it is late already cures nothing.
            if (pause.From > due.LateFrom)
                continue;
            var from = pause.From > clock.Anchor ? pause.From : clock.Anchor;
            if (!clock.Axis.Between(calendar, from, pause.To).TryGet(out var paused, out gap) || !DueAfter(clock, calendar, due.End, paused).TryGet(out due, out gap))
                return gap;
        }
        return due;
    }

    private static Reckoned<Due> DueAfter(Clock clock, WorkCalendar calendar, DateTimeOffset from, TimeSpan time)
    {
        if (clock.Axis == ClockAxis.CalendarDays)
            return OnCalendarDays(clock, calendar, calendar.LocalDate(from), (int)time.TotalDays);
        if (!calendar.AddWorkingTime(from, time).TryGet(out var end, out var gap))
            return gap;
        return clock.Limit is Limit.WorkingTime ? new Due(end, end, end) : OnWorkingDays(clock, calendar, end);
    }

    /// <summary>The end keeps the uneven date, so that a later pause is added to what the law gave and not to the rounding.</summary>
    private static Reckoned<Due> OnCalendarDays(Clock clock, WorkCalendar calendar, DateOnly from, int days)
    {
        if (!calendar.AddCalendarDays(from, days).TryGet(out var rolled, out var gap))
            return gap;
        var dueAt = clock.KeepsTimeOfDay
            ? calendar.WorkingMomentOn(rolled, calendar.LocalTime(clock.CountsFrom))
            : calendar.ClosesAt(rolled)!.Value;
        return new Due(calendar.At(from.AddDays(days), TimeOnly.MinValue), dueAt, calendar.EndOfDay(rolled));
    }

    private static Reckoned<Due> OnWorkingDays(Clock clock, WorkCalendar calendar, DateTimeOffset end)
    {
        if (!(clock.KeepsTimeOfDay ? AtOpening(clock, calendar, end) : end).TryGet(out var due, out var gap))
            return gap;
        var date = calendar.LocalDate(due);
        return new Due(end, clock.KeepsTimeOfDay ? due : calendar.ClosesAt(date)!.Value, calendar.EndOfDay(date));
    }

    /// <summary>
    /// Closing time and the next opening are the same point of working time. A receipt before opening makes every day of its limit run
    /// from opening to opening, so the later of the two is meant.
    /// </summary>
    private static Reckoned<DateTimeOffset> AtOpening(Clock clock, WorkCalendar calendar, DateTimeOffset end)
    {
        if (calendar.IsWorkingTime(end) || end != calendar.ClosesAt(calendar.LocalDate(end)))
            return end;
        if (!calendar.NextWorkingInstant(end).TryGet(out var opening, out var gap))
            return gap;
        return calendar.LocalTime(clock.CountsFrom) <= calendar.LocalTime(opening) ? opening : end;
    }

    /// <param name="End">Where the budget runs out on the axis.</param>
    /// <param name="DueAt">The end rounded as the policy says.</param>
    /// <param name="LateFrom">After which it is late.</param>
    private sealed record Due(DateTimeOffset End, DateTimeOffset DueAt, DateTimeOffset LateFrom);
}
