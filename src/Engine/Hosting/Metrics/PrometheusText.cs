using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Tthc.Engine.Hosting.Metrics;

/// <summary>Gathers the engine's figures and writes them in the text format that Prometheus reads (exposition format 0.0.4).</summary>
internal sealed class PrometheusText : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, Instrument> _instruments = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(Instrument, object?, object?), MetricSeries> _series = new();

    public PrometheusText()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != EngineMeter.Name || !_instruments.TryAdd(instrument.Name, instrument))
                return;
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (name, instrument) in _instruments.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var written = MetricSeries.NameOf(instrument);
            text.Append("# HELP ").Append(written).Append(' ').Append(instrument.Description ?? name).Append('\n');
            text.Append("# TYPE ").Append(written).Append(' ').Append(MetricSeries.TypeOf(instrument)).Append('\n');
            foreach (var (_, series) in _series.Where(pair => pair.Key.Item1 == instrument))
                series.Write(text);
        }
        return text.ToString();
    }

    // At most two labels an instrument: their values are the key, so a measurement makes nothing.
    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = (instrument, tags.Length > 0 ? tags[0].Value : null, tags.Length > 1 ? tags[1].Value : null);
        if (!_series.TryGetValue(key, out var series))
            series = _series.GetOrAdd(key, new MetricSeries(instrument, LabelsOf(tags)));
        series.Record(value);
    }

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>();
        foreach (var tag in tags)
            labels.Add($"{tag.Key}=\"{Escaped($"{tag.Value}")}\"");
        return string.Join(',', labels);
    }

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
