using System.Text.RegularExpressions;

namespace Tthc.Repository.Tests.Texts;

/// <summary>A walk through the code that names a file which is gone leads nowhere.</summary>
public sealed partial class DocumentPathsTests
{
    public static TheoryData<string> Documents =>
        [.. RepositoryFiles.All(pattern: "*.md").Where(path => !path.StartsWith("docs/diagnostics/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Lead_to_what_is_there(string document) => Listing.IsEmpty(Gone(document, RepositoryFiles.Read(document)));

    [Theory]
    [InlineData("see `src/Engine/NoSuchFile.cs`", "src/Engine/NoSuchFile.cs")]
    [InlineData("see [there](nowhere.md)", "nowhere.md")]
    [InlineData("see [there](../src/Nowhere)", "../src/Nowhere")]
    public void Are_reported_when_they_lead_nowhere(string text, string gone) => Assert.Equal([gone], Gone("docs/architecture.md", text));

    private static IEnumerable<string> Gone(string document, string text)
    {
        var folder = Path.GetDirectoryName(RepositoryFiles.PathOf(document))!;
        return Named().Matches(text).Select(m => m.Groups[1].Value).Where(path => !IsThere(RepositoryFiles.PathOf(path)))
            .Concat(Link().Matches(text).Select(m => m.Groups[1].Value).Where(path => !IsThere(Path.Combine(folder, path))));
    }

    private static bool IsThere(string path) => File.Exists(path) || Directory.Exists(path);

    [GeneratedRegex(@"`((?:src|docs|rules|tests|bench|eng)/[\w./-]+)`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\]\((?!https?:)([^)#\s]+)[^)]*\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
