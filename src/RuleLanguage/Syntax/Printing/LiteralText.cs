using System.Globalization;
using System.Text;
using Tthc.Text;

namespace Tthc.RuleLanguage.Syntax.Printing;

/// <summary>Writes literals so that reading them gives the value and the type again.</summary>
internal static class LiteralText
{
    public static void Append(StringBuilder output, object? value)
    {
        switch (value)
        {
            case string text:
                output.Append('"');
                foreach (var c in text)
                    Append(output, c, '"');
                output.Append('"');
                break;
            case char c:
                output.Append('\'');
                Append(output, c, '\'');
                output.Append('\'');
                break;
            default:
                output.Append(Plain(value));
                break;
        }
    }

    public static bool IsNegative(object number) => Plain(number)[0] == '-';

    private static string Plain(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        uint number => string.Create(CultureInfo.InvariantCulture, $"{number}U"),
        long number => string.Create(CultureInfo.InvariantCulture, $"{number}L"),
        ulong number => string.Create(CultureInfo.InvariantCulture, $"{number}UL"),
        float number => string.Create(CultureInfo.InvariantCulture, $"{number:R}F"),
        double number => Real(number.ToString("R", CultureInfo.InvariantCulture)),
        decimal number => string.Create(CultureInfo.InvariantCulture, $"{number}M"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Real(string text) => text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";

    private static void Append(StringBuilder output, char c, char quote)
    {
        if (c == quote || c == '\\')
            output.Append('\\').Append(c);
        else if (Escape(c) is { } letter)
            output.Append('\\').Append(letter);
        else if (!char.IsSurrogate(c) && VisibleText.IsHidden(c))
            output.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        else
            output.Append(c);
    }

    private static char? Escape(char c) => c switch
    {
        '\n' => 'n',
        '\r' => 'r',
        '\t' => 't',
        _ => null,
    };
}
