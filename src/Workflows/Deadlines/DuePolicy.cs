namespace Tthc.Workflows.Deadlines;

/// <summary>Which time of day an appointment given in days carries.</summary>
public enum DueTimeOfDay
{
    /// <summary>Closing time of the last day.</summary>
    EndOfOffice,

    /// <summary>The time of day of the receipt, moved into the office hours of the last day.</summary>
    SameAsReceipt,
}

/// <summary>What the agency or the procedure decides about due moments where the law leaves room.</summary>
/// <param name="TimeOfDay">Time of day of limits in days.</param>
/// <param name="LateFilingCutOff">
/// When set: what arrives later than this, local time, or on a day off counts as received when the office next opens on another day.
/// </param>
public sealed record DuePolicy(DueTimeOfDay TimeOfDay, TimeOnly? LateFilingCutOff = null)
{
    /// <summary>End of office, no cut-off for late filing.</summary>
    public static DuePolicy Default { get; } = new(DueTimeOfDay.EndOfOffice);
}
