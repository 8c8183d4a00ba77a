namespace Tthc.RuleLanguage.Library.Dates;

/// <summary>A local date and time moved.</summary>
internal static class DateTimeMoves
{
    [BuiltIn("thêm số ngày", "so many days later")]
    public static DateTime? AddDays(DateTime value, double days) => Spans.Moved(value, Spans.Of(days, TimeSpan.TicksPerDay));

    [BuiltIn("thêm số giờ", "so many hours later")]
    public static DateTime? AddHours(DateTime value, double hours) => Spans.Moved(value, Spans.Of(hours, TimeSpan.TicksPerHour));

    [BuiltIn("thêm số phút", "so many minutes later")]
    public static DateTime? AddMinutes(DateTime value, double minutes) => Spans.Moved(value, Spans.Of(minutes, TimeSpan.TicksPerMinute));

    [BuiltIn("thêm số giây", "so many seconds later")]
    public static DateTime? AddSeconds(DateTime value, double seconds) => Spans.Moved(value, Spans.Of(seconds, TimeSpan.TicksPerSecond));

    [BuiltIn("thêm số phần nghìn giây", "so many milliseconds later")]
    public static DateTime? AddMilliseconds(DateTime value, double milliseconds) => Spans.Moved(value, Spans.Of(milliseconds, TimeSpan.TicksPerMillisecond));

    [BuiltIn("thêm số tháng; ngày lùi về cuối tháng nếu cần", "so many months later; the day falls back to the end of the month if it must")]
    public static DateTime? AddMonths(DateTime value, int months) => Months.Moved(value, months);

    [BuiltIn("thêm số năm", "so many years later")]
    public static DateTime? AddYears(DateTime value, int years) => Months.Moved(value, 12L * years);

    [BuiltIn("thêm một khoảng thời gian", "a span later")]
    public static DateTime? Add(DateTime value, TimeSpan span) => Spans.Moved(value, span);

    [BuiltIn("bớt một khoảng thời gian", "a span earlier")]
    public static DateTime? Subtract(DateTime value, TimeSpan span) => span == TimeSpan.MinValue ? null : Spans.Moved(value, -span);

    [BuiltIn("thời gian từ lúc kia đến lúc này", "the time from the other to this")]
    public static TimeSpan Subtract(DateTime value, DateTime other) => value - other;
}
