using System.Globalization;

namespace Tthc.Text.Json;

/// <summary>A number, kept as it was written: nothing is rounded unless a caller asks for a <see cref="double"/>.</summary>
public sealed class JsonNumber : JsonNode
{
    internal JsonNumber(SourceLocation location, string text) : base(location) => Text = text;

    /// <summary>The number as written.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override BilingualText KindName => JsonWords.Number;

    /// <summary>The value as a decimal, only if exactly this number is one.</summary>
    public bool TryGetDecimal(out decimal value)
    {
        if (!decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return false;
        // decimal.Parse rounds what does not fit; a fee that silently became another is worse than a refusal.
        return Digits.Of(Text) == Digits.Of(value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The value as a whole number, only if it is one (<c>3</c>, <c>3.0</c> and <c>3e0</c> are) and fits.</summary>
    public bool TryGetInt64(out long value)
    {
        value = 0;
        if (!TryGetDecimal(out var number) || decimal.Truncate(number) != number || number < long.MinValue || number > long.MaxValue)
            return false;
        value = decimal.ToInt64(number);
        return true;
    }

    /// <summary>The nearest double; infinite when too large.</summary>
    public double ToDouble() => double.Parse(Text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The significant digits of a number and the power of ten of the last: two texts of one number agree.</summary>
    private readonly record struct Digits(bool Negative, string Significant, long Exponent)
    {
        public static Digits Of(string text)
        {
            var mark = text.IndexOfAny(['e', 'E']);
            var mantissa = (mark < 0 ? text : text[..mark]).TrimStart('-');
            var point = mantissa.IndexOf('.', StringComparison.Ordinal);
            var fraction = point < 0 ? 0 : mantissa.Length - point - 1;
            var all = mantissa.Replace(".", "", StringComparison.Ordinal);
            var significant = all.TrimEnd('0');
            var exponent = ExponentOf(text, mark) - fraction + (all.Length - significant.Length);
            significant = significant.TrimStart('0');
            return significant.Length == 0 ? new Digits(Negative: false, "", 0) : new Digits(text[0] == '-', significant, exponent);
        }

        private static long ExponentOf(string text, int mark)
        {
            if (mark < 0)
                return 0;
            // An exponent beyond int is not a decimal whatever the digits; any far value keeps the comparison unequal.
            return int.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
                ? exponent
                : (long)int.MaxValue * 4;
        }
    }
}
