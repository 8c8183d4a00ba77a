using System.Collections.Immutable;
using Tthc.Storage.Deadlines;

namespace Tthc.Storage.Dossiers;

/// <summary>What one transition changes of one dossier.</summary>
public sealed record DossierWrite
{
    /// <summary>The row after the transition.</summary>
    public required DossierRow Row { get; init; }

    /// <summary>The version the decision was made on; 0 for a new dossier.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The events, in order; the last one's sequence is the row's version.</summary>
    public required ImmutableArray<EventRow> Events { get; init; }

    /// <summary>Tokens whose work items are gone.</summary>
    public ImmutableArray<int> RemovedTokens { get; init; } = [];

    /// <summary>Work items that are new or changed; those not named stay as they are.</summary>
    public ImmutableArray<WorkItemRow> WorkItems { get; init; } = [];

    /// <summary>Whether <see cref="Deadline"/> is to be written; false leaves the stored one alone.</summary>
    public bool DeadlineChanged { get; init; }

    /// <summary>The earliest coming deadline; null for none.</summary>
    public DeadlineRow? Deadline { get; init; }
}
