using System.Diagnostics;
using System.Text.Json;

namespace Tthc.Repository.Tests.Projects;

public sealed class BuildRulesTests
{
    private static readonly (string Name, string Value)[] Rules =
    [
        ("TreatWarningsAsErrors", "true"), ("Nullable", "enable"), ("CheckForOverflowUnderflow", "true"), ("Deterministic", "true"),
        ("RestorePackagesWithLockFile", "true"), ("ManagePackageVersionsCentrally", "true"), ("AnalysisLevel", "latest-recommended"),
    ];

    public static TheoryData<string> Projects => [.. RepositoryFiles.All(pattern: "*.csproj")];

    /// <summary>Asked of the build itself: reading the props file would not see an override elsewhere.</summary>
    [Theory]
    [InlineData("src/Text/Tthc.Text.csproj")]
    [InlineData("src/Storage/Tthc.Storage.csproj")]
    public void Are_in_effect(string project)
    {
        using var answer = JsonDocument.Parse(MsBuild(project, string.Join(',', Rules.Select(rule => rule.Name))));
        var properties = answer.RootElement.GetProperty("Properties");
        Assert.All(Rules, rule => Assert.Equal(rule.Value, properties.GetProperty(rule.Name).GetString(), ignoreCase: true));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Are_not_overridden_by_a_project(string project)
    {
        var file = ProjectFile.Load(project);
        Assert.All(Rules, rule => Assert.Null(file.Property(rule.Name)));
        Assert.All(file.Packages, package => Assert.Null(package.Attribute("Version")));
        Assert.All(file.Packages, package => Assert.Null(package.Attribute("VersionOverride")));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Lock_the_packages_of_every_project(string project) =>
        Assert.True(File.Exists(RepositoryFiles.PathOf(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))), $"dotnet restore {project}");

    [Theory]
    [MemberData(nameof(Projects))]
    public void Silence_a_warning_with_a_reason_only(string project)
    {
        var lines = RepositoryFiles.Read(project).Split('\n');
        var silent = Enumerable.Range(0, lines.Length).Where(i => lines[i].Contains("<NoWarn>", StringComparison.Ordinal));
        Assert.All(silent, i => Assert.Contains("-->", lines[i - 1], StringComparison.Ordinal));
    }

    private static string MsBuild(string project, string properties)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", RepositoryFiles.PathOf(project), $"-getProperty:{properties}"])
        {
            RedirectStandardOutput = true,
        })!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, answer);
        return answer;
    }
}
