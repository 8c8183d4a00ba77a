using Tthc.RuleLanguage.Evaluation;

namespace Tthc.RuleLanguage.Library.Texts;

/// <summary>What may be asked of an identifier.</summary>
internal static class GuidMembers
{
    [BuiltIn("viết có gạch nối", "written with dashes")]
    public static string ToString(Guid value) => value.ToString();

    [BuiltIn("viết theo mẫu N, D, B, P hoặc X", "written by the format N, D, B, P or X")]
    public static string? ToString(EvaluationContext context, Guid value, string format) => Formats.Write(context, value, format);
}

/// <summary>Functions called on <c>Guid</c>.</summary>
internal static class GuidStatics
{
    [BuiltIn("đọc một mã định danh", "an identifier read from a text")]
    public static Guid? Parse(string text) => Guid.TryParse(text, out var value) ? value : null;

    [BuiltIn("đọc một mã định danh", "an identifier read from a text")]
    public static Guid? New(string text) => Parse(text);
}
