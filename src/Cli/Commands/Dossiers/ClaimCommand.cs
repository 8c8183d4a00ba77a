using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class ClaimCommand
{
    public static Command Build(Shell shell)
    {
        var step = new StepOptions(shell);
        var command = new CliCommand("claim", shell.Say("nhận một việc đang chờ vai trò của mình", "take a step that waits for one's role"))
        {
            Examples =
            [
                "dossier claim H34-250701-0001",
                "dossier claim H34-250701-0001 --step tham-dinh",
            ],
        };
        return DossierAct.On(
            shell,
            command.With([.. step.All]),
            parsed => new ClaimStepRequest { Step = step.Step(parsed), Token = step.Token(parsed) },
            (client, request, options) => client.ClaimStepAsync(request, options));
    }
}
