namespace Tthc.Storage.Dossiers;

/// <summary>One token of a dossier waiting for a person: a line of a worklist.</summary>
public sealed record WorkItemRow
{
    /// <summary>The token, unique within its dossier.</summary>
    public required int Token { get; init; }

    /// <summary>The step it stands on.</summary>
    public required string Step { get; init; }

    /// <summary>The agency whose worklist it is in.</summary>
    public required string Agency { get; init; }

    /// <summary>The unit within the agency, where the step names one.</summary>
    public string? Unit { get; init; }

    /// <summary>The role that may take it.</summary>
    public required string Role { get; init; }

    /// <summary>The officer who took it or was given it; null while nobody has.</summary>
    public string? Officer { get; init; }

    /// <summary>When it came to this step.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>When the step is due; null for a step without a limit.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
