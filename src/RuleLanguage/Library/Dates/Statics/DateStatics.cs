using Tthc.RuleLanguage.Evaluation;

namespace Tthc.RuleLanguage.Library.Dates.Statics;

/// <summary>Days made of numbers, texts and instants.</summary>
internal static class DateStatics
{
    [BuiltIn("đọc ngày viết năm-tháng-ngày", "a day written year-month-day")]
    public static DateOnly? Parse(string text) => DateTexts.Date(text.Trim());

    [BuiltIn("ngày của một ngày giờ", "the day of a date and time")]
    public static DateOnly FromDateTime(DateTime value) => DateOnly.FromDateTime(value);

    [BuiltIn("ngày của một thời điểm, theo giờ địa phương", "the local day of an instant", Steps = ClockStep.Day)]
    public static DateOnly FromDateTime(EvaluationContext context, DateTimeOffset value) => DateOnly.FromDateTime(Spans.Local(value, context.LocalOffset));

    [BuiltIn("ngày đã cho", "a day")]
    public static DateOnly? New(int year, int month, int day) =>
        DateTimeStatics.DaysInMonth(year, month) is { } days && day >= 1 && day <= days ? new DateOnly(year, month, day) : null;

    [BuiltIn("đọc ngày viết năm-tháng-ngày", "a day written year-month-day")]
    public static DateOnly? New(string text) => Parse(text);
}
