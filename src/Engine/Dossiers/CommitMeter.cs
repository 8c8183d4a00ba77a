using System.Diagnostics.Metrics;

namespace Tthc.Engine.Dossiers;

/// <summary>Figures of the write path for whoever listens to the meter Tthc.Engine (dotnet-counters, the load driver). Units by transactions is the batch.</summary>
internal static class CommitMeter
{
    private static readonly Meter s_meter = new("Tthc.Engine");
    private static readonly Counter<long> s_units = s_meter.CreateCounter<long>("tthc.commit.units");
    private static readonly Counter<long> s_transactions = s_meter.CreateCounter<long>("tthc.commit.transactions");

    public static void Committed(int units)
    {
        s_units.Add(units);
        s_transactions.Add(1);
    }
}
