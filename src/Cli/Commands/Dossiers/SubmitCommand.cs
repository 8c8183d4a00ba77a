using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class SubmitCommand
{
    public static Command Build(Shell shell)
    {
        var intake = new IntakeOptions(shell, procedureRequired: true);
        var occurred = DossierAct.OccurredAt(shell);
        var command = new CliCommand("submit", shell.Say("nộp hồ sơ trực tuyến (trạng thái 1)", "file a dossier online (status 1)"))
        {
            Details = shell.Say(
                "Hồ sơ chờ cơ quan tiếp nhận; thời hạn giải quyết chưa chạy, chỉ có hạn tiếp nhận.",
                "The filing waits to be accepted; the statutory limit does not run yet, an acceptance limit does."),
            Examples = ["dossier submit --procedure 1.004873 --receiving-agency xa-a --applicant \"Nguyễn Văn A\" --paper to-khai"],
        };
        return DossierAct.Run(shell, command.With([.. intake.All, occurred]), (client, request, options) => client.SubmitDossierAsync(request, options), parsed =>
        {
            var request = new SubmitDossierRequest
            {
                ProcedureCode = parsed.GetRequiredValue(intake.Procedure),
                CaseKey = parsed.GetValue(intake.Case) ?? "",
                Agency = parsed.GetValue(intake.Agency) ?? "",
                Applicant = intake.Applicant.Read(parsed),
                Owner = intake.Owner.Read(parsed),
                Subject = parsed.GetValue(intake.Subject) ?? "",
                OccurredAt = parsed.GetValue(occurred),
            };
            request.Papers.AddRange(parsed.GetValue(intake.Papers) ?? []);
            request.Facts.AddRange(parsed.GetValue(intake.Facts) ?? []);
            return request;
        });
    }
}
