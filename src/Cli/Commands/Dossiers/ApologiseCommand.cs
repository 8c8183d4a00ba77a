using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class ApologiseCommand
{
    public static Command Build(Shell shell)
    {
        var slip = shell.Required("--slip", ("số", "number"), "Số phiếu xin lỗi.", "Number of the slip.");
        var reason = shell.Required("--reason", ("lý do", "reason"), "Vì sao trễ.", "Why it is late.");
        var due = Moments.Instant(shell, "--new-due", "Hẹn mới.", "The new appointment.", required: true);
        var signer = shell.Required("--signer", ("mã", "id"), "Người ký.", "Who signed.");
        var fault = shell.Text("--fault-agency", ("mã", "id"), "Cơ quan làm trễ; bỏ trống: nơi giải quyết.", "Agency at fault; left out: the deciding one.");
        var command = new CliCommand("apologise", shell.Say("xin lỗi và hẹn lại ngày trả kết quả", "apologise and give a new appointment"))
        {
            Details = shell.Say("Hẹn lại không làm hồ sơ hết trễ: đúng hạn hay quá hạn vẫn tính theo hạn cũ.", "A new appointment does not cure lateness: that is judged by the old one."),
            Examples = ["dossier apologise H34-250701-0001 --slip 04/PXL --reason \"Chờ kết quả xác minh\" --new-due \"15/08/2025 17:00\" --signer ld02"],
        };
        return DossierAct.On(shell, command.With(slip, reason, due, signer, fault), parsed => new IssueApologyRequest
        {
            SlipNumber = parsed.GetRequiredValue(slip),
            Reason = parsed.GetRequiredValue(reason),
            NewDueAt = parsed.GetValue(due),
            Signer = parsed.GetRequiredValue(signer),
            FaultAgency = parsed.GetValue(fault) ?? "",
        }, (client, request, options) => client.IssueApologyAsync(request, options));
    }
}
