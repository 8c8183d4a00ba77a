using System.Collections.Immutable;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets;

/// <summary>What a rule asks to be done. Actions are values: nothing runs but expressions, what the host does about the others is its business.</summary>
/// <param name="Name">Which.</param>
/// <param name="Context">What it is given, names compared without case.</param>
public sealed record ActionDefinition(Located<string> Name, ImmutableArray<JsonEntry> Context)
{
    /// <summary>The action of RulesEngine that gives the value of an expression.</summary>
    public const string OutputExpression = "OutputExpression";

    /// <summary>The action of RulesEngine that judges another rule.</summary>
    public const string EvaluateRule = "EvaluateRule";

    /// <summary>What it is given under a name; null: nothing, or <c>null</c>.</summary>
    public JsonCursor? Find(string name) =>
        Context.FirstOrDefault(entry => entry.Name.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Value: { Node: not JsonNull } value } ? value : null;
}

/// <summary>An action a host offers to rules.</summary>
/// <param name="Name">Name; compared with case.</param>
/// <param name="Required">Names its context must have.</param>
/// <param name="Optional">Names its context may have besides.</param>
public sealed record ActionDeclaration(string Name, ImmutableArray<string> Required, ImmutableArray<string> Optional);
