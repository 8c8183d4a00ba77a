using System.CommandLine;
using System.Globalization;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Webhooks;

internal static class DeadLettersCommand
{
    public static Command Build(Shell shell)
    {
        var limit = shell.Limit();
        var command = new CliCommand("dead", shell.Say("những lần gửi đã bỏ cuộc", "deliveries that were given up")) { Examples = ["webhook dead", "webhook dead --limit 0 --json"] };
        return command.With(limit).Calls(shell, async (parsed, session) =>
        {
            var request = new ListDeadLettersRequest();
            var list = new PagedList<DeadLetter>(shell, parsed, parsed.GetValue(limit));
            await list.ReadAsync(async (size, token) =>
            {
                request.PageSize = size;
                request.PageToken = token;
                var reply = await session.Webhooks.ListDeadLettersAsync(request, session.Once);
                return (reply.Letters, reply.NextPageToken);
            });
            var table = new TextTable(shell.Say("Nơi nhận", "Subscriber"), shell.Say("Vị trí", "Position"), shell.Say("Bỏ lúc", "Given up"), shell.Say("Số lần", "Tries"), shell.Say("Lý do", "Reason"));
            list.Write(table, letter =>
            [
                letter.Webhook, letter.Position.ToString(CultureInfo.InvariantCulture), LocalTime.Of(letter.Since), letter.Tries.ToString(CultureInfo.InvariantCulture), letter.Reason,
            ]);
            return ExitCode.Ok;
        });
    }
}
