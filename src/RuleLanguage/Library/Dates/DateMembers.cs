using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Library.Texts;

namespace Tthc.RuleLanguage.Library.Dates;

/// <summary>Parts of a day, and days moved.</summary>
internal static class DateMembers
{
    [BuiltIn("năm", "the year", IsProperty = true)]
    public static int Year(DateOnly value) => value.Year;

    [BuiltIn("tháng, từ 1", "the month, from 1", IsProperty = true)]
    public static int Month(DateOnly value) => value.Month;

    [BuiltIn("ngày trong tháng, từ 1", "the day of the month, from 1", IsProperty = true)]
    public static int Day(DateOnly value) => value.Day;

    [BuiltIn("ngày trong năm, từ 1", "the day of the year, from 1", IsProperty = true)]
    public static int DayOfYear(DateOnly value) => value.DayOfYear;

    [BuiltIn("thứ trong tuần", "the day of the week", IsProperty = true)]
    public static DayOfWeek DayOfWeek(DateOnly value) => value.DayOfWeek;

    [BuiltIn("số ngày kể từ năm 1", "the days since the year 1", IsProperty = true)]
    public static int DayNumber(DateOnly value) => value.DayNumber;

    [BuiltIn("thêm số ngày", "so many days later")]
    public static DateOnly? AddDays(DateOnly value, int days) =>
        (long)value.DayNumber + days is var day && day >= 0 && day <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)day) : null;

    [BuiltIn("thêm số tháng; ngày lùi về cuối tháng nếu cần", "so many months later; the day falls back to the end of the month if it must")]
    public static DateOnly? AddMonths(DateOnly value, int months) => Months.Moved(value, months);

    [BuiltIn("thêm số năm", "so many years later")]
    public static DateOnly? AddYears(DateOnly value, int years) => Months.Moved(value, 12L * years);

    [BuiltIn("ngày với giờ", "the day at a time of day")]
    public static DateTime ToDateTime(DateOnly value, TimeOnly time) => value.ToDateTime(time);

    [BuiltIn("viết năm-tháng-ngày", "written year-month-day")]
    public static string ToString(DateOnly value) => Formats.Plain(value);

    [BuiltIn("viết theo mẫu, ví dụ \"dd/MM/yyyy\"", "written by a format, such as \"dd/MM/yyyy\"")]
    public static string? ToString(EvaluationContext context, DateOnly value, string format) => Formats.Write(context, value, format);

    [BuiltIn("-1, 0 hay 1: trước, bằng, sau", "-1, 0 or 1: before, equal, after")]
    public static int CompareTo(DateOnly value, DateOnly other) => value.CompareTo(other);
}
