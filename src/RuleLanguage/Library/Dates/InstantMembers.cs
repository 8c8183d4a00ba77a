using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Library.Texts;

namespace Tthc.RuleLanguage.Library.Dates;

/// <summary>
/// Parts of an instant, as the clock of the office shows them: the day an act belongs to is the local one, whatever offset it was recorded with.
/// </summary>
internal static class InstantMembers
{
    [BuiltIn("ngày theo giờ địa phương, lúc 0 giờ", "the local day, at midnight", IsProperty = true, Steps = ClockStep.Day)]
    public static DateTime Date(EvaluationContext context, DateTimeOffset value) => LocalDateTime(context, value).Date;

    [BuiltIn("ngày giờ địa phương", "the local date and time", IsProperty = true)]
    public static DateTime DateTime(EvaluationContext context, DateTimeOffset value) => LocalDateTime(context, value);

    [BuiltIn("ngày giờ địa phương", "the local date and time", IsProperty = true)]
    public static DateTime LocalDateTime(EvaluationContext context, DateTimeOffset value) => Spans.Local(value, context.LocalOffset);

    [BuiltIn("ngày giờ Greenwich", "the date and time in Greenwich", IsProperty = true)]
    public static DateTime UtcDateTime(DateTimeOffset value) => value.UtcDateTime;

    [BuiltIn("năm", "the year", IsProperty = true, Steps = ClockStep.Year)]
    public static int Year(EvaluationContext context, DateTimeOffset value) => LocalDateTime(context, value).Year;

    [BuiltIn("tháng, từ 1", "the month, from 1", IsProperty = true, Steps = ClockStep.Month)]
    public static int Month(EvaluationContext context, DateTimeOffset value) => LocalDateTime(context, value).Month;

    [BuiltIn("ngày trong tháng, từ 1", "the day of the month, from 1", IsProperty = true, Steps = ClockStep.Day)]
    public static int Day(EvaluationContext context, DateTimeOffset value) => LocalDateTime(context, value).Day;

    [BuiltIn("ngày trong năm, từ 1", "the day of the year, from 1", IsProperty = true, Steps = ClockStep.Day)]
    public static int DayOfYear(EvaluationContext context, DateTimeOffset value) => LocalDateTime(context, value).DayOfYear;

    [BuiltIn("thứ trong tuần", "the day of the week", IsProperty = true, Steps = ClockStep.Day)]
    public static DayOfWeek DayOfWeek(EvaluationContext context, DateTimeOffset value) => LocalDateTime(context, value).DayOfWeek;

    [BuiltIn("giờ", "the hour", IsProperty = true, Steps = ClockStep.Hour)]
    public static int Hour(EvaluationContext context, DateTimeOffset value) => LocalDateTime(context, value).Hour;

    [BuiltIn("phút", "the minute", IsProperty = true, Steps = ClockStep.Minute)]
    public static int Minute(EvaluationContext context, DateTimeOffset value) => LocalDateTime(context, value).Minute;

    [BuiltIn("giây", "the second", IsProperty = true, Steps = ClockStep.Second)]
    public static int Second(EvaluationContext context, DateTimeOffset value) => LocalDateTime(context, value).Second;

    [BuiltIn("thời gian từ 0 giờ địa phương", "the time since local midnight", IsProperty = true)]
    public static TimeSpan TimeOfDay(EvaluationContext context, DateTimeOffset value) => LocalDateTime(context, value).TimeOfDay;

    [BuiltIn("số tích tắc 100 nano giây từ năm 1, giờ địa phương", "the ticks of 100 nanoseconds since the year 1, in local time", IsProperty = true)]
    public static long Ticks(EvaluationContext context, DateTimeOffset value) => LocalDateTime(context, value).Ticks;

    [BuiltIn("số giây từ năm 1970", "the seconds since 1970")]
    public static long ToUnixTimeSeconds(DateTimeOffset value) => value.ToUnixTimeSeconds();

    [BuiltIn("giờ địa phương", "the instant in local time")]
    public static DateTimeOffset? ToLocalTime(EvaluationContext context, DateTimeOffset value) =>
        Spans.Instant(LocalDateTime(context, value), context.LocalOffset);

    [BuiltIn("viết năm-tháng-ngày giờ:phút:giây, giờ địa phương", "written year-month-day hour:minute:second, in local time")]
    public static string ToString(EvaluationContext context, DateTimeOffset value) => Formats.Plain(LocalDateTime(context, value));

    [BuiltIn("viết theo mẫu, giờ địa phương, ví dụ \"dd/MM/yyyy\"", "written by a format, in local time, such as \"dd/MM/yyyy\"")]
    public static string? ToString(EvaluationContext context, DateTimeOffset value, string format) =>
        Formats.Write(context, ToLocalTime(context, value) ?? value, format);

    [BuiltIn("-1, 0 hay 1: trước, bằng, sau", "-1, 0 or 1: before, equal, after")]
    public static int CompareTo(DateTimeOffset value, DateTimeOffset other) => value.CompareTo(other);
}
