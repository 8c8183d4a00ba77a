using Tthc.Workflows.Deadlines;

namespace Tthc.Workflows.Procedures;

/// <summary>Limits made comparable for the arithmetic of a procedure: a lower bound in working minutes.</summary>
public static class StepCost
{
    /// <summary>How the arithmetic of a procedure counts one working day. At run time the calendar of the agency says it.</summary>
    /// <remarks>Internal processes are written in quarters of a day of eight hours whatever the local office hours are.</remarks>
    public const int MinutesPerWorkingDay = 480;

    private const int DaysPerWeek = 7;
    private const int WorkingDaysPerWeek = 5;

    /// <summary>Time of a step; a step without limit costs nothing here, since nothing is promised for it.</summary>
    public static long Of(StepLimit limit) => limit.Minutes(MinutesPerWorkingDay) ?? 0L;

    /// <summary>What a total offers to the steps; null: no bound.</summary>
    /// <remarks>In a total of calendar days a step of n working days takes at least n of them, so a day counts as a day.</remarks>
    public static long? Budget(Limit limit) => limit switch
    {
        Limit.WorkingTime time => time.Minutes,
        Limit.WorkingDays days => days.Days * (long)MinutesPerWorkingDay,
        Limit.CalendarDays days => days.Days * (long)MinutesPerWorkingDay,
        Limit.SameDay => MinutesPerWorkingDay,
        _ => null,
    };

    /// <summary>What a wait with a running clock takes of a total.</summary>
    /// <param name="length">How long the wait is.</param>
    /// <param name="inCalendarDays">Whether the total is in calendar days.</param>
    /// <remarks>Of n calendar days at least five in seven are working days, holidays apart, which nobody can know here.</remarks>
    public static long OfWait(Limit length, bool inCalendarDays) => length is Limit.CalendarDays { Days: var days } && !inCalendarDays
        ? (days / DaysPerWeek * WorkingDaysPerWeek + Math.Max(0, days % DaysPerWeek - (DaysPerWeek - WorkingDaysPerWeek))) * (long)MinutesPerWorkingDay
        : Budget(length) ?? 0L;
}
