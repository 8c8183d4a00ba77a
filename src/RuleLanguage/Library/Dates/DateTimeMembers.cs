using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Library.Texts;

namespace Tthc.RuleLanguage.Library.Dates;

/// <summary>Parts of a local date and time.</summary>
internal static class DateTimeMembers
{
    [BuiltIn("ngày, lúc 0 giờ", "the day, at midnight", IsProperty = true)]
    public static DateTime Date(DateTime value) => value.Date;

    [BuiltIn("năm", "the year", IsProperty = true)]
    public static int Year(DateTime value) => value.Year;

    [BuiltIn("tháng, từ 1", "the month, from 1", IsProperty = true)]
    public static int Month(DateTime value) => value.Month;

    [BuiltIn("ngày trong tháng, từ 1", "the day of the month, from 1", IsProperty = true)]
    public static int Day(DateTime value) => value.Day;

    [BuiltIn("ngày trong năm, từ 1", "the day of the year, from 1", IsProperty = true)]
    public static int DayOfYear(DateTime value) => value.DayOfYear;

    [BuiltIn("thứ trong tuần", "the day of the week", IsProperty = true)]
    public static DayOfWeek DayOfWeek(DateTime value) => value.DayOfWeek;

    [BuiltIn("giờ", "the hour", IsProperty = true)]
    public static int Hour(DateTime value) => value.Hour;

    [BuiltIn("phút", "the minute", IsProperty = true)]
    public static int Minute(DateTime value) => value.Minute;

    [BuiltIn("giây", "the second", IsProperty = true)]
    public static int Second(DateTime value) => value.Second;

    [BuiltIn("phần nghìn giây", "the millisecond", IsProperty = true)]
    public static int Millisecond(DateTime value) => value.Millisecond;

    [BuiltIn("thời gian từ 0 giờ", "the time since midnight", IsProperty = true)]
    public static TimeSpan TimeOfDay(DateTime value) => value.TimeOfDay;

    [BuiltIn("số tích tắc 100 nano giây từ năm 1", "the ticks of 100 nanoseconds since the year 1", IsProperty = true)]
    public static long Ticks(DateTime value) => value.Ticks;

    [BuiltIn("giờ Greenwich", "the time in Greenwich")]
    public static DateTime? ToUniversalTime(EvaluationContext context, DateTime value) => Spans.Moved(value, -context.LocalOffset);

    [BuiltIn("viết năm-tháng-ngày giờ:phút:giây", "written year-month-day hour:minute:second")]
    public static string ToString(DateTime value) => Formats.Plain(value);

    [BuiltIn("viết theo mẫu, ví dụ \"dd/MM/yyyy\"", "written by a format, such as \"dd/MM/yyyy\"")]
    public static string? ToString(EvaluationContext context, DateTime value, string format) => Formats.Write(context, value, format);

    [BuiltIn("ngày viết dd/MM/yyyy", "the day written dd/MM/yyyy")]
    public static string? ToShortDateString(EvaluationContext context, DateTime value) => Formats.Write(context, value, "dd/MM/yyyy");

    [BuiltIn("-1, 0 hay 1: trước, bằng, sau", "-1, 0 or 1: before, equal, after")]
    public static int CompareTo(DateTime value, DateTime other) => value.CompareTo(other);
}
