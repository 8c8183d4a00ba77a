using System.Diagnostics.Metrics;
using Tthc.Engine.Deadlines;
using Tthc.Engine.Dossiers;
using Tthc.Engine.Rules;

namespace Tthc.Engine.Hosting.Metrics;

/// <summary>Levels, read when somebody asks for the figures.</summary>
internal sealed class EngineGauges
{
    public EngineGauges(CommitPipeline pipeline, DueWork due, RuleCatalog rules)
    {
        Level("tthc.commit.queue", "{unit}", "Commits of calls that wait for the writer.", () => pipeline.Waiting);
        Level("tthc.commit.queue.background", "{unit}", "Commits of the engine's own that wait for the writer.", () => pipeline.WaitingBehind);
        Level("tthc.due.lag", "s", "How long ago the longest passed deadline that is not carried out yet fell due.", () => due.LagSeconds);
        Level("tthc.rules.bundle", "{number}", "Number of the bundle of rules in force.", () => rules.Current.BundleId);
    }

    private static void Level(string name, string unit, string description, Func<double> read) =>
        EngineMeter.Meter.CreateObservableGauge(name, read, unit, description);
}
