using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Tthc.Repository.Tests.Purity;

/// <summary>
/// Builds the canaries as a pure project of this repository would be built: in a folder of its own, with the real
/// Directory.Build.props and the real compiler.
/// </summary>
internal sealed class CanaryBuild : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("canary-");

    public CanaryBuild(string listItem)
    {
        Write("Directory.Build.props", RepositoryFiles.Read("Directory.Build.props")
            .Replace("$(MSBuildThisFileDirectory)", RepositoryFiles.Root, StringComparison.Ordinal)
            .Replace("$(RepositoryRoot)" + BannedSymbols.Path, listItem, StringComparison.Ordinal));
        Write("Directory.Packages.props", RepositoryFiles.Read("Directory.Packages.props"));
        Write("Canary.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <PureProject>true</PureProject>
              </PropertyGroup>
            </Project>
            """);
    }

    /// <summary>Compiles one file per expression and gives, by index, the ids of the errors in it.</summary>
    public ILookup<int, string> ErrorsOf(IReadOnlyList<string> expressions)
    {
        for (var i = 0; i < expressions.Count; i++)
            Write($"Canary{i}.cs", $"namespace Canary; internal static class Canary{i} {{ public static object? Sing() => {expressions[i]}; }}");
        var output = Build();
        return Regex.Matches(output, @"Canary(\d+)\.cs\(\d+,\d+\): error (\w+):", RegexOptions.None, TimeSpan.FromSeconds(5))
            .ToLookup(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), m => m.Groups[2].Value);
    }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);

    public void Dispose() => folder.Delete(recursive: true);

    private string Build()
    {
        // The other analyzers have opinions about canaries; only the ban is asked here. A project made a moment ago has no lock file.
        using var process = Process.Start(new ProcessStartInfo("dotnet",
        [
            "build", folder.FullName, "-nologo", "-v", "quiet", "-tl:off", "-p:RestoreLockedMode=false", "-p:RunAnalyzersDuringBuild=true",
            "-p:AnalysisMode=None", "-p:EnforceCodeStyleInBuild=false",
        ])
        {
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.False(output.Contains("error NU", StringComparison.Ordinal), output);
        return output;
    }
}
