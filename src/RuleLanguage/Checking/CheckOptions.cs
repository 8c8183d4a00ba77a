using System.Collections.Immutable;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Checking;

/// <summary>What an expression is checked against.</summary>
public sealed record CheckOptions
{
    /// <summary>What it may speak of.</summary>
    public required FactSchema Facts { get; init; }

    /// <summary>What a missing fact means; decides which values may be missing.</summary>
    public MissingFacts MissingFacts { get; init; } = MissingFacts.Undetermined;

    /// <summary>Named values (global and local parameters) it may read.</summary>
    public ImmutableArray<Variable> Scope { get; init; } = [];

    /// <summary>Whether names that differ in case alone are different; otherwise the exact one is looked for first and any case after it.</summary>
    public bool IsCaseSensitive { get; init; }

    /// <summary>What the expression may spend.</summary>
    public LanguageLimits Limits { get; init; } = LanguageLimits.Default;

    /// <summary>What its value has to be; null: anything. A nullable one allows a value that may be missing, another one too: what may be missing is not an error here.</summary>
    public RuleType? Expected { get; init; }
}
