using Tthc.RuleLanguage.Library.Dates;

namespace Tthc.RuleLanguage.Library;

/// <summary>What stands behind operators and conversions that have no node of their own.</summary>
internal static class OperatorFunctions
{
    [BuiltIn("chuỗi một ký tự", "a text of one character")]
    public static string Text(char value) => value.ToString();

    /// <summary>As RulesEngine has it, where a missing fact is null.</summary>
    [BuiltIn("có phải là một trong các giá trị không; thiếu thì không", "whether it is one of the values; a missing one is none")]
    public static bool CheckContainsOrNull(string? value, string? list) => value is not null && list is not null && Texts.ListTexts.CheckContains(value, list);

    [BuiltIn("0 giờ của ngày", "midnight of the day")]
    public static DateTime Midnight(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);

    [BuiltIn("thời điểm của ngày giờ Greenwich", "the instant of a date and time in Greenwich")]
    public static DateTimeOffset FromGreenwich(DateTime time) => new(time.Ticks, TimeSpan.Zero);

    [BuiltIn("số ngày giữa hai ngày", "the days between two days")]
    public static TimeSpan DaysBetween(DateOnly later, DateOnly earlier) => TimeSpan.FromDays(later.DayNumber - earlier.DayNumber);

    [BuiltIn("thời gian từ giờ này đến giờ kia, qua nửa đêm nếu cần", "the time from one time of day to another, past midnight if it must")]
    public static TimeSpan TimeBetween(TimeOnly later, TimeOnly earlier) => later - earlier;

    [BuiltIn("khoảng thời gian nhân với một số", "a span times a number")]
    public static TimeSpan? Times(TimeSpan span, double factor) => Spans.FromTicks(span.Ticks * factor);

    [BuiltIn("khoảng thời gian chia cho một số", "a span divided by a number")]
    public static TimeSpan? Parts(TimeSpan span, double divisor) => divisor == 0 ? null : Spans.FromTicks(span.Ticks / divisor);

    [BuiltIn("tỷ lệ giữa hai khoảng thời gian", "the ratio of two spans")]
    public static double? Ratio(TimeSpan span, TimeSpan unit) => unit == TimeSpan.Zero ? null : (double)span.Ticks / unit.Ticks;
}
