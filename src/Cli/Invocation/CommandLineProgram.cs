using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Tthc.Cli.Commands;
using Tthc.Cli.Commands.Db;
using Tthc.Cli.Commands.Dossiers;
using Tthc.Cli.Commands.Procedures;
using Tthc.Cli.Commands.Rules;
using Tthc.Cli.Commands.Webhooks;
using Tthc.Cli.Help;

namespace Tthc.Cli.Invocation;

/// <summary>The whole program: arguments in, exit code out.</summary>
internal static class CommandLineProgram
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Surroundings surroundings)
    {
        var shell = new Shell(surroundings, Words.Of(arguments, surroundings.Variable));
        var root = Build(shell);
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction || (parsed.Errors.Count > 0 && parsed.Action is not { ClearsParseErrors: true }))
            return Refuse(parsed, shell, root);
        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = surroundings.Output,
            Error = surroundings.Error,
            // A defect shall show where it is, not as a sentence.
            EnableDefaultExceptionHandler = false,
            // Time to stop a child process and to print where a feed was left.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
        });
    }

    public static RootCommand Build(Shell shell)
    {
        var root = new RootCommand(shell.Say("dòng lệnh của Tthc.Engine: giải quyết hồ sơ thủ tục hành chính", "command line of Tthc.Engine: dossiers of administrative procedures"));
        root.Subcommands.Add(DossierCommand.Build(shell));
        root.Subcommands.Add(WorklistCommand.Build(shell));
        root.Subcommands.Add(SetAsideCommand.Build(shell));
        root.Subcommands.Add(WebhookCommand.Build(shell));
        root.Subcommands.Add(DbCommand.Build(shell));
        root.Subcommands.Add(WatchCommand.Build(shell));
        root.Subcommands.Add(ProceduresCommand.Build(shell));
        root.Subcommands.Add(RulesCommand.Build(shell));
        root.Subcommands.Add(StatusCommand.Build(shell));
        root.Subcommands.Add(DemoCommand.Build(shell));
        root.Subcommands.Add(CompletionCommand.Build(shell));
        foreach (var option in shell.Globals.All)
            root.Options.Add(option);
        var writer = new HelpWriter(shell, root);
        foreach (var option in root.Options)
        {
            if (option is HelpOption help)
            {
                help.Action = new HelpPageAction(writer);
                help.Description = shell.Say("Trang trợ giúp này.", "This page.");
            }
            else if (option is VersionOption)
            {
                option.Description = shell.Say("Phiên bản của chương trình.", "Version of the program.");
            }
        }
        return root;
    }

    private static int Refuse(ParseResult parsed, Shell shell, RootCommand root)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.CommandResult.Tokens.Count == 0 && parsed.UnmatchedTokens.Count == 0)
        {
            new HelpWriter(shell, root).Write(command, shell.Error);
            return ExitCode.Usage;
        }
        shell.Error.WriteLine(shell.Say("Dòng lệnh viết chưa đúng; chưa gửi gì đến engine.", "The command line is wrong; nothing was sent to the engine."));
        foreach (var message in parsed.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal))
            shell.Error.WriteLine($"  - {message}");
        var path = string.Join(' ', parsed.CommandResult.Command.Parents.OfType<Command>().Where(c => c != root).Select(c => c.Name).Append(command == root ? "" : command.Name)).Trim();
        shell.Error.WriteLine($"  {shell.Say("Xem", "See")}: tthc {(path.Length > 0 ? path + " " : "")}--help");
        return ExitCode.Usage;
    }
}
