using Tthc.RuleLanguage.Evaluation;

namespace Tthc.RuleLanguage.Library.Dates;

/// <summary>An instant moved.</summary>
internal static class InstantMoves
{
    [BuiltIn("thêm số ngày", "so many days later", Inverse = nameof(DaysBefore))]
    public static DateTimeOffset? AddDays(DateTimeOffset value, double days) => Spans.Moved(value, Spans.Of(days, TimeSpan.TicksPerDay));

    [BuiltIn("thêm số giờ", "so many hours later", Inverse = nameof(HoursBefore))]
    public static DateTimeOffset? AddHours(DateTimeOffset value, double hours) => Spans.Moved(value, Spans.Of(hours, TimeSpan.TicksPerHour));

    [BuiltIn("thêm số phút", "so many minutes later", Inverse = nameof(MinutesBefore))]
    public static DateTimeOffset? AddMinutes(DateTimeOffset value, double minutes) => Spans.Moved(value, Spans.Of(minutes, TimeSpan.TicksPerMinute));

    [BuiltIn("thêm số giây", "so many seconds later", Inverse = nameof(SecondsBefore))]
    public static DateTimeOffset? AddSeconds(DateTimeOffset value, double seconds) => Spans.Moved(value, Spans.Of(seconds, TimeSpan.TicksPerSecond));

    [BuiltIn("thêm số phần nghìn giây", "so many milliseconds later")]
    public static DateTimeOffset? AddMilliseconds(DateTimeOffset value, double milliseconds) => Spans.Moved(value, Spans.Of(milliseconds, TimeSpan.TicksPerMillisecond));

    [BuiltIn("thêm số tháng; ngày lùi về cuối tháng nếu cần", "so many months later; the day falls back to the end of the month if it must")]
    public static DateTimeOffset? AddMonths(EvaluationContext context, DateTimeOffset value, int months) => InMonths(context, value, months);

    [BuiltIn("thêm số năm", "so many years later")]
    public static DateTimeOffset? AddYears(EvaluationContext context, DateTimeOffset value, int years) => InMonths(context, value, 12L * years);

    [BuiltIn("thêm một khoảng thời gian", "a span later", Inverse = nameof(SpanBefore))]
    public static DateTimeOffset? Add(DateTimeOffset value, TimeSpan span) => Spans.Moved(value, span);

    [BuiltIn("bớt một khoảng thời gian", "a span earlier", Inverse = nameof(SpanAfter))]
    public static DateTimeOffset? Subtract(DateTimeOffset value, TimeSpan span) => span == TimeSpan.MinValue ? null : Spans.Moved(value, -span);

    [BuiltIn("thời gian từ lúc kia đến lúc này", "the time from the other to this")]
    public static TimeSpan Subtract(DateTimeOffset value, DateTimeOffset other) => value - other;

    private static DateTimeOffset? InMonths(EvaluationContext context, DateTimeOffset value, long months) =>
        Months.Moved(Spans.Local(value, context.LocalOffset), months) is { } local ? Spans.Instant(local, context.LocalOffset) : null;

    private static DateTimeOffset? DaysBefore(object?[] arguments, object threshold) => Before(arguments, threshold, TimeSpan.TicksPerDay);

    private static DateTimeOffset? HoursBefore(object?[] arguments, object threshold) => Before(arguments, threshold, TimeSpan.TicksPerHour);

    private static DateTimeOffset? MinutesBefore(object?[] arguments, object threshold) => Before(arguments, threshold, TimeSpan.TicksPerMinute);

    private static DateTimeOffset? SecondsBefore(object?[] arguments, object threshold) => Before(arguments, threshold, TimeSpan.TicksPerSecond);

    private static DateTimeOffset? SpanBefore(object?[] arguments, object threshold) => Moved(threshold, arguments[1] is TimeSpan span && span != TimeSpan.MinValue ? -span : null);

    private static DateTimeOffset? SpanAfter(object?[] arguments, object threshold) => Moved(threshold, (TimeSpan?)arguments[1]);

    private static DateTimeOffset? Before(object?[] arguments, object threshold, long ticksPerUnit) =>
        Moved(threshold, arguments[1] is double count ? Spans.Of(-count, ticksPerUnit) : null);

    private static DateTimeOffset? Moved(object threshold, TimeSpan? by) =>
        Spans.Moved((DateTimeOffset)threshold, by);
}
