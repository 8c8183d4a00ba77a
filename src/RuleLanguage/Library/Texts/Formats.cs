using System.Globalization;
using Tthc.RuleLanguage.Evaluation;

namespace Tthc.RuleLanguage.Library.Texts;

/// <summary>Values written as text, the same on every machine.</summary>
internal static class Formats
{
    private const int LongestFormat = 64;
    private const int MostDigits = 40;

    public static string Plain(DateTime value) => value.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Plain(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Plain(TimeOnly value) => value.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The value by a format; null: the format cannot be used, or the text would be too long.</summary>
    public static string? Write<T>(EvaluationContext context, T value, string format)
        where T : IFormattable => TextLength.Within(context, Write(value, format));

    /// <summary>Whether values of the type of <paramref name="sample"/> can be written so.</summary>
    public static bool IsUsable(IFormattable sample, string format) => Write(sample, format) is not null;

    private static string? Write<T>(T value, string format)
        where T : IFormattable
    {
        if (format.Length is 0 or > LongestFormat || HasHugePrecision(format))
            return null;
        try
        {
            return value.ToString(format, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary><c>F999999999</c> would write a text of a thousand million digits.</summary>
    private static bool HasHugePrecision(string format) =>
        char.IsAsciiLetter(format[0]) && format.Length > 1 && format.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0
        && !(int.TryParse(format.AsSpan(1), CultureInfo.InvariantCulture, out var digits) && digits <= MostDigits);
}
