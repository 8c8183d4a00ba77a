namespace Tthc.Workflows;

/// <summary>The names authors give to things they refer to: <c>lower-case-with-hyphens</c>, so that they read the same in files, addresses and logs.</summary>
internal static class KebabName
{
    private const int LongestName = 64;

    public static bool IsValid(string name) =>
        name.Length is > 0 and <= LongestName
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        && name[0] != '-' && name[^1] != '-' && !name.Contains("--", StringComparison.Ordinal);
}
