namespace Tthc.RuleLanguage.Library.Numbers;

/// <summary>What may be asked of a condition.</summary>
internal static class BooleanMembers
{
    [BuiltIn("viết True hoặc False", "written True or False")]
    public static string ToString(bool value) => value ? bool.TrueString : bool.FalseString;
}

/// <summary>Functions called on <c>bool</c>.</summary>
internal static class BooleanStatics
{
    [BuiltIn("đọc true hoặc false", "true or false read from a text")]
    public static bool? Parse(string text) => bool.TryParse(text, out var value) ? value : null;
}
