using System.Text;

namespace Tthc.Cli.Invocation;

/// <summary>Everything outside the program that a command may see; tests give their own.</summary>
internal sealed record Surroundings
{
    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Tables and colour only where a person looks.</summary>
    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Environment variables.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Where throw-away files go.</summary>
    public string TemporaryFolder { get; init; } = Path.GetTempPath();

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public static Surroundings OfProcess()
    {
        // Vietnamese on a terminal whose code page is not UTF-8 would be question marks.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new()
        {
            Output = Console.Out,
            Error = Console.Error,
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Variable = Environment.GetEnvironmentVariable,
        };
    }
}
