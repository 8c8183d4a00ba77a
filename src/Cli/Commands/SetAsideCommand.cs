using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands;

internal static class SetAsideCommand
{
    public static System.CommandLine.Command Build(Shell shell)
    {
        var limit = shell.Limit();
        var command = new CliCommand("set-aside", shell.Say("việc máy tự làm mà không làm được: hạn, tin giữa hồ sơ", "what the engine could not carry out by itself: deadlines, messages between dossiers"))
        {
            Examples = ["set-aside", "set-aside --limit 500 --json"],
        };
        return command.With(limit).Calls(shell, async (parsed, session) =>
        {
            var request = new ListSetAsideRequest();
            var list = new PagedList<SetAsideItem>(shell, parsed, parsed.GetValue(limit));
            await list.ReadAsync(async (size, token) =>
            {
                request.PageSize = size;
                request.PageToken = token;
                var reply = await session.Worklist.ListSetAsideAsync(request, session.Once);
                return (reply.Items, reply.NextPageToken);
            });
            var table = new TextTable(
                shell.Say("Mã", "Code"), shell.Say("Việc", "What"), shell.Say("Đến hạn", "Due"), shell.Say("Hỏng từ", "Since"), shell.Say("Thử lại", "Again"),
                shell.Say("Số lần", "Tries"), shell.Say("Lý do", "Reason"));
            list.Write(table, item =>
            [
                item.Dossier, item.Name, LocalTime.Of(item.DueAt), LocalTime.Of(item.Since), LocalTime.Of(item.AgainAt),
                item.Tries.ToString(System.Globalization.CultureInfo.InvariantCulture), item.Reason,
            ]);
            return ExitCode.Ok;
        });
    }
}
