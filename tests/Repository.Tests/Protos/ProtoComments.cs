using System.Text.RegularExpressions;

namespace Tthc.Repository.Tests.Protos;

/// <summary>Finds what a proto file declares without saying what it means; descriptors at run time no longer carry comments.</summary>
internal static partial class ProtoComments
{
    /// <summary>The declarations with no comment above or beside them, as <c>line: text</c>.</summary>
    public static IReadOnlyList<string> Missing(string proto)
    {
        var lines = proto.Split('\n').Select(line => line.Trim()).ToArray();
        return
        [
            .. Enumerable.Range(0, lines.Length)
                .Where(i => Declaration().IsMatch(lines[i]) && !lines[i].Contains("//", StringComparison.Ordinal))
                .Where(i => i == 0 || !lines[i - 1].StartsWith("//", StringComparison.Ordinal))
                .Select(i => $"{i + 1}: {lines[i]}"),
        ];
    }

    [GeneratedRegex(@"^((message|enum|service|rpc|oneof) \w+|((repeated|optional) )?[\w.]+(<[^>]+>)? \w+ = \d+|[A-Z][A-Z0-9_]* = -?\d+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}
