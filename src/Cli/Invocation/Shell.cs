using System.CommandLine;
using Grpc.Core;
using Tthc.Cli.Errors;

namespace Tthc.Cli.Invocation;

/// <summary>What every command gets: surroundings, language, the global options.</summary>
internal sealed class Shell(Surroundings surroundings, Words words)
{
    public Surroundings Surroundings { get; } = surroundings;

    public Words Words { get; } = words;

    public GlobalOptions Globals { get; } = new(words);

    public TextWriter Output => Surroundings.Output;

    public TextWriter Error => Surroundings.Error;

    public string Say(string vietnamese, string english) => Words.Say(vietnamese, english);

    public bool Json(ParseResult parsed) => parsed.GetValue(Globals.Json);

    /// <summary>Colour and drawn tables only for a person at a terminal who did not object.</summary>
    public bool Colour(ParseResult parsed) =>
        Surroundings.OutputIsTerminal && !parsed.GetValue(Globals.NoColor) && string.IsNullOrEmpty(Surroundings.Variable("NO_COLOR"));

    /// <summary>Runs calls to the engine; whatever goes wrong with them becomes words and an exit code here, and only here.</summary>
    public async Task<int> CallAsync(ParseResult parsed, Func<ParseResult, EngineSession, Task<int>> work, CancellationToken cancellation)
    {
        if (!CallSettings.TryResolve(parsed, this, out var settings, out var mistake))
        {
            await Error.WriteLineAsync(mistake);
            return ExitCode.Usage;
        }
        try
        {
            using var session = new EngineSession(settings, Surroundings.Clock, cancellation);
            return await work(parsed, session);
        }
        catch (RpcException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (RpcException failed)
        {
            var failure = CallFailure.Of(failed, settings);
            new CallFailureWriter(this).Write(failure, Json(parsed));
            return failure.ExitCode;
        }
    }
}
