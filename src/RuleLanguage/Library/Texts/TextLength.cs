using Tthc.RuleLanguage.Evaluation;

namespace Tthc.RuleLanguage.Library.Texts;

/// <summary>Keeps texts within what an evaluation may make.</summary>
internal static class TextLength
{
    /// <summary>The text; null: too long.</summary>
    public static string? Within(EvaluationContext context, string? text) => text is null || text.Length > context.Limits.StringLength ? null : text;

    /// <summary>Whether a text of that length may be made.</summary>
    public static bool Allows(EvaluationContext context, long length) => length <= context.Limits.StringLength;
}
