using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class RequestSupplementCommand
{
    public static Command Build(Shell shell)
    {
        var papers = shell.Texts("--paper", ("khoá", "key"), "Giấy tờ còn thiếu; lặp lại cho từng loại.", "Paper that is missing; repeat for each.", required: true);
        var reason = shell.Required("--reason", ("lý do", "reason"), "Thiếu gì, sai gì.", "What is missing or wrong.");
        var slip = shell.Required("--slip", ("số", "number"), "Số phiếu yêu cầu bổ sung.", "Number of the slip.");
        var fault = shell.Flag("--officer-fault", "Thiếu sót do chính cơ quan; không tính vào số lần được yêu cầu.", "The gap is the office's own fault: it does not count against the bound.");
        var command = new CliCommand("request-supplement", shell.Say("yêu cầu bổ sung giấy tờ, một lần cho mọi thiếu sót (trạng thái 5)", "ask the applicant for papers, all gaps at once (status 5)"))
        {
            Details = shell.Say("Đồng hồ dừng cho tới khi người nộp bổ sung.", "The clock stands still until the applicant answers."),
            Examples = ["dossier request-supplement H34-250701-0001 --paper ban-ve --paper cam-ket --reason \"Bản vẽ chưa ký\" --slip 03/PYC"],
        };
        return DossierAct.On(shell, command.With(papers, reason, slip, fault), Read, (client, request, options) => client.RequestSupplementAsync(request, options));

        RequestSupplementRequest Read(ParseResult parsed)
        {
            var request = new RequestSupplementRequest
            {
                Reason = parsed.GetRequiredValue(reason),
                SlipNumber = parsed.GetRequiredValue(slip),
                OfficerFault = parsed.GetValue(fault),
            };
            request.Papers.AddRange(parsed.GetRequiredValue(papers));
            return request;
        }
    }
}
