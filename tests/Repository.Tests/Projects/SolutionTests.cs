using System.Text.RegularExpressions;

namespace Tthc.Repository.Tests.Projects;

public sealed class SolutionTests
{
    private const string Solution = "Tthc.Engine.sln";

    [Fact]
    public void Lists_every_project() => Listing.IsEmpty(Missing(RepositoryFiles.Read(Solution)).Select(path => $"dotnet sln {Solution} add {path}"));

    [Fact]
    public void Lists_no_project_that_is_not_there() =>
        Assert.All(Listed(RepositoryFiles.Read(Solution)), path => Assert.True(File.Exists(RepositoryFiles.PathOf(path)), path));

    [Fact]
    public void Names_the_project_that_is_missing() =>
        Assert.Contains("src/Text/Tthc.Text.csproj", Missing(RepositoryFiles.Read(Solution).Replace("Tthc.Text.csproj", "Other.csproj", StringComparison.Ordinal)));

    private static IEnumerable<string> Missing(string solution) => RepositoryFiles.All(pattern: "*.csproj").Except(Listed(solution), StringComparer.Ordinal);

    private static IReadOnlyList<string> Listed(string solution) =>
        [.. Regex.Matches(solution, "\"([^\"]+\\.csproj)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Groups[1].Value.Replace('\\', '/'))];
}
