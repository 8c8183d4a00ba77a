using System.Collections.Frozen;

namespace Tthc.Workflows.Dossiers;

/// <summary>Who acts: an officer of an agency with roles, or the engine itself.</summary>
public sealed record Actor
{
    /// <summary>The engine: deadlines, linked dossiers.</summary>
    public static Actor System { get; } = new() { Officer = "system", Agency = "", Roles = FrozenSet<string>.Empty, IsSystem = true };

    /// <summary>Identifier of the officer, no personal data.</summary>
    public required string Officer { get; init; }

    /// <summary>Identifier of the agency acted for.</summary>
    public required string Agency { get; init; }

    /// <summary>Unit inside it; null: none.</summary>
    public string? Unit { get; init; }

    /// <summary>Roles held there.</summary>
    public required FrozenSet<string> Roles { get; init; }

    /// <summary>Dissolved agencies whose work this one has taken over, by identifier.</summary>
    public FrozenSet<string> Predecessors { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Whether what belongs to an agency is this actor's to do: its own, or that of one it has taken over.</summary>
    public bool ActsFor(string agency) => agency == Agency || Predecessors.Contains(agency);

    /// <summary>Whether it is the engine itself.</summary>
    public bool IsSystem { get; init; }

    /// <summary>Whether the act is told by the history of another system: who might do it there was for that system to say.</summary>
    public bool IsHistoric { get; init; }

    /// <summary>Whether rights are not asked for.</summary>
    internal bool IsTrusted => IsSystem || IsHistoric;
}
