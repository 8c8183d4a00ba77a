namespace Tthc.Storage.Dossiers.Postgres;

/// <summary>
/// What the database said of everything a batch is about, locked where the batch may write: what its plan stands on.
/// Or, where nothing was asked, what the units say themselves: then the statements that write check it.
/// </summary>
internal sealed class CommitGround
{
    /// <summary>Nothing but running numbers was asked: versions, requests and signals are as the units take them to be.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>The newest bundle of rules; 0 before the first, or where no unit was decided by rules.</summary>
    public long Bundle { get; set; }

    /// <summary>Those of the batch's requests that were carried out before.</summary>
    public Dictionary<string, RequestRow> Requests { get; } = new(StringComparer.Ordinal);

    /// <summary>Versions of the dossiers asked for; 0 for none. A dossier not asked for is not in it.</summary>
    public Dictionary<long, int> Versions { get; } = [];

    /// <summary>Those of the signals to be consumed that are pending.</summary>
    public HashSet<string> Signals { get; } = new(StringComparer.Ordinal);

    /// <summary>The last running number drawn of each series asked for.</summary>
    public Dictionary<CodeRequest, int> Numbers { get; } = [];
}
