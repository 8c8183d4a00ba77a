namespace Tthc.RuleLanguage.Library.Texts;

/// <summary>Lists written in a text, as rules of RulesEngine have them.</summary>
internal static class ListTexts
{
    [BuiltIn("có phải là một trong các giá trị cách nhau bằng dấu phẩy không", "whether it is one of the values between commas")]
    public static bool CheckContains(string value, string list) => value.Length > 0 && list.Split(',').Contains(value, StringComparer.Ordinal);
}
