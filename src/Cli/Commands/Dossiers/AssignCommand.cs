using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class AssignCommand
{
    public static Command Build(Shell shell)
    {
        var step = new StepOptions(shell);
        var officer = shell.Required("--officer", ("mã", "id"), "Người được giao.", "Officer who shall do it.");
        var command = new CliCommand("assign", shell.Say("giao một việc cho công chức", "give a step to an officer"))
        {
            Examples = ["dossier assign H34-250701-0001 --officer nv07"],
        };
        return DossierAct.On(
            shell,
            command.With([.. step.All, officer]),
            parsed => new AssignStepRequest { Step = step.Step(parsed), Token = step.Token(parsed), Officer = parsed.GetRequiredValue(officer) },
            (client, request, options) => client.AssignStepAsync(request, options));
    }
}
