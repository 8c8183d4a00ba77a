namespace Tthc.Workflows.Procedures.Reading;

/// <summary>Reads <c>receiving</c>, <c>nearest:tax</c>, <c>as:examine</c> …</summary>
internal static class SelectorText
{
    /// <summary>All accepted writings, for messages.</summary>
    public const string Accepted = "\"receiving\", \"competent\", \"superior\", \"agency:<key>\", \"nearest:<kind>\", \"as:<step>\", \"chosen\"";

    /// <summary>The plain words, for suggestions.</summary>
    public static readonly string[] Words = ["receiving", "competent", "superior", "chosen"];

    /// <summary>The selector; null when it cannot be read.</summary>
    public static AgencySelector? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var argument = colon < 0 ? null : text[(colon + 1)..];
        if (argument is { Length: 0 } || argument?.Trim() != argument)
            return null;
        return (colon < 0 ? text : text[..(colon + 1)]) switch
        {
            "receiving" => AgencySelector.Receiving,
            "competent" => AgencySelector.Competent,
            "superior" => new(AgencySelectorKind.Superior, null),
            "chosen" => new(AgencySelectorKind.Chosen, null),
            "agency:" => new(AgencySelectorKind.Named, argument),
            "nearest:" => new(AgencySelectorKind.Nearest, argument),
            "as:" => new(AgencySelectorKind.SameAsStep, argument),
            _ => null,
        };
    }

    /// <summary>The selector as an author writes it.</summary>
    public static string Write(AgencySelector selector) => selector.Kind switch
    {
        AgencySelectorKind.Named => $"agency:{selector.Argument}",
        AgencySelectorKind.Nearest => $"nearest:{selector.Argument}",
        AgencySelectorKind.SameAsStep => $"as:{selector.Argument}",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>How a kind of selector is written.</summary>
    public static string Example(AgencySelectorKind kind) => Write(new AgencySelector(kind, kind switch
    {
        AgencySelectorKind.Named => "<key>",
        AgencySelectorKind.Nearest => "<kind>",
        AgencySelectorKind.SameAsStep => "<step>",
        _ => null,
    }));
}
