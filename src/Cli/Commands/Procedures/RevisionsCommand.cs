using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Procedures;

internal static class RevisionsCommand
{
    public static Command Build(Shell shell)
    {
        var code = ProceduresCommand.Code(shell);
        var limit = shell.Limit();
        var command = new CliCommand("revisions", shell.Say("mọi bản đã ban hành của một thủ tục, mới nhất trước", "all revisions ever published of a procedure, newest first"))
        {
            Examples = ["procedures revisions 1.004873"],
        };
        command.Arguments.Add(code);
        return command.With(limit).Calls(shell, async (parsed, session) =>
        {
            var list = new PagedList<ProcedureRevision>(shell, parsed, parsed.GetValue(limit));
            await list.ReadAsync(async (size, token) =>
            {
                var request = new ListProcedureRevisionsRequest { Code = parsed.GetRequiredValue(code), PageSize = size, PageToken = token };
                var reply = await session.Procedures.ListProcedureRevisionsAsync(request, session.Once);
                return (reply.Revisions, reply.NextPageToken);
            });
            var table = new TextTable(shell.Say("Bản", "Revision"), shell.Say("Ban hành", "Published"), shell.Say("Hiệu lực từ", "In force from"), shell.Say("Tệp", "File"), "SHA-256");
            list.Write(table, r => [r.Revision, LocalTime.Of(r.PublishedAt), LocalTime.Of(r.InForceFrom), r.SourcePath, r.ContentHash]);
            return ExitCode.Ok;
        });
    }
}
