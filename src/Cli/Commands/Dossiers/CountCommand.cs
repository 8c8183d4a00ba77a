using System.CommandLine;
using System.Globalization;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Cli.Views;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class CountCommand
{
    public static Command Build(Shell shell)
    {
        var agency = shell.Text("--competent-agency", ("mã", "id"), "Nơi giải quyết. Mặc định: mọi nơi.", "Deciding agency. Default: all.");
        var command = new CliCommand("count", shell.Say("đếm hồ sơ theo nơi giải quyết và trạng thái", "count dossiers by deciding agency and status"))
        {
            Examples = ["dossier count", "dossier count --competent-agency qn-xa-bo-y --json"],
        };
        return command.With([agency]).Calls(shell, async (parsed, session) =>
        {
            var request = new CountDossiersRequest { CompetentAgency = parsed.GetValue(agency) ?? "" };
            var reply = await session.Dossiers.CountDossiersAsync(request, session.Once);
            if (shell.Json(parsed))
            {
                foreach (var count in reply.Counts)
                    shell.Output.WriteLine(MessageJson.Of(count));
                return ExitCode.Ok;
            }
            var table = new TextTable(shell.Say("Nơi giải quyết", "Agency"), shell.Say("Trạng thái", "Status"), shell.Say("Hồ sơ", "Dossiers"), shell.Say("Quá hạn", "Overdue")).Right(2, 3);
            foreach (var count in reply.Counts)
                table.Add(count.Agency, StatusNames.Of(count.Status, shell.Words), Number(count.Dossiers), Number(count.Overdue));
            table.Add("", shell.Say("Cộng", "Total"), Number(reply.Counts.Sum(c => c.Dossiers)), Number(reply.Counts.Sum(c => c.Overdue)));
            table.Write(shell.Output, shell.Colour(parsed));
            return ExitCode.Ok;
        });
    }

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}
