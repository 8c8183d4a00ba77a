using Tthc.Workflows.Calendars;

namespace Tthc.Workflows.Deadlines;

/// <summary>The one scale on which a clock's budget, use and pauses are all measured.</summary>
public enum ClockAxis
{
    /// <summary>Time inside office hours.</summary>
    WorkingTime,

    /// <summary>Whole local dates: from any moment of one date to any moment of the next is one day.</summary>
    CalendarDays,
}

internal static class AxisReckoning
{
    /// <summary>Time from <paramref name="from"/> to <paramref name="to"/> on the axis; zero when <paramref name="to"/> is not later.</summary>
    public static Reckoned<TimeSpan> Between(this ClockAxis axis, WorkCalendar calendar, DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from)
            return TimeSpan.Zero;
        return axis == ClockAxis.WorkingTime
            ? calendar.WorkingTimeBetween(from, to)
            : TimeSpan.FromDays(calendar.LocalDate(to).DayNumber - calendar.LocalDate(from).DayNumber);
    }

    /// <summary>Time on the axis within a window during which the clock stood still; the open suspension reaches to the end of the window.</summary>
    public static Reckoned<TimeSpan> Suspended(
        this ClockAxis axis, WorkCalendar calendar, Suspensions suspensions, DateTimeOffset from, DateTimeOffset to)
    {
        var total = TimeSpan.Zero;
        foreach (var suspension in suspensions.Closed)
        {
            if (!axis.Overlap(calendar, suspension.From, suspension.To, from, to).TryGet(out var part, out var gap))
                return gap;
            total += part;
        }
        if (suspensions.OpenSince is not { } since)
            return total;
        return axis.Overlap(calendar, since, to, from, to).TryGet(out var open, out var beyond) ? total + open : beyond;
    }

    private static Reckoned<TimeSpan> Overlap(
        this ClockAxis axis, WorkCalendar calendar, DateTimeOffset since, DateTimeOffset until, DateTimeOffset from, DateTimeOffset to) =>
        axis.Between(calendar, since > from ? since : from, until < to ? until : to);
}
