namespace Tthc.RuleLanguage.Library.Numbers;

/// <summary>Functions called on <c>int</c>.</summary>
internal static class Int32Statics
{
    [BuiltIn("đọc số nguyên; thiếu nếu không phải số", "a whole number read from a text; missing if it is none")]
    public static int? Parse(string text) => NumberTexts.Int32(text);
}

/// <summary>Functions called on <c>long</c>.</summary>
internal static class Int64Statics
{
    [BuiltIn("đọc số nguyên; thiếu nếu không phải số", "a whole number read from a text; missing if it is none")]
    public static long? Parse(string text) => NumberTexts.Int64(text);
}

/// <summary>Functions called on <c>double</c>.</summary>
internal static class DoubleStatics
{
    [BuiltIn("đọc số; thiếu nếu không phải số", "a number read from a text; missing if it is none")]
    public static double? Parse(string text) => NumberTexts.Double(text);
}

/// <summary>Functions called on <c>decimal</c>.</summary>
internal static class DecimalStatics
{
    [BuiltIn("đọc số; thiếu nếu không phải số", "a number read from a text; missing if it is none")]
    public static decimal? Parse(string text) => NumberTexts.Decimal(text);
}
