namespace Tthc.RuleLanguage.Library.Dates.Statics;

/// <summary>Spans made of numbers and texts.</summary>
internal static class DurationStatics
{
    [BuiltIn("số ngày 24 giờ", "so many days of 24 hours")]
    public static TimeSpan? FromDays(double days) => Spans.Of(days, TimeSpan.TicksPerDay);

    [BuiltIn("số giờ đồng hồ", "so many hours of the clock")]
    public static TimeSpan? FromHours(double hours) => Spans.Of(hours, TimeSpan.TicksPerHour);

    [BuiltIn("số phút đồng hồ", "so many minutes of the clock")]
    public static TimeSpan? FromMinutes(double minutes) => Spans.Of(minutes, TimeSpan.TicksPerMinute);

    [BuiltIn("số giây", "so many seconds")]
    public static TimeSpan? FromSeconds(double seconds) => Spans.Of(seconds, TimeSpan.TicksPerSecond);

    [BuiltIn("số phần nghìn giây", "so many milliseconds")]
    public static TimeSpan? FromMilliseconds(double milliseconds) => Spans.Of(milliseconds, TimeSpan.TicksPerMillisecond);

    [BuiltIn("đọc khoảng thời gian viết ngày.giờ:phút:giây", "a span written days.hours:minutes:seconds")]
    public static TimeSpan? Parse(string text) => DateTexts.Duration(text.Trim());

    [BuiltIn("giờ, phút, giây", "hours, minutes, seconds")]
    public static TimeSpan? New(int hours, int minutes, int seconds) => New(0, hours, minutes, seconds);

    [BuiltIn("ngày, giờ, phút, giây", "days, hours, minutes, seconds")]
    public static TimeSpan? New(int days, int hours, int minutes, int seconds) =>
        Spans.Of((86400.0 * days) + (3600.0 * hours) + (60.0 * minutes) + seconds, TimeSpan.TicksPerSecond);

    [BuiltIn("đọc khoảng thời gian viết ngày.giờ:phút:giây", "a span written days.hours:minutes:seconds")]
    public static TimeSpan? New(string text) => Parse(text);
}
