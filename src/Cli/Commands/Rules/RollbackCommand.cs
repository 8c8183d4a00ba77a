using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Rules;

internal static class RollbackCommand
{
    public static Command Build(Shell shell)
    {
        var name = RulesCommand.Name(shell);
        var revision = Revision(shell);
        var options = new PublishOptions(shell);
        var command = new CliCommand("rollback", shell.Say("ban hành lại một bản cũ của bộ quy tắc, dưới số mới", "publish an old revision of a rule set anew, under a new number"))
        {
            Examples = ["rules revisions overdue", "rules rollback overdue 2-0a1b2c3d4e5f --reason \"ban hành nhầm\""],
        };
        command.Arguments.Add(name);
        command.Arguments.Add(revision);
        return command.With(options.All).Calls(shell, async (parsed, session) =>
        {
            var request = new RollbackRuleSetRequest
            {
                RequestId = session.Settings.RequestId, Name = parsed.GetRequiredValue(name), Revision = parsed.GetRequiredValue(revision), BaseRevision = parsed.GetValue(options.Base) ?? "",
                Reason = parsed.GetRequiredValue(options.Reason), Basis = parsed.GetValue(options.Basis) ?? "", EffectiveFrom = parsed.GetValue(options.Effective),
            };
            var given = request.BaseRevision.Length > 0;
            var reply = await Heads.FollowAsync(() => session.Rules.RollbackRuleSetAsync(request, session.Once), (path, head) => request.BaseRevision = head, given);
            if (shell.Json(parsed))
                shell.Output.WriteLine(MessageJson.Of(reply));
            else
                PublishedText.Write(shell, reply.Publication, reply.Revisions.Select(r => (r.Name, r.Revision)), reply.Replayed);
            return ExitCode.Ok;
        });
    }

    public static Argument<string> Revision(Shell shell) =>
        new("revision") { HelpName = shell.Say("bản", "revision"), Description = shell.Say("Bản cũ, dạng số-mã; xem lệnh revisions.", "The old revision, as number-hash; see the command revisions.") };
}
