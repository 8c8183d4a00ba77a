using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class DeclineCommand
{
    public static Command Build(Shell shell)
    {
        var reason = shell.Required("--reason", ("lý do", "reason"), "Vì sao.", "Why.");
        var slip = shell.Required("--slip", ("số", "number"), "Số phiếu từ chối.", "Number of the refusal slip.");
        var command = new CliCommand("decline", shell.Say("từ chối tiếp nhận một hồ sơ nộp trực tuyến (trạng thái 3)", "decline an online filing (status 3)"))
        {
            Details = shell.Say("Cần lý do và số phiếu từ chối.", "A reason and the number of the refusal slip are needed."),
            Examples = ["dossier decline N-250701-0001 --reason \"Không thuộc thẩm quyền\" --slip 12/PTC"],
        };
        return DossierAct.On(
            shell,
            command.With(reason, slip),
            parsed => new DeclineDossierRequest { Reason = parsed.GetRequiredValue(reason), SlipNumber = parsed.GetRequiredValue(slip) },
            (client, request, options) => client.DeclineDossierAsync(request, options));
    }
}
