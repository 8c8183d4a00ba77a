using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Tthc.Engine.Hosting.Metrics;

/// <summary>One line of figures: an instrument with its labels.</summary>
internal sealed class MetricSeries(Instrument instrument, string labels)
{
    private static readonly double[] s_seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private static readonly double[] s_sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256];
    private readonly Lock _turn = new();
    private readonly double[] _bounds = instrument.Unit == "s" ? s_seconds : s_sizes;
    private readonly bool _isHistogram = instrument is Histogram<double> or Histogram<long>;
    private readonly bool _isLevel = instrument is ObservableGauge<double> or ObservableGauge<long>;
    private long[]? _buckets;
    private long _count;
    private double _sum;

    public static string NameOf(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_') + (instrument.Unit == "s" ? "_seconds" : "");
        return TypeOf(instrument) == "counter" ? name + "_total" : name;
    }

    public static string TypeOf(Instrument instrument) => instrument switch
    {
        Histogram<double> or Histogram<long> => "histogram",
        Counter<double> or Counter<long> => "counter",
        _ => "gauge",
    };

    public void Record(double value)
    {
        lock (_turn)
        {
            _count++;
            _sum = _isLevel ? value : _sum + value;
            if (!_isHistogram)
                return;
            _buckets ??= new long[_bounds.Length];
            for (var i = 0; i < _bounds.Length; i++)
                if (value <= _bounds[i])
                    _buckets[i]++;
        }
    }

    public void Write(StringBuilder text)
    {
        var name = NameOf(instrument);
        lock (_turn)
        {
            if (!_isHistogram)
            {
                Line(text, name, labels, _sum);
                return;
            }
            for (var i = 0; i < _bounds.Length; i++)
                Line(text, name + "_bucket", With($"le=\"{_bounds[i].ToString(CultureInfo.InvariantCulture)}\""), _buckets?[i] ?? 0);
            Line(text, name + "_bucket", With("le=\"+Inf\""), _count);
            Line(text, name + "_sum", labels, _sum);
            Line(text, name + "_count", labels, _count);
        }
    }

    private string With(string label) => labels.Length == 0 ? label : $"{labels},{label}";

    private static void Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(name).Append(labels.Length == 0 ? "" : $"{{{labels}}}").Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
}
