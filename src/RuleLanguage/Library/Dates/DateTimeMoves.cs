namespace Tthc.RuleLanguage.Library.Dates;

/// <summary>A local date and time moved.</summary>
internal static class DateTimeMoves
{
    [BuiltIn("thêm số ngày", "so many days later", Inverse = nameof(DaysBefore))]
    public static DateTime? AddDays(DateTime value, double days) => Spans.Moved(value, Spans.Of(days, TimeSpan.TicksPerDay));

    [BuiltIn("thêm số giờ", "so many hours later", Inverse = nameof(HoursBefore))]
    public static DateTime? AddHours(DateTime value, double hours) => Spans.Moved(value, Spans.Of(hours, TimeSpan.TicksPerHour));

    [BuiltIn("thêm số phút", "so many minutes later", Inverse = nameof(MinutesBefore))]
    public static DateTime? AddMinutes(DateTime value, double minutes) => Spans.Moved(value, Spans.Of(minutes, TimeSpan.TicksPerMinute));

    [BuiltIn("thêm số giây", "so many seconds later", Inverse = nameof(SecondsBefore))]
    public static DateTime? AddSeconds(DateTime value, double seconds) => Spans.Moved(value, Spans.Of(seconds, TimeSpan.TicksPerSecond));

    [BuiltIn("thêm số phần nghìn giây", "so many milliseconds later")]
    public static DateTime? AddMilliseconds(DateTime value, double milliseconds) => Spans.Moved(value, Spans.Of(milliseconds, TimeSpan.TicksPerMillisecond));

    [BuiltIn("thêm số tháng; ngày lùi về cuối tháng nếu cần", "so many months later; the day falls back to the end of the month if it must")]
    public static DateTime? AddMonths(DateTime value, int months) => Months.Moved(value, months);

    [BuiltIn("thêm số năm", "so many years later")]
    public static DateTime? AddYears(DateTime value, int years) => Months.Moved(value, 12L * years);

    [BuiltIn("thêm một khoảng thời gian", "a span later", Inverse = nameof(SpanBefore))]
    public static DateTime? Add(DateTime value, TimeSpan span) => Spans.Moved(value, span);

    [BuiltIn("bớt một khoảng thời gian", "a span earlier", Inverse = nameof(SpanAfter))]
    public static DateTime? Subtract(DateTime value, TimeSpan span) => span == TimeSpan.MinValue ? null : Spans.Moved(value, -span);

    [BuiltIn("thời gian từ lúc kia đến lúc này", "the time from the other to this")]
    public static TimeSpan Subtract(DateTime value, DateTime other) => value - other;

    private static DateTimeOffset? DaysBefore(object?[] arguments, object threshold) => Before(arguments, threshold, TimeSpan.TicksPerDay);

    private static DateTimeOffset? HoursBefore(object?[] arguments, object threshold) => Before(arguments, threshold, TimeSpan.TicksPerHour);

    private static DateTimeOffset? MinutesBefore(object?[] arguments, object threshold) => Before(arguments, threshold, TimeSpan.TicksPerMinute);

    private static DateTimeOffset? SecondsBefore(object?[] arguments, object threshold) => Before(arguments, threshold, TimeSpan.TicksPerSecond);

    private static DateTimeOffset? SpanBefore(object?[] arguments, object threshold) => Local(threshold, arguments[1] is TimeSpan span && span != TimeSpan.MinValue ? -span : null);

    private static DateTimeOffset? SpanAfter(object?[] arguments, object threshold) => Local(threshold, (TimeSpan?)arguments[1]);

    private static DateTimeOffset? Before(object?[] arguments, object threshold, long ticksPerUnit) =>
        Local(threshold, arguments[1] is double count ? Spans.Of(-count, ticksPerUnit) : null);

    private static DateTimeOffset? Local(object threshold, TimeSpan? by) =>
        Spans.Moved((DateTime)threshold, by) is { } local ? new DateTimeOffset(local.Ticks, TimeSpan.Zero) : null;
}
