using System.Text;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace Tthc.Engine.Hosting;

/// <summary>Writes log lines to standard output without colours, many at a time: a pipe or a file costs one system call a batch, not one a line.</summary>
internal sealed class LineSink(ITextFormatter formatter, Stream output) : ILogEventSink, IDisposable
{
    private readonly StreamWriter _writer = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 64 * 1024);

    public void Emit(LogEvent logEvent) => formatter.Format(logEvent, _writer);

    /// <summary>Sends what was gathered.</summary>
    public void Flush() => _writer.Flush();

    public void Dispose() => _writer.Dispose();
}
