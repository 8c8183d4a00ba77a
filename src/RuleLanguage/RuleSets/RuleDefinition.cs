using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.RuleSets.Tables;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets;

/// <summary>A rule as it was written: a condition, a decision table, or a group of rules.</summary>
/// <param name="Name">Its name; unique at the top of a set.</param>
public sealed record RuleDefinition(Located<string> Name)
{
    /// <summary>How the verdicts of <see cref="Children"/> make one; null: no group.</summary>
    public GroupOperator? Operator { get; init; }

    /// <summary>Children of a group, disabled ones included.</summary>
    public ImmutableArray<RuleDefinition> Children { get; init; } = [];

    /// <summary>The condition of a rule that is no group.</summary>
    public Located<string>? Expression { get; init; }

    /// <summary>A table instead of a condition: the rule is met where a row applies.</summary>
    public TableDefinition? Table { get; init; }

    /// <summary>Named values for it and its children, in order.</summary>
    public ImmutableArray<ParameterDefinition> LocalParams { get; init; } = [];

    /// <summary>False: as if it were not there.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>It runs beside the others and only logs.</summary>
    public bool IsShadow { get; init; }

    /// <summary>Template of the message when it does not hold, as RulesEngine has it.</summary>
    public Located<string>? ErrorMessage { get; init; }

    /// <summary>Name of what its success is reported as; null: its own name.</summary>
    public string? SuccessEvent { get; init; }

    /// <summary>What is done when it holds.</summary>
    public ActionDefinition? OnSuccess { get; init; }

    /// <summary>What is done when it does not.</summary>
    public ActionDefinition? OnFailure { get; init; }

    /// <summary>What it carries besides: identity, severity, legal basis, texts for people.</summary>
    public RuleMetadata Metadata { get; init; } = RuleMetadata.None;
}
