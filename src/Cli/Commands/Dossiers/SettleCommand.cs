using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class SettleCommand
{
    public static Command Build(Shell shell)
    {
        var number = shell.Required("--number", ("số", "number"), "Số văn bản kết quả.", "Number of the result.");
        var date = Moments.Day(shell, "--date", "Ngày ký.", "Day of signature.", required: true);
        var file = shell.Required("--file", ("tệp", "file"), "Tên tệp hoặc địa chỉ nội dung.", "Name of the file or content address.");
        var kind = shell.Text("--kind", ("khoá", "key"), "Loại kết quả trong tệp thủ tục.", "Key of the result in the procedure file.");
        var summary = shell.Text("--abstract", ("lời văn", "words"), "Trích yếu kết quả.", "Abstract of the result.");
        var signer = shell.Text("--signer", ("mã", "id"), "Người ký.", "Who signed.");
        var command = new CliCommand("settle", shell.Say("ghi kết quả giải quyết (trạng thái 9)", "record the result (status 9)"))
        {
            Examples = ["dossier settle H34-250701-0001 --number 118/GXN-UBND --date 03/07/2025 --file gxn-118.pdf --signer ct01"],
        };
        return DossierAct.On(shell, command.With(number, date, file, kind, summary, signer), parsed => new SettleDossierRequest
        {
            Result = new()
            {
                Number = parsed.GetRequiredValue(number),
                Date = parsed.GetValue(date),
                File = parsed.GetRequiredValue(file),
                Kind = parsed.GetValue(kind) ?? "",
                Abstract = parsed.GetValue(summary) ?? "",
                Signer = parsed.GetValue(signer) ?? "",
            },
        }, (client, request, options) => client.SettleDossierAsync(request, options));
    }
}
