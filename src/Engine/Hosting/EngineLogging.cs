using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;
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
            // A start that fails is told once, in words, by EngineProcess; a part that ends the host is told as fatal.
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            // Failures of calls are told once, by CallGuard.
            .MinimumLevel.Override("Grpc.AspNetCore.Server.ServerCallHandler", LogEventLevel.Fatal)
            .WriteTo.Sink(Background(configuration, format == "json"))
            .CreateLogger();
    }
    private static BackgroundSink Background(IConfiguration configuration, bool json)
    {
        var target = new LoggerConfiguration().MinimumLevel.Verbose();
        ITextFormatter formatter = json ? new JsonFormatter(renderMessage: true) : new MessageTemplateTextFormatter(Template);
        Action flush = () => { };
        if (!json && !Console.IsOutputRedirected)
            target.WriteTo.Console(outputTemplate: Template);
        else
        {
            var lines = new LineSink(formatter, Console.OpenStandardOutput());
            target.WriteTo.Sink(lines);
            flush = lines.Flush;
        }
        if (configuration["Logging:File"] is { Length: > 0 } file)
            target.WriteTo.File(new JsonFormatter(renderMessage: true), file, rollingInterval: RollingInterval.Day, retainedFileCountLimit: 31);
        return new BackgroundSink(target.CreateLogger(), flush);
    }
}
