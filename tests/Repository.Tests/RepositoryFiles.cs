using System.Reflection;

namespace Tthc.Repository.Tests;

/// <summary>The source tree as it would be checked in: build output and fetched packages left out.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] Skipped =
        ["bin", "obj", ".git", ".vs", ".idea", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts", "__pycache__"];

    private static readonly string[] SkippedAtTheRoot = ["data", "artifacts"];

    public static readonly string Root = typeof(RepositoryFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative)).ReplaceLineEndings("\n");

    /// <summary>Paths relative to the root with forward slashes, ordered.</summary>
    public static IReadOnlyList<string> All(string folder = "", string pattern = "*") =>
    [
        .. Below(new DirectoryInfo(PathOf(folder)), pattern)
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder, string pattern)
    {
        foreach (var file in folder.EnumerateFiles(pattern).Where(file => file.Name != ".git"))
            yield return file;
        foreach (var child in folder.EnumerateDirectories().Where(child => !IsSkipped(child)))
            foreach (var file in Below(child, pattern))
                yield return file;
    }

    private static bool IsSkipped(DirectoryInfo folder) => Skipped.Contains(folder.Name, StringComparer.Ordinal)
        || (SkippedAtTheRoot.Contains(folder.Name, StringComparer.Ordinal) && Path.GetRelativePath(Root, folder.FullName) == folder.Name);
}
