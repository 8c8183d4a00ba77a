using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Cli.Views;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class ListCommand
{
    public static Command Build(Shell shell)
    {
        var filter = new Filter(shell);
        var limit = shell.Limit();
        var command = new CliCommand("list", shell.Say("liệt kê hồ sơ theo điều kiện", "list dossiers by filter"))
        {
            Examples =
            [
                "dossier list --receiving-agency xa-a --status processing",
                "dossier list --overdue --order due_at --limit 0 --json",
                "dossier list --late --order ended_at --ended-from 2026-10-01 --ended-before 2026-11-01",
            ],
        };
        return command.With([.. filter.All, limit]).Calls(shell, async (parsed, session) =>
        {
            var request = filter.Read(parsed);
            var list = new PagedList<Dossier>(shell, parsed, parsed.GetValue(limit));
            await list.ReadAsync(async (size, token) =>
            {
                request.PageSize = size;
                request.PageToken = token;
                var reply = await session.Dossiers.ListDossiersAsync(request, session.Once);
                return (reply.Dossiers, reply.NextPageToken);
            });
            var table = new TextTable(shell.Say("Mã", "Code"), shell.Say("Thủ tục", "Procedure"), shell.Say("Trạng thái", "Status"), shell.Say("Tiếp nhận", "Received"), shell.Say("Hẹn trả", "Due"), shell.Say("Đang ở", "At"), shell.Say("Hạn", "Timeliness"));
            list.Write(table, dossier =>
            [
                dossier.Code.Length > 0 ? dossier.Code : dossier.FilingCode,
                dossier.ProcedureCode,
                StatusNames.Of(dossier.Status, shell.Words),
                LocalTime.Of(dossier.ReceivedAt),
                LocalTime.Of(dossier.DueAt),
                string.Join(", ", dossier.ActiveSteps.Select(s => $"{s.Step}@{s.Agency}")),
                StatusNames.Of(dossier.Lateness?.OnSystem ?? Timeliness.Unspecified, shell.Words),
            ]);
            return ExitCode.Ok;
        });
    }

    private sealed class Filter(Shell shell)
    {
        private readonly Option<string> _receiving = shell.Text("--receiving-agency", ("mã", "id"), "Nơi tiếp nhận.", "Receiving agency.");
        private readonly Option<string> _competent = shell.Text("--competent-agency", ("mã", "id"), "Nơi giải quyết.", "Deciding agency.");
        private readonly Option<string> _procedure = shell.Text("--procedure", ("mã", "code"), "Mã thủ tục.", "Procedure code.");
        private readonly Option<string[]> _status = Statuses(shell);
        private readonly Option<Google.Protobuf.WellKnownTypes.Timestamp?> _from = Moments.Instant(shell, "--received-from", "Tiếp nhận từ lúc này.", "Received from this moment on.");
        private readonly Option<Google.Protobuf.WellKnownTypes.Timestamp?> _before = Moments.Instant(shell, "--received-before", "Tiếp nhận trước lúc này.", "Received before this moment.");
        private readonly Option<Google.Protobuf.WellKnownTypes.Timestamp?> _due = Moments.Instant(shell, "--due-before", "Chưa xong và hẹn trả trước lúc này.", "Open and due before this moment.");
        private readonly Option<bool> _overdue = shell.Flag("--overdue", "Chỉ hồ sơ chưa xong đã quá hạn.", "Only those open and past their due moment.");
        private readonly Option<Google.Protobuf.WellKnownTypes.Timestamp?> _endedFrom = Moments.Instant(shell, "--ended-from", "Kết thúc từ lúc này.", "Ended from this moment on.");
        private readonly Option<Google.Protobuf.WellKnownTypes.Timestamp?> _endedBefore = Moments.Instant(shell, "--ended-before", "Kết thúc trước lúc này.", "Ended before this moment.");
        private readonly Option<bool> _late = shell.Flag("--late", "Chỉ hồ sơ kết thúc sau ngày hẹn trả.", "Only those that ended after the day of their appointment.");
        private readonly Option<string> _order = shell.Choice("--order", "Thứ tự. Mặc định received_at: mới nhất trước; ended_at: chỉ hồ sơ đã kết thúc.", "Order. Default received_at: newest first; ended_at: only those that have ended.", "received_at", "due_at", "ended_at");

        public IEnumerable<Option> All => [_receiving, _competent, _procedure, _status, _from, _before, _due, _overdue, _endedFrom, _endedBefore, _late, _order];

        public ListDossiersRequest Read(ParseResult parsed)
        {
            var request = new ListDossiersRequest
            {
                ReceivingAgency = parsed.GetValue(_receiving) ?? "",
                CompetentAgency = parsed.GetValue(_competent) ?? "",
                ProcedureCode = parsed.GetValue(_procedure) ?? "",
                ReceivedFrom = parsed.GetValue(_from),
                ReceivedBefore = parsed.GetValue(_before),
                DueBefore = parsed.GetValue(_due),
                OverdueOnly = parsed.GetValue(_overdue),
                EndedFrom = parsed.GetValue(_endedFrom),
                EndedBefore = parsed.GetValue(_endedBefore),
                LateOnly = parsed.GetValue(_late),
                OrderBy = parsed.GetValue(_order) is "due_at" or "ended_at" ? parsed.GetValue(_order) : "",
            };
            request.Statuses.AddRange((parsed.GetValue(_status) ?? []).Select(s => StatusNames.Read(s)!.Value));
            return request;
        }

        private static Option<string[]> Statuses(Shell shell)
        {
            var option = shell.Texts("--status", ("trạng thái", "status"), "Trạng thái, tên tiếng Anh hoặc số 1–10; lặp lại cho từng trạng thái.", "Status, by name or number 1–10; repeat for each.");
            option.CompletionSources.Add([.. StatusNames.Keys]);
            option.Validators.Add(result =>
            {
                foreach (var token in result.Tokens.Where(t => StatusNames.Read(t.Value) is null))
                    result.AddError(shell.Say($"--status: không có '{token.Value}'; có: {string.Join(", ", StatusNames.Keys)}.", $"--status: there is no '{token.Value}'; there are: {string.Join(", ", StatusNames.Keys)}."));
            });
            return option;
        }
    }
}
