namespace Tthc.Repository.Tests.Purity;

/// <summary>The list of what a pure project may not touch, as the analyzer reads it.</summary>
internal static class BannedSymbols
{
    public const string Path = "eng/BannedSymbols.Pure.txt";

    /// <summary>Documentation ids such as <c>T:System.Random</c>.</summary>
    public static readonly IReadOnlyList<string> Ids =
        [.. RepositoryFiles.Read(Path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';')[0])];

    /// <summary>Whether a type, by its full name in metadata, is banned with everything it has.</summary>
    public static bool HasType(string nameSpace, string name) =>
        Ids.Contains($"T:{nameSpace}.{name}", StringComparer.Ordinal) || Ids.Contains($"N:{nameSpace}", StringComparer.Ordinal);

    /// <summary>Whether a member is banned, its property accessors included; overloads are told apart by the analyzer only.</summary>
    public static bool HasMember(string type, string member) =>
        Ids.Contains($"M:{type}.{member}", StringComparer.Ordinal)
        || (member.StartsWith("get_", StringComparison.Ordinal) && Ids.Contains($"P:{type}.{member[4..]}", StringComparer.Ordinal));
}
