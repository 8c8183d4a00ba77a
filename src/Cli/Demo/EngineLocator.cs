using System.Diagnostics;

namespace Tthc.Cli.Demo;

/// <summary>Finds an engine to run: named, beside this program, or in the repository this program was built in.</summary>
internal static class EngineLocator
{
    private const string Assembly = "Tthc.Engine.dll";

    /// <summary>How to start it, without arguments; null when there is none.</summary>
    public static ProcessStartInfo? Find(string? named)
    {
        if (named is not null)
            return File.Exists(named) ? StartOf(Path.GetFullPath(named)) : null;
        var beside = Path.Combine(AppContext.BaseDirectory, Assembly);
        if (File.Exists(beside))
            return StartOf(beside);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var project = Path.Combine(folder.FullName, "src", "Engine", "Tthc.Engine.csproj");
            if (File.Exists(project))
                return Built(Path.GetDirectoryName(project)!) is { } assembly ? StartOf(assembly) : StartOf(project);
        }
        return null;
    }

    private static string? Built(string projectFolder)
    {
        var output = Path.Combine(projectFolder, "bin");
        return Directory.Exists(output)
            ? Directory.EnumerateFiles(output, Assembly, SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}ref{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).MaxBy(File.GetLastWriteTimeUtc)
            : null;
    }

    private static ProcessStartInfo StartOf(string path) => Path.GetExtension(path) switch
    {
        ".dll" => new("dotnet", [path]),
        ".csproj" => new("dotnet", ["run", "--project", path, "--"]),
        _ => new(path),
    };
}
