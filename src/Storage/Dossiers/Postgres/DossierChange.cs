using Tthc.Storage.Deadlines;

namespace Tthc.Storage.Dossiers.Postgres;

/// <summary>What all units of a batch together change of one dossier: a set-based statement touches a row once.</summary>
internal sealed class DossierChange(int baseVersion, DossierRow row)
{
    /// <summary>The version that stands in the database; 0 for a new dossier.</summary>
    public int BaseVersion { get; } = baseVersion;

    public DossierRow Row { get; private set; } = row;

    public bool DeadlineChanged { get; private set; }

    public DeadlineRow? Deadline { get; private set; }

    /// <summary>Work items by token; null for those that are gone.</summary>
    public SortedDictionary<int, WorkItemRow?> WorkItems { get; } = [];

    public void Add(DossierWrite write)
    {
        Row = write.Row;
        if (write.DeadlineChanged || write.ExpectedVersion == 0)
            (DeadlineChanged, Deadline) = (true, write.Deadline);
        foreach (var token in write.RemovedTokens)
            WorkItems[token] = null;
        foreach (var item in write.WorkItems)
            WorkItems[item.Token] = item;
    }
}
