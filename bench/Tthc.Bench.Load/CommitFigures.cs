using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace Tthc.Bench.Load;

/// <summary>Reads the meter Tthc.Engine of a running engine: how many units it committed in how many transactions.</summary>
internal sealed class CommitFigures : IDisposable
{
    private readonly EventPipeSession _session;
    private readonly Lock _turn = new();
    private double _units;
    private double _transactions;

    public CommitFigures(int process)
    {
        var arguments = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Metrics"] = "Tthc.Engine",
            ["RefreshInterval"] = "0.5",
            ["SessionId"] = "load",
            ["MaxHistograms"] = "1",
            ["MaxTimeSeries"] = "100",
        };
        var provider = new EventPipeProvider("System.Diagnostics.Metrics", EventLevel.Informational, 2, arguments);
        _session = new DiagnosticsClient(process).StartEventPipeSession([provider], requestRundown: false);
        // A thread of its own: reading the stream blocks.
        new Thread(Read) { IsBackground = true }.Start();
    }

    /// <summary>Units and transactions told since the last time.</summary>
    public (double Units, double Transactions) Take()
    {
        lock (_turn)
        {
            var taken = (_units, _transactions);
            (_units, _transactions) = (0, 0);
            return taken;
        }
    }

    public void Dispose() => _session.Dispose();

    private void Read()
    {
        using var source = new EventPipeEventSource(_session.EventStream);
        source.Dynamic.All += Told;
        source.Process();
    }

    // Payload: session, meter, version, instrument, unit, tags, rate, value; the rate is what was added in the interval.
    private void Told(TraceEvent told)
    {
        if (told.EventName != "CounterRateValuePublished" || !double.TryParse((string)told.PayloadValue(6), CultureInfo.InvariantCulture, out var added))
            return;
        lock (_turn)
        {
            switch ((string)told.PayloadValue(3))
            {
                case "tthc.commit.units":
                    _units += added;
                    break;
                case "tthc.commit.transactions":
                    _transactions += added;
                    break;
                default:
                    break;
            }
        }
    }
}
