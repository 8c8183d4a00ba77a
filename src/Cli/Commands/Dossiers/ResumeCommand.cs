using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class ResumeCommand
{
    public static Command Build(Shell shell)
    {
        var note = shell.Text("--note", ("lời văn", "words"), "Việc gì đã kết thúc tạm dừng.", "What ended the suspension.");
        var command = new CliCommand("resume", shell.Say("cho hồ sơ bị tạm dừng đi tiếp", "let a suspended dossier go on"))
        {
            Examples = ["dossier resume H34-250701-0001 --note \"Đã có kết luận\""],
        };
        return DossierAct.On(
            shell,
            command.With(note),
            parsed => new ResumeDossierRequest { Note = parsed.GetValue(note) ?? "" },
            (client, request, options) => client.ResumeDossierAsync(request, options));
    }
}
