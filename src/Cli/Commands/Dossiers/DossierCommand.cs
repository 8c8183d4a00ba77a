using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;

namespace Tthc.Cli.Commands.Dossiers;

internal static class DossierCommand
{
    public static Command Build(Shell shell)
    {
        var command = new CliCommand("dossier", shell.Say("nộp, tiếp nhận, chuyển, dừng, giải quyết và trả hồ sơ", "file, receive, move, pause, settle and return dossiers"))
        {
            Details = shell.Say(
                "Mọi việc đều ghi lại người làm (--as, --agency, --roles), lúc ghi và lúc xảy ra. Gọi lại cùng --request-id không bao giờ ghi hai lần.",
                "Every act records who did it (--as, --agency, --roles), when it was recorded and when it happened. The same --request-id is never recorded twice."),
            Examples = ["dossier show H34-250701-0001", "dossier advance --help"],
        };
        foreach (var build in Verbs)
            command.Subcommands.Add(build(shell));
        return command;
    }

    private static IReadOnlyList<Func<Shell, Command>> Verbs =>
    [
        SubmitCommand.Build, ReceiveCommand.Build, DeclineCommand.Build, ShowCommand.Build, ListCommand.Build, CountCommand.Build, EventsCommand.Build,
        ClaimCommand.Build, AssignCommand.Build, AdvanceCommand.Build, SendBackCommand.Build,
        RequestSupplementCommand.Build, ReceiveSupplementCommand.Build, RequestPaymentCommand.Build, ConfirmPaymentCommand.Build,
        SuspendCommand.Build, ResumeCommand.Build, ApologiseCommand.Build, SettleCommand.Build, ReturnCommand.Build,
        WithdrawCommand.Build, StopCommand.Build, ReopenCommand.Build, ImportCommand.Build,
    ];
}
