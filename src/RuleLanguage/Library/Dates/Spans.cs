namespace Tthc.RuleLanguage.Library.Dates;

/// <summary>Spans of time that may be too long to hold.</summary>
internal static class Spans
{
    /// <summary>The span; null: longer than can be held, or no number.</summary>
    public static TimeSpan? FromTicks(double ticks) => Math.Abs(ticks) < 9.2e18 ? TimeSpan.FromTicks((long)Math.Round(ticks)) : null;

    /// <summary>So many units.</summary>
    public static TimeSpan? Of(double count, long ticksPerUnit) => FromTicks(count * ticksPerUnit);

    /// <summary>A time moved by a span; null: outside the years 1 to 9999.</summary>
    public static DateTime? Moved(DateTime time, TimeSpan? by) =>
        by is { } span && InRange((Int128)time.Ticks + span.Ticks) ? time.Add(span) : null;

    /// <summary>An instant moved by a span; null: outside the years 1 to 9999.</summary>
    public static DateTimeOffset? Moved(DateTimeOffset instant, TimeSpan? by) =>
        by is { } span && InRange((Int128)instant.Ticks + span.Ticks) && InRange((Int128)instant.UtcTicks + span.Ticks) ? instant.Add(span) : null;

    /// <summary>The clock on the wall at an instant, held within the years 1 to 9999.</summary>
    public static DateTime Local(DateTimeOffset instant, TimeSpan offset) =>
        new(Math.Clamp(instant.UtcTicks + offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks));

    /// <summary>The instant at which the clock on the wall shows a time; null: outside the years 1 to 9999.</summary>
    public static DateTimeOffset? Instant(DateTime local, TimeSpan offset) =>
        InRange((Int128)local.Ticks - offset.Ticks) ? new DateTimeOffset(local.Ticks, offset) : null;

    private static bool InRange(Int128 ticks) => ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
}
