namespace Tthc.Workflows.Procedures;

/// <summary>Which agency does a step, said relative to the dossier: <c>receiving</c>, <c>nearest:tax</c>, <c>as:examine</c> …</summary>
/// <param name="Kind">How the agency is found.</param>
/// <param name="Argument">Key or id, kind of agency, or step; null where none is needed.</param>
public readonly record struct AgencySelector(AgencySelectorKind Kind, string? Argument)
{
    /// <summary>The agency that received the dossier.</summary>
    public static AgencySelector Receiving => new(AgencySelectorKind.Receiving, null);

    /// <summary>The agency that decides.</summary>
    public static AgencySelector Competent => new(AgencySelectorKind.Competent, null);
}

/// <summary>Ways to find an agency.</summary>
public enum AgencySelectorKind
{
    /// <summary>The one that received the dossier.</summary>
    Receiving,

    /// <summary>The one that decides.</summary>
    Competent,

    /// <summary>The one above the receiving agency.</summary>
    Superior,

    /// <summary>A named one, by key or identifier.</summary>
    Named,

    /// <summary>The one of a kind that serves the receiving agency's area.</summary>
    Nearest,

    /// <summary>The one that did a step before.</summary>
    SameAsStep,

    /// <summary>Named by the officer who leads into the step.</summary>
    Chosen,
}
