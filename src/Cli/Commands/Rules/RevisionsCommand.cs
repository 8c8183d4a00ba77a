using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Rules;

internal static class RevisionsCommand
{
    public static Command Build(Shell shell)
    {
        var name = RulesCommand.Name(shell);
        var limit = shell.Limit();
        var command = new CliCommand("revisions", shell.Say("mọi bản đã ban hành của một bộ quy tắc: ai, vì sao, căn cứ nào", "all revisions of a rule set: who, why, on which basis"))
        {
            Examples = ["rules revisions overdue"],
        };
        command.Arguments.Add(name);
        return command.With(limit).Calls(shell, async (parsed, session) =>
        {
            var list = new PagedList<RuleSetRevision>(shell, parsed, parsed.GetValue(limit));
            await list.ReadAsync(async (size, token) =>
            {
                var request = new ListRuleSetRevisionsRequest { Name = parsed.GetRequiredValue(name), PageSize = size, PageToken = token };
                var reply = await session.Rules.ListRuleSetRevisionsAsync(request, session.Once);
                return (reply.Revisions, reply.NextPageToken);
            });
            var table = new TextTable(
                shell.Say("Bản", "Revision"), shell.Say("Ban hành", "Published"), shell.Say("Áp dụng từ", "Used from"), shell.Say("Ai", "Who"), shell.Say("Lý do", "Why"), shell.Say("Căn cứ", "Basis"));
            list.Write(table, r =>
            [
                r.Revision + (r.Waiting ? shell.Say(" (chờ)", " (waiting)") : ""), LocalTime.Of(r.PublishedAt), LocalTime.Of(r.EffectiveFrom), r.Author, r.Reason, r.Basis,
            ]);
            return ExitCode.Ok;
        });
    }
}
