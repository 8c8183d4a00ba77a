using System.Threading.Channels;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Tthc.Engine.Hosting;

/// <summary>Hands log lines to a thread of its own. When that falls far behind, lines below warning are dropped and counted; warnings and errors wait.</summary>
internal sealed class BackgroundSink : ILogEventSink, IDisposable
{
    private const int MostWaiting = 20_000;
    private readonly Channel<LogEvent> _waiting = Channel.CreateBounded<LogEvent>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Logger _target;
    private readonly Action _flush;
    private readonly Task _writer;
    private long _dropped;

    /// <param name="target">Where the lines go.</param>
    /// <param name="flush">Called whenever nothing is waiting.</param>
    public BackgroundSink(Logger target, Action flush)
    {
        (_target, _flush) = (target, flush);
        _writer = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public void Emit(LogEvent logEvent)
    {
        if (_waiting.Writer.TryWrite(logEvent))
            return;
        if (logEvent.Level < LogEventLevel.Warning)
            Interlocked.Increment(ref _dropped);
        else
            _waiting.Writer.WriteAsync(logEvent).AsTask().GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        _writer.GetAwaiter().GetResult();
        _target.Dispose();
    }

    private void Write()
    {
        var reader = _waiting.Reader;
        while (reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (reader.TryRead(out var line))
                _target.Write(line);
            if (Interlocked.Exchange(ref _dropped, 0) is var dropped and > 0)
                _target.Warning("{Dropped} log lines were dropped: more came than could be written", dropped);
            _flush();
        }
    }
}
