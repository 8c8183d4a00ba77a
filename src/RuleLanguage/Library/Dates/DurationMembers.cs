using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Library.Texts;

namespace Tthc.RuleLanguage.Library.Dates;

/// <summary>Parts of a span of time on the wall clock.</summary>
internal static class DurationMembers
{
    [BuiltIn("số ngày, kể cả phần lẻ", "the days, with their fraction", IsProperty = true)]
    public static double TotalDays(TimeSpan value) => value.TotalDays;

    [BuiltIn("số giờ, kể cả phần lẻ", "the hours, with their fraction", IsProperty = true)]
    public static double TotalHours(TimeSpan value) => value.TotalHours;

    [BuiltIn("số phút, kể cả phần lẻ", "the minutes, with their fraction", IsProperty = true)]
    public static double TotalMinutes(TimeSpan value) => value.TotalMinutes;

    [BuiltIn("số giây, kể cả phần lẻ", "the seconds, with their fraction", IsProperty = true)]
    public static double TotalSeconds(TimeSpan value) => value.TotalSeconds;

    [BuiltIn("số phần nghìn giây", "the milliseconds, with their fraction", IsProperty = true)]
    public static double TotalMilliseconds(TimeSpan value) => value.TotalMilliseconds;

    [BuiltIn("số ngày trọn", "the whole days", IsProperty = true)]
    public static int Days(TimeSpan value) => value.Days;

    [BuiltIn("phần giờ, từ -23 đến 23", "the hours beside the days, from -23 to 23", IsProperty = true)]
    public static int Hours(TimeSpan value) => value.Hours;

    [BuiltIn("phần phút, từ -59 đến 59", "the minutes beside the hours, from -59 to 59", IsProperty = true)]
    public static int Minutes(TimeSpan value) => value.Minutes;

    [BuiltIn("phần giây, từ -59 đến 59", "the seconds beside the minutes, from -59 to 59", IsProperty = true)]
    public static int Seconds(TimeSpan value) => value.Seconds;

    [BuiltIn("số tích tắc 100 nano giây", "the ticks of 100 nanoseconds", IsProperty = true)]
    public static long Ticks(TimeSpan value) => value.Ticks;

    [BuiltIn("độ dài, bỏ dấu âm", "the length without its sign")]
    public static TimeSpan? Duration(TimeSpan value) => value == TimeSpan.MinValue ? null : value.Duration();

    [BuiltIn("cộng hai khoảng thời gian", "two spans together")]
    public static TimeSpan? Add(TimeSpan value, TimeSpan other) => Spans.FromTicks((double)value.Ticks + other.Ticks) is null ? null : value + other;

    [BuiltIn("trừ hai khoảng thời gian", "one span without another")]
    public static TimeSpan? Subtract(TimeSpan value, TimeSpan other) => Spans.FromTicks((double)value.Ticks - other.Ticks) is null ? null : value - other;

    [BuiltIn("viết ngày.giờ:phút:giây", "written days.hours:minutes:seconds")]
    public static string ToString(TimeSpan value) => value.ToString();

    [BuiltIn("viết theo mẫu, ví dụ \"hh\\:mm\"", "written by a format, such as \"hh\\:mm\"")]
    public static string? ToString(EvaluationContext context, TimeSpan value, string format) => Formats.Write(context, value, format);

    [BuiltIn("-1, 0 hay 1: ngắn hơn, bằng, dài hơn", "-1, 0 or 1: shorter, equal, longer")]
    public static int CompareTo(TimeSpan value, TimeSpan other) => value.CompareTo(other);
}
