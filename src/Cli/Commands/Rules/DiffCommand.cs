using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;
using Tthc.Text;

namespace Tthc.Cli.Commands.Rules;

internal static class DiffCommand
{
    public static Command Build(Shell shell)
    {
        var files = RulesCommand.Files(shell);
        var rules = RulesCommand.Folder(shell);
        var command = new CliCommand("diff", shell.Say("tệp ở đây khác bản đang dùng ở chỗ nào", "how files here differ from what is in force"))
        {
            Details = shell.Say("Mã thoát 1 khi có khác biệt.", "Exit code 1 when there is a difference."),
            Examples = ["rules diff rules/compliance/overdue.rules.json"],
        };
        command.Arguments.Add(files);
        return command.With(rules).Calls(shell, async (parsed, session) =>
        {
            if (PushedFiles.Read(shell, parsed.GetRequiredValue(files), parsed.GetValue(rules)) is not { } edits)
                return ExitCode.Usage;
            var inForce = await InForceAsync(session);
            var differs = false;
            foreach (var edit in edits)
            {
                var lines = LineDiff.Of(inForce.GetValueOrDefault(edit.Path, ""), edit.Source);
                if (lines.Count == 0)
                    continue;
                differs = true;
                shell.Output.WriteLine($"--- {edit.Path} ({shell.Say("đang dùng", "in force")})");
                shell.Output.WriteLine($"+++ {edit.Path} ({shell.Say("ở đây", "here")})");
                foreach (var line in lines)
                    shell.Output.WriteLine(VisibleText.Of(line, 2000));
            }
            return differs ? ExitCode.Refused : ExitCode.Ok;
        });
    }

    private static async Task<Dictionary<string, string>> InForceAsync(EngineSession session)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var summary in (await session.Rules.ListRuleSetsAsync(new ListRuleSetsRequest { PageSize = 1000 }, session.Once)).RuleSets)
        {
            var set = await session.Rules.GetRuleSetAsync(new GetRuleSetRequest { Name = summary.Name, Revision = summary.Revision }, session.Once);
            texts[set.Summary.SourcePath] = set.Source;
            if (set.TestsPath.Length > 0)
                texts[set.TestsPath] = set.TestsSource;
        }
        return texts;
    }
}
