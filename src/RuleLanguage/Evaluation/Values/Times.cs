namespace Tthc.RuleLanguage.Evaluation.Values;

/// <summary>Sums of instants, dates and durations; what lies beyond the calendar of the platform has no result.</summary>
internal static class Times
{
    public static TimeSpan? Add(TimeSpan a, TimeSpan b) => Span((Int128)a.Ticks + b.Ticks);

    public static TimeSpan? Subtract(TimeSpan a, TimeSpan b) => Span((Int128)a.Ticks - b.Ticks);

    public static TimeSpan? Negate(TimeSpan a) => Span(-(Int128)a.Ticks);

    public static TimeSpan? Multiply(TimeSpan a, double factor) => Span(Math.Round(a.Ticks * factor));

    public static TimeSpan? Divide(TimeSpan a, double divisor) => Span(Math.Round(a.Ticks / divisor));

    public static double? Ratio(TimeSpan a, TimeSpan b) => b.Ticks == 0 ? null : (double)a.Ticks / b.Ticks;

    public static DateTimeOffset? Add(DateTimeOffset a, TimeSpan b) => Instant((Int128)a.Ticks + b.Ticks, a.Offset);

    public static DateTimeOffset? Subtract(DateTimeOffset a, TimeSpan b) => Instant((Int128)a.Ticks - b.Ticks, a.Offset);

    public static TimeSpan Between(DateTimeOffset a, DateTimeOffset b) => new(a.UtcTicks - b.UtcTicks);

    public static DateTime? Add(DateTime a, TimeSpan b) => Local((Int128)a.Ticks + b.Ticks);

    public static DateTime? Subtract(DateTime a, TimeSpan b) => Local((Int128)a.Ticks - b.Ticks);

    public static TimeSpan Between(DateTime a, DateTime b) => new(a.Ticks - b.Ticks);

    public static TimeSpan Between(DateOnly a, DateOnly b) => TimeSpan.FromDays(a.DayNumber - b.DayNumber);

    public static TimeSpan Between(TimeOnly a, TimeOnly b) => a - b;

    public static TimeOnly Add(TimeOnly a, TimeSpan b) => a.Add(b);

    public static TimeOnly Subtract(TimeOnly a, TimeSpan b) => a.Add(-b);

    // Whole days only: a day has no time of day to add hours to.
    public static DateOnly? Add(DateOnly a, TimeSpan b) => Day(a.DayNumber + b.Days);

    public static DateOnly? Subtract(DateOnly a, TimeSpan b) => Day((long)a.DayNumber - b.Days);

    /// <summary>A local time as an instant.</summary>
    public static DateTimeOffset? AtOffset(DateTime local, TimeSpan offset) => Instant(local.Ticks, offset);

    /// <summary>An instant as local time.</summary>
    public static DateTime? ToLocal(DateTimeOffset instant, TimeSpan offset) => Local((Int128)instant.UtcTicks + offset.Ticks);

    private static DateTimeOffset? Instant(Int128 local, TimeSpan offset)
    {
        var utc = local - offset.Ticks;
        var inside = local >= 0 && local <= DateTime.MaxValue.Ticks && utc >= 0 && utc <= DateTime.MaxValue.Ticks;
        return inside ? new DateTimeOffset((long)local, offset) : null;
    }

    private static DateTime? Local(Int128 ticks) => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTime((long)ticks, DateTimeKind.Unspecified) : null;

    private static DateOnly? Day(long number) => number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;

    private static TimeSpan? Span(Int128 ticks) => ticks >= long.MinValue && ticks <= long.MaxValue ? new TimeSpan((long)ticks) : null;

    // 2^63 itself is a double but no number of ticks.
    private static TimeSpan? Span(double ticks) => ticks is >= -9223372036854775808.0 and < 9223372036854775808.0 ? new TimeSpan((long)ticks) : null;
}
