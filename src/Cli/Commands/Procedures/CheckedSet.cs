using Tthc.Cli.Input;
using Tthc.Text;

namespace Tthc.Cli.Commands.Procedures;

/// <summary>The files asked about, and those around them without which they cannot be judged.</summary>
internal sealed record CheckedSet(IReadOnlyList<SourceText> Files, IReadOnlySet<string> Asked)
{
    /// <summary>Null when there is no rules folder to take the other files from.</summary>
    public static CheckedSet? Read(IReadOnlyList<string> paths, string? rules)
    {
        if (paths is [var only] && Directory.Exists(only) && rules is null)
            return Whole(only);
        if (RuleFiles.FindFolder(rules) is not { } around)
            return null;
        if (paths.Count == 0)
            return Whole(Path.GetRelativePath(Directory.GetCurrentDirectory(), around));
        var asked = paths.SelectMany(p => Directory.Exists(p) ? RuleFiles.ReadFolder(p) : [SourceText.FromUtf8(p, File.ReadAllBytes(p))]).ToList();
        var own = asked.Select(a => Path.GetFullPath(a.Path)).ToHashSet(StringComparer.Ordinal);
        var others = RuleFiles.ReadFolder(around).Where(o => !own.Contains(Path.GetFullPath(o.Path)));
        return new([.. asked, .. others], asked.Select(a => a.Path).ToHashSet(StringComparer.Ordinal));
    }

    private static CheckedSet Whole(string folder)
    {
        var files = RuleFiles.ReadFolder(folder);
        return new(files, files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal));
    }
}
