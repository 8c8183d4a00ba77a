using System.CommandLine;
using Tthc.Cli.Commands.Rules;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Procedures;

internal static class RollbackCommand
{
    public static Command Build(Shell shell)
    {
        var code = ProceduresCommand.Code(shell);
        var revision = Rules.RollbackCommand.Revision(shell);
        var options = new PublishOptions(shell);
        var command = new CliCommand("rollback", shell.Say("ban hành lại một bản cũ của thủ tục, dưới số mới", "publish an old revision of a procedure anew, under a new number"))
        {
            Examples = ["procedures revisions 1.004873", "procedures rollback 1.004873 2-0a1b2c3d4e5f --reason \"ban hành nhầm\""],
        };
        command.Arguments.Add(code);
        command.Arguments.Add(revision);
        return command.With(options.All).Calls(shell, async (parsed, session) =>
        {
            var request = new RollbackProcedureRequest
            {
                RequestId = session.Settings.RequestId, Code = parsed.GetRequiredValue(code), Revision = parsed.GetRequiredValue(revision), BaseRevision = parsed.GetValue(options.Base) ?? "",
                Reason = parsed.GetRequiredValue(options.Reason), Basis = parsed.GetValue(options.Basis) ?? "", EffectiveFrom = parsed.GetValue(options.Effective),
            };
            var given = request.BaseRevision.Length > 0;
            var reply = await Heads.FollowAsync(() => session.Procedures.RollbackProcedureAsync(request, session.Once), (_, head) => request.BaseRevision = head, given);
            if (shell.Json(parsed))
                shell.Output.WriteLine(MessageJson.Of(reply));
            else
                PublishedText.Write(shell, reply.Publication, reply.Revisions.Select(r => (r.Code, r.Revision)), reply.Replayed);
            return ExitCode.Ok;
        });
    }
}
