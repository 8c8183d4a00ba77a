using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace Tthc.Engine.Hosting;

/// <summary>Serilog from the settings: readable for people, JSON for machines. Lines are written by a thread of their own so that no call waits for a terminal.</summary>
internal static class EngineLogging
{
    private const string Template = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>The logger; problems of the settings are added to the list.</summary>
    public static Logger Create(IConfiguration configuration, List<string> problems)
    {
        var level = LogEventLevel.Information;
        if (configuration["Logging:Level"] is { Length: > 0 } text && !Enum.TryParse(text, ignoreCase: true, out level))
            problems.Add($"Logging:Level '{text}' is none of Verbose, Debug, Information, Warning, Error, Fatal.");
        var format = configuration["Logging:Format"] ?? "console";
        if (format is not ("console" or "json" or ""))
            problems.Add($"Logging:Format '{format}' is neither console nor json.");
        return new LoggerConfiguration()
            .MinimumLevel.Is(level)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Grpc", LogEventLevel.Warning)
            // Failures of calls are told once, by CallGuard.
            .MinimumLevel.Override("Grpc.AspNetCore.Server.ServerCallHandler", LogEventLevel.Fatal)
            .WriteTo.Sink(new BackgroundSink(sinks =>
            {
                if (format == "json")
                    sinks.Console(new JsonFormatter(renderMessage: true));
                else
                    sinks.Console(outputTemplate: Template);
                if (configuration["Logging:File"] is { Length: > 0 } file)
                    sinks.File(new JsonFormatter(renderMessage: true), file, rollingInterval: RollingInterval.Day, retainedFileCountLimit: 31);
            }))
            .CreateLogger();
    }
}
