using System.CommandLine;
using Tthc.Cli.Invocation;

namespace Tthc.Cli.Help;

/// <summary>A command with what its help page shows beside the options.</summary>
internal sealed class CliCommand(string name, string description) : Command(name, description)
{
    /// <summary>More about it, after the first line.</summary>
    public string Details { get; init; } = "";

    /// <summary>Command lines to copy, without the program's name.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    public CliCommand With(params IEnumerable<Option> options)
    {
        foreach (var option in options)
            Options.Add(option);
        return this;
    }

    /// <summary>What it does with the engine; failures of the calls become words and an exit code.</summary>
    public CliCommand Calls(Shell shell, Func<ParseResult, EngineSession, Task<int>> work) =>
        Runs((parsed, cancellation) => shell.CallAsync(parsed, work, cancellation));

    public CliCommand Runs(Func<ParseResult, CancellationToken, Task<int>> action)
    {
        SetAction(action);
        return this;
    }
}
