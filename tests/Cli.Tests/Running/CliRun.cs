using Tthc.Cli.Invocation;

namespace Tthc.Cli.Tests.Running;

/// <summary>One run of the program in this process: what it wrote, and its exit code.</summary>
public sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static async Task<CliRun> OfAsync(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? variables = null, string? temporary = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings
        {
            Output = output,
            Error = error,
            Variable = name => variables?.GetValueOrDefault(name),
            Clock = new HastyClock(),
            TemporaryFolder = temporary ?? Path.GetTempPath(),
        };
        var code = await CommandLineProgram.RunAsync(arguments, surroundings);
        return new(code, output.ToString(), error.ToString());
    }

    public static Task<CliRun> OnAsync(FakeEngine engine, params IEnumerable<string> arguments) =>
        OfAsync([.. arguments, "--server", engine.Address]);

    /// <summary>The real time, but whoever waits for a pause has it at once.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
    }
}
