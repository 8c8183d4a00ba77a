using Tthc.Workflows.Calendars;

namespace Tthc.Workflows.Deadlines;

/// <summary>How a dossier stands to its due moment. The words are those of the periodic reports: open ones are in time or overdue, ended ones early, on time or late.</summary>
public enum Timeliness
{
    /// <summary>Open, the limit has not passed.</summary>
    InTime,

    /// <summary>Open, the limit has passed.</summary>
    Overdue,

    /// <summary>Ended on a date before the due date.</summary>
    Early,

    /// <summary>Ended on the due date and not late, or ended without an appointment.</summary>
    OnTime,

    /// <summary>Ended after the limit had passed.</summary>
    Late,
}

/// <summary>Verdicts on clocks.</summary>
public static class TimelinessJudge
{
    /// <summary>
    /// The verdict on a clock as of <paramref name="at"/>. A clock that ended while it stood still is judged by the moment it was paused: no
    /// time ran after it.
    /// </summary>
    public static Timeliness Judge(this Clock clock, DateTimeOffset at, WorkCalendar calendar)
    {
        var late = clock.IsLate(at);
        if (clock.StoppedAt is null || clock.StoppedAt > at)
            return late ? Timeliness.Overdue : Timeliness.InTime;
        if (late)
            return Timeliness.Late;
        return clock.DueAt is { } due && calendar.LocalDate(clock.Effective(at)) < calendar.LocalDate(due)
            ? Timeliness.Early
            : Timeliness.OnTime;
    }
}
