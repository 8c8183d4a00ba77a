using System.Text.RegularExpressions;

namespace Tthc.Repository.Tests.Texts;

/// <summary>
/// What must not stand in any file: the project stands alone, on no machine in particular. The patterns are put together from halves,
/// so that this file does not find itself.
/// </summary>
internal static class UnwantedText
{
    private static readonly string[] Patterns =
    [
        // Folders of the machine something was written on.
        @"(?<![\w.])/(home|root|Users|mnt" + @")/\w", @"(?<![\w.$}])/wo" + @"rk/", @"(?<![\w.$}])/tmp" + @"/\w", @"(?<!\w)[A-Z]:\\Us" + "ers",
        // Registries: which one is used is the machine's business.
        @"registry\.n" + "pm", @"api\.nu" + "get", @"deb\.deb" + "ian", @"py" + @"pi\.org", "artif" + "actory", @"nex" + @"us\.",
        // Who or what helped to write it.
        @"\bcla" + @"ude\b", @"\banthro" + "pic", @"\bchat" + "gpt", @"\bcopi" + @"lot\b", @"\blanguage mod" + "el", @"\bsub-?ag" + "ent", @"\bfa" + @"rm-",
        @"\bfind_str" + "ing", @"\bread_" + @"file\b", @"\bworktr" + @"ee\b",
    ];

    private static readonly string[] PublicHosts =
        ["json-schema.org", "learn.microsoft.com", "schemas.microsoft.com", "www.w3.org", "github.com", "opencollective.com", "127.0.0.1", "localhost", "[::1]"];

    private static readonly Regex Unwanted = new(string.Join('|', Patterns), RegexOptions.IgnoreCase | RegexOptions.Compiled, TimeSpan.FromSeconds(5));

    private static readonly Regex Link = new(@"https?://(\[::1\]|[\w.-]+\w)", RegexOptions.Compiled, TimeSpan.FromSeconds(5));

    /// <summary>Each as <c>line: what was found</c>.</summary>
    public static IReadOnlyList<string> In(string text) =>
    [
        .. text.Split('\n').SelectMany((line, i) => Unwanted.Matches(line).Select(m => m.Value)
            .Concat(Link.Matches(line).Where(m => !IsPublic(m.Groups[1].Value)).Select(m => m.Value))
            .Select(found => $"{i + 1}: {found}")),
    ];

    private static bool IsPublic(string host) =>
        PublicHosts.Contains(host, StringComparer.OrdinalIgnoreCase) || host.EndsWith(".gov.vn", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".example", StringComparison.Ordinal)
        || host.StartsWith("192.0.2.", StringComparison.Ordinal); // reserved for documentation
}
