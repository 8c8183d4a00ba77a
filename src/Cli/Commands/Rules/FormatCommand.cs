using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.RuleLanguage.RuleSets.Formatting;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Bundles;

namespace Tthc.Cli.Commands.Rules;

internal static class FormatCommand
{
    public static Command Build(Shell shell)
    {
        var paths = new Argument<string[]>("paths")
        {
            HelpName = shell.Say("tệp", "file"),
            Description = shell.Say("Tệp quy tắc và tệp thử. Bỏ trống: mọi tệp như vậy trong thư mục rules gần nhất.", "Rule files and their tests. Left out: all of them in the nearest rules folder."),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var check = new Option<bool>("--check") { Description = shell.Say("Không ghi; chỉ nói tệp nào chưa đúng cách trình bày (mã thoát 1).", "Write nothing; only name the files that are laid out otherwise (exit code 1).") };
        var command = new CliCommand("fmt", shell.Say("trình bày lại tệp quy tắc theo một cách, giữ ghi chú; không cần engine", "lay out rule files in one way, comments kept; without an engine"))
        {
            Examples = ["rules fmt", "rules fmt rules/compliance/apology.rules.json", "rules fmt --check"],
        };
        command.Arguments.Add(paths);
        return command.With(check).Runs((parsed, _) => Task.FromResult(Format(shell, parsed.GetValue(paths) ?? [], parsed.GetValue(check))));
    }

    private static int Format(Shell shell, string[] named, bool onlyCheck)
    {
        if (named.FirstOrDefault(p => !File.Exists(p)) is { } missing)
        {
            shell.Error.WriteLine(shell.Say($"Không có tệp '{missing}'.", $"There is no file '{missing}'."));
            return ExitCode.Usage;
        }
        var changed = 0;
        var bag = new DiagnosticBag();
        foreach (var path in named.Length > 0 ? named : InFolder())
        {
            var source = SourceText.FromUtf8(path, File.ReadAllBytes(path));
            if (RuleFormatter.Format(source, bag) is not { } text || text == source.Text)
                continue;
            changed++;
            shell.Output.WriteLine(path);
            if (!onlyCheck)
                File.WriteAllText(path, text);
        }
        if (bag.Count > 0)
            shell.Error.WriteLine(DiagnosticRenderer.Render(bag.ToImmutable(), new RenderOptions { Language = shell.Words.IsVietnamese ? RenderLanguage.Both : RenderLanguage.English }));
        return bag.HasErrors || (onlyCheck && changed > 0) ? ExitCode.Refused : ExitCode.Ok;
    }

    private static IEnumerable<string> InFolder() => RuleFiles.FindFolder(null) is { } folder
        ? Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(RuleBundleCompiler.RuleFile, StringComparison.Ordinal) || f.EndsWith(RuleBundleCompiler.RuleTestFile, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
        : [];
}
