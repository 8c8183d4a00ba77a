using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class ReceiveCommand
{
    public static Command Build(Shell shell)
    {
        var filing = new Argument<string>("filing")
        {
            HelpName = shell.Say("mã nộp trực tuyến", "filing code"),
            Description = shell.Say("Hồ sơ đã nộp trực tuyến được tiếp nhận; bỏ trống khi nộp tại quầy hoặc qua bưu chính.", "Online filing that is accepted; left out at the counter or by post."),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var intake = new IntakeOptions(shell, procedureRequired: false);
        var channel = shell.Choice("--channel", "Kênh nộp của hồ sơ mới. Mặc định direct.", "Channel of a new dossier. Default direct.", Channels.Direct, Channels.Post);
        var version = DossierAct.ExpectedVersion(shell);
        var occurred = DossierAct.OccurredAt(shell);
        var command = new CliCommand("receive", shell.Say("tiếp nhận hồ sơ, cấp mã và hẹn trả (trạng thái 2)", "receive a dossier: code and appointment (status 2)"))
        {
            Details = shell.Say(
                "Tiếp nhận tại quầy, qua bưu chính, hoặc tiếp nhận một hồ sơ đã nộp trực tuyến. Thời hạn bắt đầu tính.",
                "At the counter, by post, or the acceptance of an online filing. The clock starts."),
            Examples =
            [
                "dossier receive --procedure 1.004873 --applicant \"Nguyễn Văn A\" --paper to-khai=1 --paper cccd=0/0/1 --as nv01 --agency xa-a --roles tiep-nhan",
                "dossier receive N-250701-0001 --as nv01 --agency xa-a --roles tiep-nhan",
            ],
        };
        command.Arguments.Add(filing);
        return DossierAct.Run(shell, command.With([.. intake.All, channel, version, occurred]), (client, request, options) => client.ReceiveDossierAsync(request, options), parsed =>
        {
            var code = parsed.GetValue(filing) ?? "";
            var request = new ReceiveDossierRequest
            {
                FilingCode = code,
                ExpectedVersion = parsed.GetValue(version),
                OccurredAt = parsed.GetValue(occurred),
                ProcedureCode = parsed.GetValue(intake.Procedure) ?? "",
                CaseKey = parsed.GetValue(intake.Case) ?? "",
                Agency = parsed.GetValue(intake.Agency) ?? "",
                Applicant = intake.Applicant.Read(parsed),
                Owner = intake.Owner.Read(parsed),
                Subject = parsed.GetValue(intake.Subject) ?? "",
                Channel = code.Length > 0 ? Channel.Unspecified : Channels.Read(parsed.GetValue(channel) ?? Channels.Direct),
            };
            request.Papers.AddRange(parsed.GetValue(intake.Papers) ?? []);
            request.Facts.AddRange(parsed.GetValue(intake.Facts) ?? []);
            return request;
        });
    }
}
