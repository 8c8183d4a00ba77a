using System.Collections.Immutable;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.RuleSets;

/// <summary>How rule sets are compiled and their results made.</summary>
public sealed record RuleSetOptions
{
    /// <summary>As RulesEngine does unless told otherwise, within the usual limits.</summary>
    public static RuleSetOptions Default { get; } = new();

    /// <summary>Whether names in expressions are taken with their case; otherwise exactly first, then ignoring it.</summary>
    public bool IsCaseSensitive { get; init; }

    /// <summary>What an author may spend.</summary>
    public LanguageLimits Limits { get; init; } = LanguageLimits.Default;

    /// <summary>How much of a group its result shows.</summary>
    public NestedRuleMode NestedRules { get; init; }

    /// <summary>Actions of the host that rules may name.</summary>
    public ImmutableArray<ActionDeclaration> Actions { get; init; } = [];

    /// <summary>Units that thresholds may count.</summary>
    public ImmutableArray<UnitOfMeasure> Units { get; init; } = [];
}

/// <summary>How much of a group its result shows.</summary>
public enum NestedRuleMode
{
    /// <summary>Every child.</summary>
    All,

    /// <summary>The children up to the one that decided.</summary>
    Performance,
}
