using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class ReturnCommand
{
    public static Command Build(Shell shell)
    {
        var receiver = shell.Text("--receiver", ("họ tên", "name"), "Người nhận; bắt buộc khi trả trực tiếp.", "Who took it; required at the counter.");
        var channel = shell.Choice("--channel", "Cách trả. Mặc định direct.", "How. Default direct.", Channels.Direct, Channels.Online, Channels.Post);
        var reference = shell.Text("--reference", ("số", "number"), "Mã vận đơn, hoặc địa chỉ gửi điện tử.", "Tracking number, or the electronic address.");
        var command = new CliCommand("return", shell.Say("trả kết quả cho người nộp (trạng thái 10)", "hand over the result (status 10)"))
        {
            Examples =
            [
                "dossier return H34-250701-0001 --receiver \"Nguyễn Văn A\"",
                "dossier return H34-250701-0001 --channel post --reference EB123456789VN",
            ],
        };
        return DossierAct.On(shell, command.With(receiver, channel, reference), parsed => new ReturnResultRequest
        {
            Handover = new()
            {
                Receiver = parsed.GetValue(receiver) ?? "",
                Channel = Channels.Read(parsed.GetValue(channel) ?? Channels.Direct),
                Reference = parsed.GetValue(reference) ?? "",
            },
        }, (client, request, options) => client.ReturnResultAsync(request, options));
    }
}
