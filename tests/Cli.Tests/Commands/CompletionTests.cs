using Tthc.Cli.Tests.Running;

namespace Tthc.Cli.Tests.Commands;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("tthc dossier request-", "request-supplement", "request-payment")]
    [InlineData("tthc dossier list --status ", "processing", "awaiting-payment")]
    [InlineData("tthc completion ", "bash", "fish")]
    [InlineData("tthc dossier return X --ch", "--channel")]
    public async Task Suggests_what_may_stand_there(string line, params string[] expected)
    {
        var run = await CliRun.OfAsync([$"[suggest:{line.Length}]", line]);

        Assert.Equal(0, run.ExitCode);
        Assert.Superset(expected.ToHashSet(StringComparer.Ordinal), run.Output.Split('\n').ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _tthc tthc")]
    [InlineData("zsh", "compdef _tthc tthc")]
    [InlineData("fish", "complete -c tthc -f")]
    public async Task Prints_a_script_for_the_shell(string shell, string registration)
    {
        var run = await CliRun.OfAsync(["completion", shell]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(registration, run.Output);
        Assert.Contains("[suggest:", run.Output);
    }
}
