namespace Tthc.RuleLanguage.Library.Dates;

/// <summary>The next reading of a clock at which an hour, a day, a year begins.</summary>
internal static class ClockSteps
{
    /// <summary>The next beginning after an instant, by the clock of the offset it is written in; null: none any more.</summary>
    public static DateTimeOffset? Next(object? time, ClockStep step) =>
        time is DateTimeOffset instant && Next(instant.DateTime, step) is { } next ? Spans.Instant(next, instant.Offset) : null;

    private static DateTime? Next(DateTime time, ClockStep step) => step switch
    {
        ClockStep.Year => time.Year == 9999 ? null : new DateTime(time.Year + 1, 1, 1),
        ClockStep.Month => time is { Year: 9999, Month: 12 } ? null : new DateTime(time.Year, time.Month, 1).AddMonths(1),
        ClockStep.Day => Next(time, TimeSpan.TicksPerDay),
        ClockStep.Hour => Next(time, TimeSpan.TicksPerHour),
        ClockStep.Minute => Next(time, TimeSpan.TicksPerMinute),
        _ => Next(time, TimeSpan.TicksPerSecond),
    };

    private static DateTime? Next(DateTime time, long every)
    {
        var ticks = ((time.Ticks / every) + 1) * every;
        return ticks > DateTime.MaxValue.Ticks ? null : new DateTime(ticks);
    }
}
