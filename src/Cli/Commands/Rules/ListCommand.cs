using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Rules;

internal static class ListCommand
{
    public static Command Build(Shell shell)
    {
        var limit = shell.Limit(0);
        var command = new CliCommand("list", shell.Say("các bộ quy tắc engine đang dùng", "the rule sets in force")) { Examples = ["rules list", "rules list --json"] };
        return command.With(limit).Calls(shell, async (parsed, session) =>
        {
            var list = new PagedList<RuleSetSummary>(shell, parsed, parsed.GetValue(limit));
            await list.ReadAsync(async (size, token) =>
            {
                var reply = await session.Rules.ListRuleSetsAsync(new ListRuleSetsRequest { PageSize = size, PageToken = token }, session.Once);
                return (reply.RuleSets, reply.NextPageToken);
            });
            var table = new TextTable(shell.Say("Bộ", "Set"), shell.Say("Quy tắc", "Rules"), shell.Say("Hiệu lực", "In force"), shell.Say("Bản", "Revision"), shell.Say("Tệp", "File")).Right(1);
            list.Write(table, s => [s.Name, $"{s.RuleCount}", $"{LocalTime.Of(s.InForceFrom)} – {LocalTime.Of(s.InForceTo)}", s.Revision, s.SourcePath]);
            return ExitCode.Ok;
        });
    }
}
