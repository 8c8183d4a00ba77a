namespace Tthc.Workflows.Procedures;

/// <summary>Time allowed for a step, as written: working days (quarters allowed), working hours, nothing, or no limit.</summary>
/// <remarks>Zero and "no limit" are different: a step of 0 is due at once, a step without limit is never late by itself.
/// A working day is turned into minutes by the calendar of the agency that does the step.</remarks>
/// <param name="Kind">The unit.</param>
/// <param name="Amount">Days or hours; 0 for <see cref="StepLimitKind.None"/>.</param>
public readonly record struct StepLimit(StepLimitKind Kind, decimal Amount)
{
    /// <summary>No limit.</summary>
    public static StepLimit None => new(StepLimitKind.None, 0m);

    /// <summary>Working minutes under a calendar whose working day has <paramref name="workingDayMinutes"/> minutes; null without limit.</summary>
    public long? Minutes(int workingDayMinutes) => Kind switch
    {
        StepLimitKind.WorkingDays => (long)decimal.Ceiling(Amount * workingDayMinutes),
        StepLimitKind.WorkingHours => (long)decimal.Ceiling(Amount * 60m),
        _ => null,
    };
}

/// <summary>Units of a step limit.</summary>
public enum StepLimitKind
{
    /// <summary>No limit.</summary>
    None,

    /// <summary>Working days.</summary>
    WorkingDays,

    /// <summary>Working hours.</summary>
    WorkingHours,
}
