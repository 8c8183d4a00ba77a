namespace Tthc.RuleLanguage.Library.Texts;

/// <summary>What may be asked of a character.</summary>
internal static class CharacterMembers
{
    [BuiltIn("chuỗi một ký tự", "a text of one character")]
    public static string ToString(char value) => value.ToString();

    [BuiltIn("-1, 0 hay 1: đứng trước, giống, đứng sau", "-1, 0 or 1: before, the same, after")]
    public static int CompareTo(char value, char other) => Math.Sign(value.CompareTo(other));
}

/// <summary>Functions called on <c>char</c>.</summary>
internal static class CharacterStatics
{
    [BuiltIn("có phải chữ số không", "whether it is a digit")]
    public static bool IsDigit(char value) => char.IsDigit(value);

    [BuiltIn("có phải chữ cái không", "whether it is a letter")]
    public static bool IsLetter(char value) => char.IsLetter(value);

    [BuiltIn("có phải chữ cái hoặc chữ số không", "whether it is a letter or a digit")]
    public static bool IsLetterOrDigit(char value) => char.IsLetterOrDigit(value);

    [BuiltIn("có phải khoảng trắng không", "whether it is blank")]
    public static bool IsWhiteSpace(char value) => char.IsWhiteSpace(value);

    [BuiltIn("có phải chữ hoa không", "whether it is a capital")]
    public static bool IsUpper(char value) => char.IsUpper(value);

    [BuiltIn("có phải chữ thường không", "whether it is a small letter")]
    public static bool IsLower(char value) => char.IsLower(value);

    [BuiltIn("chữ hoa", "the capital")]
    public static char ToUpper(char value) => char.ToUpperInvariant(value);

    [BuiltIn("chữ thường", "the small letter")]
    public static char ToLower(char value) => char.ToLowerInvariant(value);
}
