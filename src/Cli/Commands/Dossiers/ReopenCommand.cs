using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class ReopenCommand
{
    public static Command Build(Shell shell)
    {
        var reason = shell.Required("--reason", ("lý do", "reason"), "Vì sao.", "Why.");
        var approver = shell.Required("--approver", ("mã", "id"), "Lãnh đạo phê duyệt.", "Leader who approved it.");
        var to = shell.Required("--to-step", ("khoá", "key"), "Bước làm lại.", "Step with which it goes on.");
        var command = new CliCommand("reopen", shell.Say("xử lý lại hồ sơ đã có kết quả", "handle a settled dossier again"))
        {
            Examples = ["dossier reopen H34-250701-0001 --reason \"Sai thông tin\" --approver ct01 --to-step tham-dinh"],
        };
        return DossierAct.On(shell, command.With(reason, approver, to), parsed => new ReopenDossierRequest
        {
            Reason = parsed.GetRequiredValue(reason),
            Approver = parsed.GetRequiredValue(approver),
            ToStep = parsed.GetRequiredValue(to),
        }, (client, request, options) => client.ReopenDossierAsync(request, options));
    }
}
