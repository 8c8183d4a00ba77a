using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;

namespace Tthc.Cli.Commands;

internal static class CompletionCommand
{
    // The shell hands over the line and the place in it; the program itself knows what may stand there.
    private const string Bash = """
        _tthc() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$(tthc "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _tthc tthc
        """;

    private const string Zsh = """
        _tthc() {
          local -a words_found
          words_found=("${(@f)$(tthc "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a words_found
        }
        compdef _tthc tthc
        """;

    private const string Fish = """
        function __tthc
          tthc "[suggest:"(commandline -C)"]" (commandline -p | string collect) 2>/dev/null
        end
        complete -c tthc -f -a '(__tthc)'
        """;

    public static Command Build(Shell shell)
    {
        var kind = new Argument<string>("shell") { HelpName = "bash|zsh|fish", Description = shell.Say("Trình lệnh đang dùng.", "The shell in use.") };
        kind.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new CliCommand("completion", shell.Say("in đoạn mã để phím Tab gợi ý lệnh và tuỳ chọn", "print the script that completes commands and options on Tab"))
        {
            Examples = ["completion bash >> ~/.bashrc", "completion zsh >> ~/.zshrc", "completion fish > ~/.config/fish/completions/tthc.fish"],
        };
        command.Arguments.Add(kind);
        return command.Runs((parsed, _) =>
        {
            shell.Output.WriteLine(parsed.GetRequiredValue(kind) switch { "bash" => Bash, "zsh" => Zsh, _ => Fish });
            return Task.FromResult(ExitCode.Ok);
        });
    }
}
