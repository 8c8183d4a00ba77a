using System.Text;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Rules;

/// <summary>Local files as edits of the engine's rules folder.</summary>
internal static class PushedFiles
{
    private const string RuleFile = ".rules.json";
    private const string TestsFile = ".tests.json";

    /// <summary>The edits, with the tests beside each rule file; null when a file is missing or not below the rules folder, after it was said.</summary>
    public static IReadOnlyList<RuleFileEdit>? Read(Shell shell, IEnumerable<string> files, string? folder)
    {
        var root = RuleFiles.FindFolder(folder);
        var edits = new List<RuleFileEdit>();
        foreach (var file in files.SelectMany(f => TestsBeside(f) is { } tests ? [f, tests] : new[] { f }).Distinct(StringComparer.Ordinal))
        {
            if (!File.Exists(file))
            {
                shell.Error.WriteLine(shell.Say($"Không có tệp '{file}'.", $"There is no file '{file}'."));
                return null;
            }
            if (PathBelow(root, file) is not { } path)
            {
                shell.Error.WriteLine(shell.Say($"Tệp '{file}' không nằm trong thư mục quy tắc; chỉ ra thư mục bằng --rules.", $"The file '{file}' is not below the rules folder; name that with --rules."));
                return null;
            }
            edits.Add(new RuleFileEdit { Path = path, Source = File.ReadAllText(file, Encoding.UTF8) });
        }
        return edits;
    }

    /// <summary>The tests beside a rule file; null: there are none.</summary>
    public static string? TestsBeside(string path) =>
        path.EndsWith(RuleFile, StringComparison.Ordinal) && path[..^RuleFile.Length] + TestsFile is var tests && File.Exists(tests) ? tests : null;

    /// <summary>A file's path below the rules folder, with forward slashes; null: it is not below it.</summary>
    private static string? PathBelow(string? root, string file)
    {
        if (root is null)
            return null;
        var path = Path.GetRelativePath(root, Path.GetFullPath(file)).Replace('\\', '/');
        return path.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(path) ? null : path;
    }
}
