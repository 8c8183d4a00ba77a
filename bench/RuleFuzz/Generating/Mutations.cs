using System.Text;

namespace Tthc.Bench.RuleFuzz.Generating;

/// <summary>Spoils texts.</summary>
public sealed class Mutations(Chance chance)
{
    private static readonly string[] Tokens =
    [
        "(", ")", "[", "]", "{", "}", ".", ",", "?", ":", "??", "=>", "&&", "||", "!", "==", "=", "<", ">", "+", "-", "*", "/", "%", "&", "|", "<<", ">>", "?.", "?[", "^", "$", "~", "@",
        " in ", " not in ", " and ", " or ", " not ", " as ", " like ", " between ", " is ", "new", "new[] {", "new(", "it", "parent", "root", "true", "null", "now", "dossier", "parts", "np(",
        "iif(", ".Any(", ".Where(", ".Sum(", ".GroupBy(", ".Key", ".GetType()", ".ToString()", "\"", "'", "\\", "0", "1", "-1", "9999999999", "1e999", "0x", ".5", "1,5", "1_0", "30days", "M", "UL",
        "≥", "“", "”", "’", "–", "а", "\u200B", "\u202E", "\0", "\u001B", "\uD83D", "\uDE00", "😀", "\uFEFF", "ﷺ", "\u0301", "//", "/*", "*/", "#", ";", "`", "\r\n", "\t", "\u2028",
        "DateTime.MaxValue", "TimeSpan.MinValue", "int.MinValue", "int.MaxValue", "decimal.MaxValue", "double.NaN", "string", "Math", "DayOfWeek", "System", "typeof(", "calendar",
    ];

    private static readonly string[] JsonTokens = ["{", "}", "[", "]", ",", ":", "\"", "null", "true", "0", "-1", "1e999", "{}", "[]", "\"\"", "\\u0000", "\\ud800", "\\u202e", "/*", "//", "\uFEFF"];

    /// <summary>An expression with a few changes.</summary>
    public string OfExpression(string text) => Several(text, Tokens);

    /// <summary>A file with a few changes.</summary>
    public string OfDocument(string text) => Several(text, chance.OneIn(2) ? Tokens : JsonTokens);

    private string Several(string text, string[] tokens)
    {
        for (var left = 1 + chance.Next(4); left > 0; left--)
            text = Once(text, tokens);
        return text;
    }

    private string Once(string text, string[] tokens)
    {
        var at = chance.Next(text.Length + 1);
        var length = Math.Min(text.Length - at, 1 + chance.Next(8));
        return chance.Next(9) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(chance.Next(text.Length + 1), text.Substring(at, length)),
            2 => text.Remove(at, length).Insert(at, tokens[chance.Next(tokens.Length)]),
            3 when chance.OneIn(8) => text.Insert(at, Repeated(tokens[chance.Next(tokens.Length)])),
            4 when chance.OneIn(8) => $"{Repeated("(")}{text}{Repeated(")")}",
            5 when length > 0 => text.Remove(at, 1).Insert(at, ((char)chance.Next(0x10000)).ToString()),
            6 when chance.OneIn(4) => text[..at],
            _ => text.Insert(at, tokens[chance.Next(tokens.Length)]),
        };
    }

    private string Repeated(string token) => new StringBuilder().Insert(0, token, Math.Min(chance.Size(), 200_000)).ToString();
}
