using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace Tthc.Bench.Load;

/// <summary>Reads meters of a running engine: what it committed in how many transactions, how often it asked the database, what it allocated.</summary>
internal sealed class CommitFigures : IDisposable
{
    private readonly EventPipeSession _session;
    private readonly Lock _turn = new();
    private Figures _told = new(0, 0, 0, 0);

    /// <summary>What was told since the last time.</summary>
    /// <param name="Units">Units committed.</param>
    /// <param name="Transactions">Transactions that committed them.</param>
    /// <param name="RoundTrips">Commands and batches that the driver of the database carried out.</param>
    /// <param name="Allocated">Bytes allocated on the heap.</param>
    internal sealed record Figures(double Units, double Transactions, double RoundTrips, double Allocated);

    public CommitFigures(int process)
    {
        var arguments = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Metrics"] = "Tthc.Engine,Npgsql,System.Runtime",
            ["RefreshInterval"] = "0.5",
            ["SessionId"] = "load",
            ["MaxHistograms"] = "20",
            ["MaxTimeSeries"] = "100",
        };
        var provider = new EventPipeProvider("System.Diagnostics.Metrics", EventLevel.Informational, 2, arguments);
        _session = new DiagnosticsClient(process).StartEventPipeSession([provider], requestRundown: false);
        // A thread of its own: reading the stream blocks.
        new Thread(Read) { IsBackground = true }.Start();
    }

    /// <summary>What was told since the last time. The engine tells twice a second: the last figures are awaited.</summary>
    public async Task<Figures> TakeAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(1));
        lock (_turn)
        {
            var taken = _told;
            _told = new Figures(0, 0, 0, 0);
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

    // Payload: session, meter, version, instrument, unit, tags, then of a counter its rate, which is what was added in the interval,
    // and of a histogram its quantiles and the count of the interval.
    private void Told(TraceEvent told)
    {
        var place = told.EventName switch { "CounterRateValuePublished" => 6, "HistogramValuePublished" => 7, _ => 0 };
        if (place == 0 || !double.TryParse(Convert.ToString(told.PayloadValue(place), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var added))
            return;
        lock (_turn)
            _told = (string)told.PayloadValue(3) switch
            {
                "tthc.commit.units" => _told with { Units = _told.Units + added },
                "tthc.commit.transactions" => _told with { Transactions = _told.Transactions + added },
                "db.client.operation.duration" => _told with { RoundTrips = _told.RoundTrips + added },
                "dotnet.gc.heap.total_allocated" => _told with { Allocated = _told.Allocated + added },
                _ => _told,
            };
    }
}
