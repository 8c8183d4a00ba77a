using System.Collections.Immutable;
using Tthc.RuleLanguage.RuleSets.Tables;
using Tthc.RuleLanguage.Types;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets;

/// <summary>A named value: an expression, or a decision table.</summary>
/// <param name="Name">Name that expressions read.</param>
/// <param name="Expression">Its value; null where <paramref name="Table"/> gives it.</param>
/// <param name="Table">A table that gives its value; null where <paramref name="Expression"/> does.</param>
public sealed record ParameterDefinition(Located<string> Name, Located<string>? Expression, TableDefinition? Table = null);

/// <summary>A threshold set by an act, with the days each of its values is in force. Read in expressions by its bare name.</summary>
/// <param name="Name">Name that expressions read.</param>
/// <param name="Type">Type of its values.</param>
/// <param name="Values">Values, the earliest first. Before the first the threshold is missing.</param>
public sealed record ThresholdDefinition(Located<string> Name, RuleType Type, ImmutableArray<ThresholdValue> Values)
{
    /// <summary>Name of what its number counts; null: nothing in particular.</summary>
    public Located<string>? Unit { get; init; }

    /// <summary>An expression for the day by which the value is chosen; null: the day of the evaluation.</summary>
    public Located<string>? On { get; init; }
}

/// <summary>A value of a threshold.</summary>
/// <param name="From">First day; null: from the beginning.</param>
/// <param name="Value">The value, held as the CLR type of the threshold.</param>
/// <param name="Basis">The act that sets it; null: not said.</param>
public sealed record ThresholdValue(DateOnly? From, Located<object> Value, string? Basis);
