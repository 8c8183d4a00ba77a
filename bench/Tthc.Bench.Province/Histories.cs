using System.Collections.Concurrent;
using System.Globalization;
using Tthc.Cli.Demo;
using Tthc.Cli.Input;
using Tthc.Protos.V1;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Bundles;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Findings;

namespace Tthc.Bench.Province;

/// <summary>All histories of a run, in the order of receipt.</summary>
internal sealed class Histories
{
    private readonly IReadOnlyList<Arrival> _arrivals;
    private readonly HistoryWalk _walk;

    public Histories(ProvinceOptions options)
    {
        var folder = RuleFiles.FindFolder(null) ?? throw new InvalidOperationException("Run it inside the repository: the rules folder is needed.");
        var (bundle, diagnostics) = RuleBundleCompiler.Compile(RuleFiles.ReadFolder(folder));
        if (bundle is null)
            throw new InvalidOperationException(DiagnosticRenderer.Render(diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        var offices = new Offices(bundle);
        var published = bundle.Procedures.ToDictionary(p => p, p => new PublishedProcedure(1, p));
        var days = options.To.DayNumber - options.From.DayNumber;
        _arrivals = new ArrivalPlan(offices, new DemoOptions(options.Dossiers, options.Seed, options.From, days, folder, null, false)).Draw();
        _walk = new HistoryWalk(BundleWorld.Of(bundle, p => published[p], ComplianceRules.None), offices, new DateTimeOffset(options.To.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7)));
    }

    public int Count => _arrivals.Count;

    /// <summary>Each history in turn; what could not be received is left out.</summary>
    public IEnumerable<ImportedDossier> All()
    {
        var numbers = new Dictionary<(string, DateOnly), int>();
        foreach (var arrival in _arrivals)
        {
            var series = (arrival.Agency.Id, Offices.DayOf(arrival.At));
            var number = numbers[series] = numbers.GetValueOrDefault(series) + 1;
            if (_walk.Of(arrival, string.Create(CultureInfo.InvariantCulture, $"{series.Id}-{series.Item2:yyMMdd}-{number:00000}")) is { } history)
                yield return history;
        }
    }
}
