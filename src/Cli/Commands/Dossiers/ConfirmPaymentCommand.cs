using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class ConfirmPaymentCommand
{
    public static Command Build(Shell shell)
    {
        var receipt = shell.Required("--receipt", ("số", "number"), "Số biên lai.", "Number of the receipt.");
        var command = new CliCommand("confirm-payment", shell.Say("ghi nhận người nộp đã thực hiện nghĩa vụ tài chính", "record that the applicant has paid"))
        {
            Examples = ["dossier confirm-payment H34-250701-0001 --receipt BL-9921"],
        };
        return DossierAct.On(
            shell,
            command.With(receipt),
            parsed => new ConfirmPaymentRequest { ReceiptNumber = parsed.GetRequiredValue(receipt) },
            (client, request, options) => client.ConfirmPaymentAsync(request, options));
    }
}
