using System.Globalization;

namespace Tthc.RuleLanguage.Library.Numbers;

/// <summary>Numbers written with a decimal point and without separators between thousands, whatever the machine.</summary>
internal static class NumberTexts
{
    public static decimal? Decimal(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var value) ? value : null;

    public static double? Double(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    public static long? Int64(string text) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static int? Int32(string text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Rounded as Convert does, a half to the even number; null: it does not fit.</summary>
    public static long? Rounded(decimal value) => Math.Round(value) is var whole && whole >= long.MinValue && whole <= long.MaxValue ? (long)whole : null;

    /// <summary>The same for a binary fraction.</summary>
    public static long? Rounded(double value) => Math.Abs(value) < 9.2e18 ? (long)Math.Round(value) : null;

    public static int? Small(long? value) => value is >= int.MinValue and <= int.MaxValue ? (int)value : null;
}
