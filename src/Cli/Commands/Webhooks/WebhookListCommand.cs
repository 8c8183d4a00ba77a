using System.CommandLine;
using System.Globalization;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Webhooks;

internal static class WebhookListCommand
{
    public static Command Build(Shell shell)
    {
        var command = new CliCommand("list", shell.Say("các nơi nhận và tình trạng", "subscribers and how they fare")) { Examples = ["webhook list", "webhook list --json"] };
        return command.Calls(shell, async (parsed, session) =>
        {
            var reply = await session.Webhooks.ListWebhooksAsync(new ListWebhooksRequest(), session.Once);
            if (shell.Json(parsed))
            {
                foreach (var state in reply.Webhooks)
                    shell.Output.WriteLine(MessageJson.Of(state));
                return ExitCode.Ok;
            }
            var table = new TextTable(
                shell.Say("Tên", "Name"), shell.Say("Địa chỉ", "Address"), shell.Say("Vị trí", "Position"), shell.Say("Còn", "Behind"), shell.Say("Hỏng từ", "Failing since"),
                shell.Say("Số lần", "Tries"), shell.Say("Lý do", "Reason")).Right(2, 3, 5);
            foreach (var state in reply.Webhooks)
                table.Add(state.Webhook.Id, state.Webhook.Url, Number(state.Position), Number(state.Behind), LocalTime.Of(state.FailingSince), Number(state.Tries), state.LastError);
            table.Write(shell.Output, shell.Colour(parsed));
            return ExitCode.Ok;
        });
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
