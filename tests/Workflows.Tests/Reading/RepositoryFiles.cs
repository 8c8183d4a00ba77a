using Tthc.Text;

namespace Tthc.Workflows.Tests.Reading;

/// <summary>Files of the repository the tests are built from.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static SourceText[] Rules(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "rules", folder), pattern).Order(StringComparer.Ordinal)
            .Select(path => SourceText.FromUtf8(Path.GetFileName(path), File.ReadAllBytes(path))),
    ];

    public static IEnumerable<string> Broken(string subject) =>
        Directory.EnumerateFiles(Path.Combine(Root, "tests", "Workflows.Tests", subject, "Broken")).Order(StringComparer.Ordinal);

    private static string FindRoot(string from)
    {
        var folder = new DirectoryInfo(from);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent ?? throw new InvalidOperationException($"No repository above {from}.");
        return folder.FullName;
    }
}
