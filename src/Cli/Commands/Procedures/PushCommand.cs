using System.CommandLine;
using Tthc.Cli.Commands.Rules;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Procedures;

internal static class PushCommand
{
    public static Command Build(Shell shell)
    {
        var file = new Argument<string>("file") { HelpName = shell.Say("tệp", "file"), Description = shell.Say("Tệp thủ tục đã sửa, trong thư mục quy tắc.", "The edited procedure file, in the rules folder.") };
        var rules = RulesCommand.Folder(shell);
        var options = new PublishOptions(shell);
        var command = new CliCommand("push", shell.Say("ban hành một tệp thủ tục đã sửa", "publish an edited procedure file"))
        {
            Details = shell.Say(
                "Engine kiểm tra cả bộ rồi mới nhận; có lỗi thì không ghi gì. Hồ sơ đã tiếp nhận giữ bản lúc tiếp nhận.",
                "The engine checks the whole set before it takes it; with a mistake nothing is written. Dossiers already received keep the revision of their receipt."),
            Examples = ["procedures push rules/procedures/marital-status.procedure.json --reason \"rút ngắn thời hạn\" --basis \"QĐ 12/QĐ-UBND\" --effective 01/01/2027"],
        };
        command.Arguments.Add(file);
        return command.With([rules, .. options.All]).Calls(shell, async (parsed, session) =>
        {
            if (PushedFiles.Read(shell, [parsed.GetRequiredValue(file)], parsed.GetValue(rules)) is not [var edit])
                return ExitCode.Usage;
            var request = new PublishProcedureRequest
            {
                RequestId = session.Settings.RequestId, Path = edit.Path, Source = edit.Source, BaseRevision = parsed.GetValue(options.Base) ?? "",
                Reason = parsed.GetRequiredValue(options.Reason), Basis = parsed.GetValue(options.Basis) ?? "", EffectiveFrom = parsed.GetValue(options.Effective),
            };
            var given = request.BaseRevision.Length > 0;
            var reply = await Heads.FollowAsync(() => session.Procedures.PublishProcedureAsync(request, session.Once), (_, head) => request.BaseRevision = head, given);
            if (shell.Json(parsed))
                shell.Output.WriteLine(MessageJson.Of(reply));
            else
                PublishedText.Write(shell, reply.Publication, reply.Revisions.Select(r => (r.Code, r.Revision)), reply.Replayed);
            return ExitCode.Ok;
        });
    }
}
