using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Cli.Views;

namespace Tthc.Cli.Commands.Dossiers;

internal static class ShowCommand
{
    public static Command Build(Shell shell)
    {
        var dossier = DossierAct.Code(shell);
        var command = new CliCommand("show", shell.Say("xem một hồ sơ: đang ở đâu, hạn, việc có thể làm", "show a dossier: where it stands, until when, what can be done"))
        {
            Examples = ["dossier show H34-250701-0001", "dossier show H34-250701-0001 --json"],
        };
        command.Arguments.Add(dossier);
        return command.Calls(shell, async (parsed, session) =>
        {
            var reply = await session.Dossiers.GetDossierAsync(new() { Dossier = parsed.GetRequiredValue(dossier) }, session.Once);
            if (shell.Json(parsed))
                shell.Output.WriteLine(MessageJson.Of(reply.Dossier));
            else
                new DossierView(shell.Words).WriteLong(reply.Dossier, shell.Output);
            return ExitCode.Ok;
        });
    }
}
