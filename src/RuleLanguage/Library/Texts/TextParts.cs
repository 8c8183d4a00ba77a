using Tthc.RuleLanguage.Evaluation;

namespace Tthc.RuleLanguage.Library.Texts;

/// <summary>Texts cut and put together.</summary>
internal static class TextParts
{
    [BuiltIn("phần từ một vị trí, đếm từ 0", "the part from a position, from 0")]
    public static string? Substring(string value, int start) => start < 0 || start > value.Length ? null : value[start..];

    [BuiltIn("phần từ một vị trí, đếm từ 0, với độ dài", "the part from a position, from 0, of a length")]
    public static string? Substring(string value, int start, int length) =>
        start < 0 || length < 0 || (long)start + length > value.Length ? null : value.Substring(start, length);

    [BuiltIn("bỏ phần từ một vị trí", "without the part from a position")]
    public static string? Remove(string value, int start) => start < 0 || start > value.Length ? null : value[..start];

    [BuiltIn("bỏ một phần với độ dài", "without a part of a length")]
    public static string? Remove(string value, int start, int length) =>
        start < 0 || length < 0 || (long)start + length > value.Length ? null : value.Remove(start, length);

    [BuiltIn("chèn một chuỗi vào vị trí", "with a text put in at a position")]
    public static string? Insert(EvaluationContext context, string value, int start, string inserted) =>
        start < 0 || start > value.Length || !TextLength.Allows(context, (long)value.Length + inserted.Length) ? null : value.Insert(start, inserted);

    [BuiltIn("tách tại một ký tự", "cut at a character")]
    public static IReadOnlyList<string> Split(string value, char separator) => value.Split(separator);

    [BuiltIn("tách tại một chuỗi", "cut at a text")]
    public static IReadOnlyList<string> Split(string value, string separator) => value.Split(separator, StringSplitOptions.None);
}
