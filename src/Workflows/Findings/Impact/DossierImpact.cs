using System.Collections.Immutable;
using Tthc.Workflows.Dossiers;

namespace Tthc.Workflows.Findings.Impact;

/// <summary>What an edit would change for one dossier.</summary>
public sealed record DossierImpact
{
    /// <summary>The dossier as it stands.</summary>
    public required Dossier Dossier { get; init; }

    /// <summary>Its appointment.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Its appointment by the edit.</summary>
    public DateTimeOffset? DueAfter { get; init; }

    /// <summary>Whether it is late.</summary>
    public bool LateBefore { get; init; }

    /// <summary>Whether it would be.</summary>
    public bool LateAfter { get; init; }

    /// <summary>Ids of rules that would find something they do not find now.</summary>
    public ImmutableArray<string> Appearing { get; init; } = [];

    /// <summary>Ids of rules that would not find any more what they find now.</summary>
    public ImmutableArray<string> Vanishing { get; init; } = [];

    /// <summary>Whether nothing changes.</summary>
    public bool IsNothing => DueBefore == DueAfter && LateBefore == LateAfter && Appearing.IsEmpty && Vanishing.IsEmpty;
}
