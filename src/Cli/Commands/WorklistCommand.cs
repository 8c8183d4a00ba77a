using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands;

internal static class WorklistCommand
{
    public static Command Build(Shell shell)
    {
        var agency = shell.Text("--of-agency", ("mã", "id"), "Việc của cơ quan này; bỏ trống: của người gọi.", "Work of this agency; left out: the caller's.");
        var unit = shell.Text("--of-unit", ("mã", "id"), "Việc của bộ phận này.", "Work of this unit.");
        var roles = shell.Texts("--of-role", ("vai trò", "role"), "Việc của vai trò này, lặp lại được; bỏ trống: của người gọi.", "Work of this role, may be repeated; left out: the caller's.");
        var officer = shell.Text("--officer", ("mã", "id"), "Chỉ việc của công chức này.", "Only work of this officer.");
        var unclaimed = shell.Flag("--unclaimed", "Chỉ việc chưa ai nhận.", "Only work nobody has taken.");
        var due = Moments.Instant(shell, "--due-before", "Chỉ việc đến hạn trước lúc này.", "Only work due before this moment.");
        var limit = shell.Limit();
        var command = new CliCommand("worklist", shell.Say("việc đang chờ, sắp đến hạn trước", "work that waits, due soonest first"))
        {
            Examples = ["worklist --agency xa-a --roles tiep-nhan,chuyen-mon", "worklist --of-agency xa-a --of-role chuyen-mon --unclaimed --json"],
        };
        return command.With(agency, unit, roles, officer, unclaimed, due, limit).Calls(shell, async (parsed, session) =>
        {
            var request = new ListWorkItemsRequest
            {
                Agency = parsed.GetValue(agency) ?? "",
                Unit = parsed.GetValue(unit) ?? "",
                Officer = parsed.GetValue(officer) ?? "",
                UnclaimedOnly = parsed.GetValue(unclaimed),
                DueBefore = parsed.GetValue(due),
            };
            request.Roles.AddRange(parsed.GetValue(roles) ?? []);
            var list = new PagedList<WorkItem>(shell, parsed, parsed.GetValue(limit));
            await list.ReadAsync(async (size, token) =>
            {
                request.PageSize = size;
                request.PageToken = token;
                var reply = await session.Worklist.ListWorkItemsAsync(request, session.Once);
                return (reply.Items, reply.NextPageToken);
            });
            Write(shell, list);
            return ExitCode.Ok;
        });
    }

    private static void Write(Shell shell, PagedList<WorkItem> list)
    {
        var table = new TextTable(
            shell.Say("Hạn bước", "Step due"), shell.Say("Hẹn trả", "Dossier due"), shell.Say("Mã", "Code"), shell.Say("Bước", "Step"),
            shell.Say("Thủ tục", "Procedure"), shell.Say("Vai trò", "Role"), shell.Say("Nơi làm", "Where"), shell.Say("Người giữ", "Holder"));
        list.Write(table, item =>
        [
            LocalTime.Of(item.DueAt) + (item.Overdue ? " !" : ""),
            LocalTime.Of(item.DossierDueAt),
            item.Dossier,
            $"{item.Step}#{item.Token} {item.StepName}",
            item.ProcedureCode,
            item.Role,
            item.Unit.Length > 0 ? $"{item.Agency}/{item.Unit}" : item.Agency,
            item.Officer,
        ]);
    }
}
