namespace Tthc.RuleLanguage.Library.Texts;

/// <summary>Texts looked into and compared, by character code unless a way is given.</summary>
internal static class TextSearch
{
    [BuiltIn("có chứa chuỗi không", "whether it contains a text")]
    public static bool Contains(string value, string part) => value.Contains(part, StringComparison.Ordinal);

    [BuiltIn("có chứa ký tự không", "whether it contains a character")]
    public static bool Contains(string value, char part) => value.Contains(part);

    [BuiltIn("có chứa chuỗi không, theo cách so sánh", "whether it contains a text, compared in a way")]
    public static bool Contains(string value, string part, StringComparison comparison) => value.Contains(part, Way(comparison));

    [BuiltIn("có bắt đầu bằng chuỗi không", "whether it starts with a text")]
    public static bool StartsWith(string value, string part) => value.StartsWith(part, StringComparison.Ordinal);

    [BuiltIn("có bắt đầu bằng chuỗi không, theo cách so sánh", "whether it starts with a text, compared in a way")]
    public static bool StartsWith(string value, string part, StringComparison comparison) => value.StartsWith(part, Way(comparison));

    [BuiltIn("có kết thúc bằng chuỗi không", "whether it ends with a text")]
    public static bool EndsWith(string value, string part) => value.EndsWith(part, StringComparison.Ordinal);

    [BuiltIn("có kết thúc bằng chuỗi không, theo cách so sánh", "whether it ends with a text, compared in a way")]
    public static bool EndsWith(string value, string part, StringComparison comparison) => value.EndsWith(part, Way(comparison));

    [BuiltIn("vị trí đầu tiên, đếm từ 0; -1: không có", "the first position, from 0; -1: none")]
    public static int IndexOf(string value, string part) => value.IndexOf(part, StringComparison.Ordinal);

    [BuiltIn("vị trí đầu tiên, đếm từ 0; -1: không có", "the first position, from 0; -1: none")]
    public static int IndexOf(string value, char part) => value.IndexOf(part);

    [BuiltIn("vị trí cuối cùng, đếm từ 0; -1: không có", "the last position, from 0; -1: none")]
    public static int LastIndexOf(string value, string part) => value.LastIndexOf(part, StringComparison.Ordinal);

    [BuiltIn("vị trí cuối cùng, đếm từ 0; -1: không có", "the last position, from 0; -1: none")]
    public static int LastIndexOf(string value, char part) => value.LastIndexOf(part);

    [BuiltIn("có giống hệt không", "whether they are the same")]
    public static bool Equals(string value, string other) => string.Equals(value, other, StringComparison.Ordinal);

    [BuiltIn("có giống nhau không, theo cách so sánh", "whether they are the same, compared in a way")]
    public static bool Equals(string value, string other, StringComparison comparison) => string.Equals(value, other, Way(comparison));

    [BuiltIn("-1, 0 hay 1: đứng trước, giống, đứng sau", "-1, 0 or 1: before, the same, after")]
    public static int CompareTo(string value, string other) => Math.Sign(string.CompareOrdinal(value, other));

    /// <summary>The language of the machine counts for nothing: ways that depend on it are by character code, with or without case.</summary>
    internal static StringComparison Way(StringComparison comparison) =>
        comparison is StringComparison.Ordinal or StringComparison.CurrentCulture or StringComparison.InvariantCulture
            ? StringComparison.Ordinal
            : StringComparison.OrdinalIgnoreCase;
}
