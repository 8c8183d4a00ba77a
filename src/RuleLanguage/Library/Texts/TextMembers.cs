using Tthc.RuleLanguage.Evaluation;

namespace Tthc.RuleLanguage.Library.Texts;

/// <summary>Texts turned into others.</summary>
internal static class TextMembers
{
    [BuiltIn("số ký tự", "the number of characters", IsProperty = true)]
    public static int Length(string value) => value.Length;

    [BuiltIn("viết thường", "in small letters")]
    public static string ToLower(string value) => value.ToLowerInvariant();

    [BuiltIn("viết hoa", "in capitals")]
    public static string ToUpper(string value) => value.ToUpperInvariant();

    [BuiltIn("viết thường", "in small letters")]
    public static string ToLowerInvariant(string value) => value.ToLowerInvariant();

    [BuiltIn("viết hoa", "in capitals")]
    public static string ToUpperInvariant(string value) => value.ToUpperInvariant();

    [BuiltIn("bỏ khoảng trắng hai đầu", "without blanks at both ends")]
    public static string Trim(string value) => value.Trim();

    [BuiltIn("bỏ một ký tự ở hai đầu", "without a character at both ends")]
    public static string Trim(string value, char character) => value.Trim(character);

    [BuiltIn("bỏ khoảng trắng ở đầu", "without blanks at the start")]
    public static string TrimStart(string value) => value.TrimStart();

    [BuiltIn("bỏ một ký tự ở đầu", "without a character at the start")]
    public static string TrimStart(string value, char character) => value.TrimStart(character);

    [BuiltIn("bỏ khoảng trắng ở cuối", "without blanks at the end")]
    public static string TrimEnd(string value) => value.TrimEnd();

    [BuiltIn("bỏ một ký tự ở cuối", "without a character at the end")]
    public static string TrimEnd(string value, char character) => value.TrimEnd(character);

    [BuiltIn("thay mọi chỗ giống chuỗi thứ nhất bằng chuỗi thứ hai", "the second text wherever the first stands")]
    public static string? Replace(EvaluationContext context, string value, string old, string replacement) =>
        old.Length == 0 || !TextLength.Allows(context, value.Length + ((long)value.AsSpan().Count(old) * (replacement.Length - old.Length)))
            ? null
            : value.Replace(old, replacement, StringComparison.Ordinal);

    [BuiltIn("thay một ký tự bằng ký tự khác", "one character for another")]
    public static string Replace(string value, char old, char replacement) => value.Replace(old, replacement);

    [BuiltIn("thêm khoảng trắng ở đầu cho đủ độ dài", "blanks at the start up to a length")]
    public static string? PadLeft(EvaluationContext context, string value, int length) => PadLeft(context, value, length, ' ');

    [BuiltIn("thêm ký tự ở đầu cho đủ độ dài", "a character at the start up to a length")]
    public static string? PadLeft(EvaluationContext context, string value, int length, char character) =>
        length < 0 || !TextLength.Allows(context, length) ? null : value.PadLeft(length, character);

    [BuiltIn("thêm khoảng trắng ở cuối cho đủ độ dài", "blanks at the end up to a length")]
    public static string? PadRight(EvaluationContext context, string value, int length) => PadRight(context, value, length, ' ');

    [BuiltIn("thêm ký tự ở cuối cho đủ độ dài", "a character at the end up to a length")]
    public static string? PadRight(EvaluationContext context, string value, int length, char character) =>
        length < 0 || !TextLength.Allows(context, length) ? null : value.PadRight(length, character);

    [BuiltIn("chính nó", "itself")]
    public static string ToString(string value) => value;
}
