using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class RequestPaymentCommand
{
    public static Command Build(Shell shell)
    {
        var notice = shell.Required("--notice", ("số", "number"), "Số thông báo.", "Number of the notice.");
        var amount = new Option<long>("--amount") { HelpName = shell.Say("đồng", "dong"), Description = shell.Say("Số tiền, đồng.", "Amount in dong."), Required = true };
        var command = new CliCommand("request-payment", shell.Say("ra thông báo nghĩa vụ tài chính (trạng thái 6)", "issue the notice of financial obligation (status 6)"))
        {
            Examples = ["dossier request-payment H34-250701-0001 --notice TB-118 --amount 12500000"],
        };
        return DossierAct.On(
            shell,
            command.With(notice, amount),
            parsed => new RequestPaymentRequest { NoticeNumber = parsed.GetRequiredValue(notice), Amount = parsed.GetRequiredValue(amount) },
            (client, request, options) => client.RequestPaymentAsync(request, options));
    }
}
