using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Webhooks;

internal static class WebhookDeleteCommand
{
    public static Command Build(Shell shell)
    {
        var id = WebhookCommand.Id(shell);
        var command = new CliCommand("delete", shell.Say("bỏ một nơi nhận và những lần gửi hỏng của nó", "forget a subscriber and what was not delivered to it")) { Examples = ["webhook delete so-tu-phap"] };
        command.Arguments.Add(id);
        return command.Calls(shell, async (parsed, session) =>
        {
            await session.Webhooks.DeleteWebhookAsync(new DeleteWebhookRequest { Id = parsed.GetRequiredValue(id) }, session.Once);
            return ExitCode.Ok;
        });
    }
}
