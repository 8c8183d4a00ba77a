using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class WithdrawCommand
{
    public static Command Build(Shell shell)
    {
        var reason = shell.Required("--reason", ("lý do", "reason"), "Đề nghị của người nộp.", "The applicant's request.");
        var command = new CliCommand("withdraw", shell.Say("người nộp rút hồ sơ (trạng thái 7)", "the applicant takes the dossier back (status 7)"))
        {
            Examples = ["dossier withdraw H34-250701-0001 --reason \"Theo đơn của người nộp\""],
        };
        return DossierAct.On(
            shell,
            command.With(reason),
            parsed => new WithdrawDossierRequest { Reason = parsed.GetRequiredValue(reason) },
            (client, request, options) => client.WithdrawDossierAsync(request, options));
    }
}
