using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;

namespace Tthc.Cli.Commands.Rules;

internal static class RulesCommand
{
    public static Command Build(Shell shell)
    {
        var command = new CliCommand("rules", shell.Say("quy tắc đánh giá: sửa, thử, ban hành, giải thích", "rules that judge: edit, try, publish, explain"))
        {
            Examples = ["rules check", "rules impact rules/compliance/overdue.rules.json", "rules push rules/compliance/overdue.rules.json --reason \"...\"", "rules explain V01 --dossier H48.102-250701-0001"],
        };
        command.Subcommands.Add(ListCommand.Build(shell));
        command.Subcommands.Add(RevisionsCommand.Build(shell));
        command.Subcommands.Add(CheckCommand.Build(shell));
        command.Subcommands.Add(CheckCommand.BuildTest(shell));
        command.Subcommands.Add(FactsCommand.Build(shell));
        command.Subcommands.Add(ExplainCommand.Build(shell));
        command.Subcommands.Add(ImpactCommand.Build(shell));
        command.Subcommands.Add(PullCommand.Build(shell));
        command.Subcommands.Add(DiffCommand.Build(shell));
        command.Subcommands.Add(PushCommand.Build(shell));
        command.Subcommands.Add(RollbackCommand.Build(shell));
        return command;
    }

    public static Argument<string> Name(Shell shell) =>
        new("rule-set") { HelpName = shell.Say("bộ quy tắc", "rule set"), Description = shell.Say("Tên bộ quy tắc (WorkflowName).", "Name of the rule set (WorkflowName).") };

    public static Argument<string[]> Files(Shell shell) => new("files")
    {
        HelpName = shell.Say("tệp", "file"),
        Description = shell.Say("Các tệp đã sửa, trong thư mục quy tắc.", "The edited files, in the rules folder."),
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string> Folder(Shell shell) =>
        shell.Text("--rules", ("thư mục", "folder"), "Thư mục quy tắc. Mặc định: rules gần nhất.", "The rules folder. Default: the nearest rules.");
}
