using System.Buffers;
using System.Globalization;
using Tthc.Text;

namespace Tthc.RuleLanguage.Syntax.Lexing;

/// <summary>The value of a number as written: the smallest of int, uint, long and ulong that holds it, or what the suffix says.</summary>
internal sealed class NumberLiteral(SyntaxReport report, Token token, bool isNegative)
{
    private static readonly SearchValues<char> HexadecimalDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private readonly string text = token.Text;

    /// <summary>The value, with the sign that stood before it; null, and reported, when there is none.</summary>
    public object? Read()
    {
        if (text.Contains('_', StringComparison.Ordinal))
        {
            report.Report(OperatorWords.Use(text.Replace("_", "", StringComparison.Ordinal)), SpellingDiagnostics.DigitSeparator, token.Span, text);
            return null;
        }
        if (text.Length > 1 && text[1] is 'x' or 'X' or 'b' or 'B')
            return OfBase(text[1] is 'x' or 'X');
        var end = NumberExtent.MantissaEnd(text, 0);
        var suffix = text[end..].ToUpperInvariant();
        return suffix switch
        {
            "F" => float.Parse(Signed(end), CultureInfo.InvariantCulture) is var single && float.IsFinite(single) ? single : TooLarge("float"),
            "D" => Double(end),
            "M" => decimal.TryParse(Signed(end), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact : TooLarge("decimal"),
            "" when text.AsSpan().ContainsAny('.', 'e', 'E') => Double(end),
            "" or "U" or "L" or "UL" when !text.AsSpan(0, end).ContainsAny('.', 'e', 'E') => Whole(text.AsSpan(0, end), NumberStyles.None, suffix),
            _ => Refuse(SpellingDiagnostics.NumberSuffix, text[..end], text[end..]),
        };
    }

    private object? OfBase(bool isHexadecimal)
    {
        var suffixStart = text.AsSpan().TrimEnd("uUlL").Length;
        var suffix = text[suffixStart..].ToUpperInvariant();
        var digits = text.AsSpan(2, Math.Max(0, suffixStart - 2));
        var isValid = !digits.IsEmpty && (isHexadecimal ? !digits.ContainsAnyExcept(HexadecimalDigits) : !digits.ContainsAnyExcept('0', '1'));
        if (!isValid || suffix is not ("" or "U" or "L" or "UL"))
            return Refuse(SpellingDiagnostics.InvalidNumber, text);
        return Whole(digits, isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.AllowBinarySpecifier, suffix);
    }

    private object? Whole(ReadOnlySpan<char> digits, NumberStyles style, string suffix)
    {
        if (!ulong.TryParse(digits, style, CultureInfo.InvariantCulture, out var value))
            return TooLarge("ulong");
        if (isNegative)
            return Negative(value, suffix);
        return suffix switch
        {
            "UL" => (object)value,
            "U" when value <= uint.MaxValue => (uint)value,
            "U" => value,
            "L" => value <= long.MaxValue ? (long)value : TooLarge("long"),
            _ => Smallest(value),
        };
    }

    private object? Negative(ulong value, string suffix)
    {
        const ulong lowest = (ulong)long.MaxValue + 1;
        if (suffix is "U" or "UL" && value > 0)
            return TooLarge(suffix == "U" ? "uint" : "ulong");
        if (value > lowest)
            return TooLarge("long");
        var negative = value == lowest ? long.MinValue : -(long)value;
        return suffix switch
        {
            "U" => (object)0u,
            "UL" => 0ul,
            "" when negative >= int.MinValue => (int)negative,
            _ => negative,
        };
    }

    private static object Smallest(ulong value) => value switch
    {
        <= int.MaxValue => (object)(int)value,
        <= uint.MaxValue => (uint)value,
        <= long.MaxValue => (long)value,
        _ => value,
    };

    private object? Double(int end) =>
        double.Parse(Signed(end), CultureInfo.InvariantCulture) is var value && double.IsFinite(value) ? value : TooLarge("double");

    private string Signed(int end) => isNegative ? "-" + text[..end] : text[..end];

    private object? TooLarge(string type) => Refuse(SpellingDiagnostics.NumberTooLarge, isNegative ? "-" + text : text, type);

    private object? Refuse(Tthc.Text.Diagnostics.DiagnosticDescriptor descriptor, params object[] arguments)
    {
        report.Report(descriptor, token.Span, arguments);
        return null;
    }
}
