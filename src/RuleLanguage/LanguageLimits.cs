namespace Tthc.RuleLanguage;

/// <summary>
/// What an author may spend. Rules come from people who edit files while the engine serves: every walk over what they wrote is bounded here, because
/// a stack overflow or an endless loop would take the process with it.
/// </summary>
public sealed record LanguageLimits
{
    /// <summary>The limits used unless told otherwise.</summary>
    public static LanguageLimits Default { get; } = new();

    /// <summary>Longest expression, in UTF-16 code units.</summary>
    public int SourceLength { get; init; } = 16_384;

    /// <summary>Deepest nesting of an expression.</summary>
    public int Depth { get; init; } = 200;

    /// <summary>Most nodes of one expression.</summary>
    public int Nodes { get; init; } = 5_000;

    /// <summary>Most list elements looked at in one evaluation of a rule set.</summary>
    public int Steps { get; init; } = 100_000;

    /// <summary>Longest string an expression may make, in UTF-16 code units.</summary>
    public int StringLength { get; init; } = 65_536;
}
