using Serilog.Events;
using Serilog.Parsing;

namespace Tthc.Engine.Hosting;

/// <summary>The one line of a call. Every call writes one, so it goes to Serilog directly, with a template that was parsed once.</summary>
internal sealed class CallLog(Serilog.ILogger log)
{
    private static readonly MessageTemplate s_line =
        new MessageTemplateParser().Parse("{Method} dossier={Dossier} actor={Actor} {Outcome} {Milliseconds:0.00} ms");

    public bool IsEnabled { get; } = log.IsEnabled(LogEventLevel.Information);

    public void Write(string method, CallFacts facts, string outcome, TimeSpan took, Exception? unexpected) => log.Write(new LogEvent(
        TimeProvider.System.GetLocalNow(),
        unexpected is null ? LogEventLevel.Information : LogEventLevel.Error,
        unexpected,
        s_line,
        [
            new("Method", new ScalarValue(method)),
            new("Dossier", new ScalarValue(facts.Dossier ?? "-")),
            new("Actor", new ScalarValue(facts.Actor ?? "-")),
            new("Outcome", new ScalarValue(outcome)),
            new("Milliseconds", new ScalarValue(took.TotalMilliseconds)),
        ]));
}
