namespace Tthc.RuleLanguage.Library.Dates.Statics;

/// <summary>Local dates and times made of numbers and texts.</summary>
internal static class DateTimeStatics
{
    [BuiltIn("đọc ngày giờ viết năm-tháng-ngày", "a date and time written year-month-day")]
    public static DateTime? Parse(string text) => DateTexts.DateTime(text.Trim());

    [BuiltIn("số ngày của tháng", "the days of a month")]
    public static int? DaysInMonth(int year, int month) => year is >= 1 and <= 9999 && month is >= 1 and <= 12 ? DateTime.DaysInMonth(year, month) : null;

    [BuiltIn("có phải năm nhuận không", "whether it is a leap year")]
    public static bool? IsLeapYear(int year) => year is >= 1 and <= 9999 ? DateTime.IsLeapYear(year) : null;

    [BuiltIn("ngày đã cho, lúc 0 giờ", "a day at midnight")]
    public static DateTime? New(int year, int month, int day) => DateStatics.New(year, month, day) is { } date ? date.ToDateTime(TimeOnly.MinValue) : null;

    [BuiltIn("ngày giờ đã cho", "a day and a time")]
    public static DateTime? New(int year, int month, int day, int hour, int minute, int second) =>
        DateStatics.New(year, month, day) is { } date && TimeStatics.New(hour, minute, second) is { } time ? date.ToDateTime(time) : null;

    [BuiltIn("đọc ngày giờ viết năm-tháng-ngày", "a date and time written year-month-day")]
    public static DateTime? New(string text) => Parse(text);

    [BuiltIn("0 giờ của ngày", "midnight of a day")]
    public static DateTime New(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);
}
