using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class SuspendCommand
{
    public static Command Build(Shell shell)
    {
        var ground = shell.Required("--ground", ("căn cứ", "ground"), "Căn cứ pháp luật.", "Legal ground.");
        var command = new CliCommand("suspend", shell.Say("tạm dừng tính thời gian theo căn cứ pháp luật", "stop the clock on a legal ground"))
        {
            Examples = ["dossier suspend H34-250701-0001 --ground \"Điều 12 khoản 3 Nghị định …\""],
        };
        return DossierAct.On(
            shell,
            command.With(ground),
            parsed => new SuspendDossierRequest { Ground = parsed.GetRequiredValue(ground) },
            (client, request, options) => client.SuspendDossierAsync(request, options));
    }
}
