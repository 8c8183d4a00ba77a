using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class SendBackCommand
{
    public static Command Build(Shell shell)
    {
        var step = new StepOptions(shell);
        var to = shell.Required("--to", ("khoá", "key"), "Bước nhận lại.", "Step to go back to.");
        var reason = shell.Required("--reason", ("lý do", "reason"), "Vì sao.", "Why.");
        var command = new CliCommand("send-back", shell.Say("trả hồ sơ lại bước trước, có lý do", "send the dossier back to an earlier step, with a reason"))
        {
            Examples = ["dossier send-back H34-250701-0001 --to tham-dinh --reason \"Thiếu biên bản kiểm tra thực địa\""],
        };
        return DossierAct.On(shell, command.With([.. step.All, to, reason]), parsed => new SendBackStepRequest
        {
            Step = step.Step(parsed),
            Token = step.Token(parsed),
            ToStep = parsed.GetRequiredValue(to),
            Reason = parsed.GetRequiredValue(reason),
        }, (client, request, options) => client.SendBackStepAsync(request, options));
    }
}
