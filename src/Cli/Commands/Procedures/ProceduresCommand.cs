using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;

namespace Tthc.Cli.Commands.Procedures;

internal static class ProceduresCommand
{
    public static Command Build(Shell shell)
    {
        var command = new CliCommand("procedures", shell.Say("xem, kiểm tra, ban hành thủ tục", "look at procedures, check and publish them"))
        {
            Examples = ["procedures list", "procedures show 1.004873", "procedures check"],
        };
        command.Subcommands.Add(ListCommand.Build(shell));
        command.Subcommands.Add(ShowCommand.Build(shell));
        command.Subcommands.Add(RevisionsCommand.Build(shell));
        command.Subcommands.Add(CheckCommand.Build(shell));
        command.Subcommands.Add(PushCommand.Build(shell));
        command.Subcommands.Add(RollbackCommand.Build(shell));
        return command;
    }

    public static Argument<string> Code(Shell shell) =>
        new("procedure") { HelpName = shell.Say("mã thủ tục", "code"), Description = shell.Say("Mã thủ tục.", "Procedure code.") };
}
