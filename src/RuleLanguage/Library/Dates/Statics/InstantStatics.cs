using Tthc.RuleLanguage.Evaluation;

namespace Tthc.RuleLanguage.Library.Dates.Statics;

/// <summary>Instants made of texts and local times.</summary>
internal static class InstantStatics
{
    [BuiltIn("đọc thời điểm; không ghi múi giờ thì là giờ địa phương", "an instant; without an offset it is local time")]
    public static DateTimeOffset? Parse(EvaluationContext context, string text) =>
        DateTexts.Instant(text.Trim()) ?? (DateTexts.DateTime(text.Trim()) is { } local ? Spans.Instant(local, context.LocalOffset) : null);

    [BuiltIn("đọc thời điểm; không ghi múi giờ thì là giờ địa phương", "an instant; without an offset it is local time")]
    public static DateTimeOffset? New(EvaluationContext context, string text) => Parse(context, text);

    [BuiltIn("thời điểm của ngày giờ địa phương", "the instant of a local date and time")]
    public static DateTimeOffset? New(EvaluationContext context, DateTime local) => Spans.Instant(local, context.LocalOffset);
}
