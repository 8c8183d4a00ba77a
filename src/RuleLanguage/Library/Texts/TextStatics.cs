using Tthc.RuleLanguage.Evaluation;

namespace Tthc.RuleLanguage.Library.Texts;

/// <summary>Functions called on <c>string</c>.</summary>
internal static class TextStatics
{
    [BuiltIn("có thiếu hoặc rỗng không", "whether it is missing or empty")]
    public static bool IsNullOrEmpty(string? value) => string.IsNullOrEmpty(value);

    [BuiltIn("có thiếu, rỗng hoặc chỉ có khoảng trắng không", "whether it is missing, empty or blank")]
    public static bool IsNullOrWhiteSpace(string? value) => string.IsNullOrWhiteSpace(value);

    [BuiltIn("nối các chuỗi, xen giữa là một chuỗi", "texts put together with a text between them")]
    public static string? Join(EvaluationContext context, string separator, IReadOnlyList<string> values)
    {
        var length = (long)separator.Length * Math.Max(0, values.Count - 1);
        for (var i = 0; i < values.Count && TextLength.Allows(context, length); i++)
        {
            // Data may hold a null where the type says text.
            if (!context.Step() || values[i] is not { } value)
                return null;
            length += value.Length;
        }
        return TextLength.Allows(context, length) ? string.Join(separator, values) : null;
    }

    [BuiltIn("nối hai chuỗi", "two texts together")]
    public static string? Concat(EvaluationContext context, string first, string second) =>
        TextLength.Allows(context, (long)first.Length + second.Length) ? first + second : null;

    [BuiltIn("nối ba chuỗi", "three texts together")]
    public static string? Concat(EvaluationContext context, string first, string second, string third) =>
        TextLength.Allows(context, (long)first.Length + second.Length + third.Length) ? first + second + third : null;

    [BuiltIn("có giống hệt không", "whether they are the same")]
    public static bool Equals(string first, string second) => string.Equals(first, second, StringComparison.Ordinal);

    [BuiltIn("có giống nhau không, theo cách so sánh", "whether they are the same, compared in a way")]
    public static bool Equals(string first, string second, StringComparison comparison) => string.Equals(first, second, TextSearch.Way(comparison));

    [BuiltIn("-1, 0 hay 1: đứng trước, giống, đứng sau", "-1, 0 or 1: before, the same, after")]
    public static int Compare(string first, string second) => Math.Sign(string.CompareOrdinal(first, second));

    [BuiltIn("-1, 0 hay 1: đứng trước, giống, đứng sau", "-1, 0 or 1: before, the same, after")]
    public static int Compare(string first, string second, bool ignoreCase) =>
        Math.Sign(string.Compare(first, second, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));
}
