using Tthc.Text;

namespace Tthc.Cli.Invocation;

/// <summary>Picks the language of what is shown. Vietnamese unless asked otherwise.</summary>
internal sealed record Words(TextLanguage Language)
{
    public const string Variable = "TTHC_LANG";

    public bool IsVietnamese => Language == TextLanguage.Vietnamese;

    public string Say(string vietnamese, string english) => IsVietnamese ? vietnamese : english;

    /// <summary>Known before the line is parsed, because the texts of the options themselves depend on it.</summary>
    public static Words Of(IReadOnlyList<string> arguments, Func<string, string?> variable)
    {
        var asked = variable(Variable);
        for (var i = 0; i < arguments.Count && arguments[i] != "--"; i++)
        {
            if (arguments[i] == "--lang" && i + 1 < arguments.Count)
                asked = arguments[i + 1];
            else if (arguments[i].StartsWith("--lang=", StringComparison.Ordinal) || arguments[i].StartsWith("--lang:", StringComparison.Ordinal))
                asked = arguments[i]["--lang=".Length..];
        }
        return new(asked == "en" ? TextLanguage.English : TextLanguage.Vietnamese);
    }
}
