using Tthc.Protos.V1;

namespace Tthc.Cli.Demo;

/// <summary>What became of a group of dossiers.</summary>
internal sealed class DemoCount
{
    public int Received { get; private set; }

    public int Early { get; private set; }

    public int OnTime { get; private set; }

    public int Late { get; private set; }

    public int Open { get; private set; }

    public int OpenLate { get; private set; }

    /// <summary>Refused, withdrawn or stopped.</summary>
    public int Ended { get; private set; }

    public int Supplements { get; private set; }

    public void Add(Dossier dossier)
    {
        if (dossier.ReceivedAt is null)
            return;
        Received++;
        Supplements += dossier.Supplements.Count;
        if (dossier.Status is DossierStatus.Withdrawn or DossierStatus.Stopped)
            Ended++;
        else if (dossier.Status is DossierStatus.Settled or DossierStatus.Returned)
            AddSettled(dossier.Lateness?.InFact ?? Timeliness.Unspecified);
        else
            AddOpen(dossier.Lateness?.OnSystem == Timeliness.Overdue);
    }

    public string[] Cells(string name) =>
        [name, $"{Received}", $"{Early}", $"{OnTime}", $"{Late}", Share(), $"{Open}", $"{OpenLate}", $"{Ended}", $"{Supplements}"];

    private void AddSettled(Timeliness timeliness)
    {
        if (timeliness == Timeliness.Late)
            Late++;
        else if (timeliness == Timeliness.Early)
            Early++;
        else
            OnTime++;
    }

    private void AddOpen(bool overdue)
    {
        Open++;
        OpenLate += overdue ? 1 : 0;
    }

    /// <summary>Settled in time, of those that are settled or should be.</summary>
    private string Share()
    {
        var owed = Early + OnTime + Late + OpenLate;
        return owed == 0 ? "" : $"{100.0 * (Early + OnTime) / owed:0.0} %";
    }
}
