using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Webhooks;

internal static class RedeliverCommand
{
    public static Command Build(Shell shell)
    {
        var id = WebhookCommand.Id(shell);
        var position = new Argument<long>("position") { HelpName = shell.Say("vị trí", "position"), Description = shell.Say("Vị trí ghi trong webhook dead.", "The position that webhook dead tells.") };
        var command = new CliCommand("redeliver", shell.Say("gửi lại một lần đã bỏ cuộc", "send one of them again")) { Examples = ["webhook redeliver so-tu-phap 1200"] };
        command.Arguments.Add(id);
        command.Arguments.Add(position);
        return command.Calls(shell, async (parsed, session) =>
        {
            await session.Webhooks.RedeliverDeadLetterAsync(new RedeliverDeadLetterRequest { Webhook = parsed.GetRequiredValue(id), Position = parsed.GetRequiredValue(position) }, session.Once);
            return ExitCode.Ok;
        });
    }
}
