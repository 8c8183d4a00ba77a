using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class StopCommand
{
    public static Command Build(Shell shell)
    {
        var ground = shell.Required("--ground", ("căn cứ", "ground"), "Căn cứ, hoặc đề nghị của người nộp.", "Legal ground, or the applicant's request.");
        var slip = shell.Required("--slip", ("số", "number"), "Số thông báo hoặc phiếu.", "Number of the notice or slip.");
        var command = new CliCommand("stop", shell.Say("dừng xử lý hoặc từ chối giải quyết (trạng thái 8)", "stop or refuse the dossier (status 8)"))
        {
            Examples = ["dossier stop H34-250701-0001 --ground \"Không đủ điều kiện theo Điều 5\" --slip 07/TB"],
        };
        return DossierAct.On(
            shell,
            command.With(ground, slip),
            parsed => new StopDossierRequest { Ground = parsed.GetRequiredValue(ground), SlipNumber = parsed.GetRequiredValue(slip) },
            (client, request, options) => client.StopDossierAsync(request, options));
    }
}
