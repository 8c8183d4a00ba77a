using Tthc.Text;
using Tthc.Workflows.Bundles;

namespace Tthc.Cli.Input;

/// <summary>Reads rule files from disk. Paths are shown as the user wrote them, so that an editor can jump there.</summary>
internal static class RuleFiles
{
    /// <summary>All files of a folder and below that make a rule bundle, in a stable order.</summary>
    public static IReadOnlyList<SourceText> ReadFolder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Where(RuleBundleCompiler.IsBundleFile)
            .Order(StringComparer.Ordinal)
            .Select(file => SourceText.FromUtf8(file, File.ReadAllBytes(file)))];

    /// <summary>The folder named; else the nearest <c>rules</c> with procedures at or above the working folder; else the one beside the program.</summary>
    public static string? FindFolder(string? named)
    {
        if (named is not null)
            return Directory.Exists(named) ? Path.GetFullPath(named) : null;
        return Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory);
    }

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "rules");
            if (Directory.Exists(Path.Combine(candidate, "procedures")))
                return candidate;
        }
        return null;
    }
}
