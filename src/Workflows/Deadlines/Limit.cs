using System.Text.Json.Serialization;

namespace Tthc.Workflows.Deadlines;

/// <summary>How long the law gives, in the unit the law uses. The unit decides how the limit is reckoned (Civil Code 91/2015/QH13 art. 144-148).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "unit")]
[JsonDerivedType(typeof(WorkingTime), "working-time")]
[JsonDerivedType(typeof(WorkingDays), "working-days")]
[JsonDerivedType(typeof(CalendarDays), "calendar-days")]
[JsonDerivedType(typeof(SameDay), "same-day")]
[JsonDerivedType(typeof(None), "none")]
public abstract record Limit
{
    private Limit()
    {
    }

    /// <summary>A limit in hours or parts of a day: runs from the very moment, moved into working time (art. 147 clause 1).</summary>
    /// <param name="Minutes">Working minutes, zero or more.</param>
    public sealed record WorkingTime(long Minutes) : Limit;

    /// <summary>A limit in working days: the day of the event is not counted (art. 147 clause 2).</summary>
    /// <param name="Days">One or more.</param>
    public sealed record WorkingDays(int Days) : Limit;

    /// <summary>A limit in days without the word "working": calendar days, ended on the next working day when the last is a day off (art. 148 clause 5).</summary>
    /// <param name="Days">One or more.</param>
    public sealed record CalendarDays(int Days) : Limit;

    /// <summary>Settled on the day of receipt.</summary>
    /// <param name="CutOff">What is received later than this, local time, is due on the next working day.</param>
    public sealed record SameDay(TimeOnly CutOff) : Limit;

    /// <summary>No appointment is given. Time is measured, nothing becomes late.</summary>
    public sealed record None : Limit;
}
