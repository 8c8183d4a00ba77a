using Tthc.RuleLanguage.Evaluation;

namespace Tthc.RuleLanguage.Library.Dates.Statics;

/// <summary>Times of day made of numbers, texts and instants.</summary>
internal static class TimeStatics
{
    [BuiltIn("đọc giờ viết giờ:phút", "a time written hour:minute")]
    public static TimeOnly? Parse(string text) => DateTexts.Time(text.Trim());

    [BuiltIn("giờ của một ngày giờ", "the time of a date and time")]
    public static TimeOnly FromDateTime(DateTime value) => TimeOnly.FromDateTime(value);

    [BuiltIn("giờ của một thời điểm, theo giờ địa phương", "the local time of an instant")]
    public static TimeOnly FromDateTime(EvaluationContext context, DateTimeOffset value) => TimeOnly.FromDateTime(Spans.Local(value, context.LocalOffset));

    [BuiltIn("giờ đã cho", "a time")]
    public static TimeOnly? New(int hour, int minute) => New(hour, minute, 0);

    [BuiltIn("giờ đã cho", "a time")]
    public static TimeOnly? New(int hour, int minute, int second) =>
        hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60 ? new TimeOnly(hour, minute, second) : null;

    [BuiltIn("đọc giờ viết giờ:phút", "a time written hour:minute")]
    public static TimeOnly? New(string text) => Parse(text);
}
