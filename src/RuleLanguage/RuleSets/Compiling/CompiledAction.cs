using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.RuleSets.Results;

namespace Tthc.RuleLanguage.RuleSets.Compiling;

/// <summary>A checked action. The sealed kinds below are all there are.</summary>
/// <param name="Definition">As it was written.</param>
public abstract record CompiledAction(ActionDefinition Definition)
{
    /// <summary>Which.</summary>
    public string Name => Definition.Name.Value;
}

/// <summary>OutputExpression: gives the value of an expression.</summary>
/// <param name="Definition">As it was written.</param>
/// <param name="Value">The expression.</param>
public sealed record OutputAction(ActionDefinition Definition, BoundExpression Value) : CompiledAction(Definition);

/// <summary>EvaluateRule: judges another rule over the facts it is passed.</summary>
/// <param name="Definition">As it was written.</param>
/// <param name="Target">The set with that rule alone.</param>
public sealed record CallAction(ActionDefinition Definition, CompiledRuleSet Target) : CompiledAction(Definition)
{
    internal PassedFacts Passed { get; init; } = null!;
}

/// <summary>An action of the host: data for it.</summary>
/// <param name="Definition">As it was written.</param>
public sealed record HostAction(ActionDefinition Definition) : CompiledAction(Definition)
{
    internal ImmutableArray<(string Name, MessageText? Text, string Json)> Context { get; init; } = [];
}

/// <summary>The facts a rule hands to another: a shape and an expression for each of its members.</summary>
/// <param name="Schema">What the other rule may speak of.</param>
/// <param name="Values">The values.</param>
internal sealed record PassedFacts(FactSchema Schema, ImmutableArray<BoundExpression> Values)
{
    public DataRecord From(ScopeValues scope) => new(Schema.Root, [.. Values.Select(v => scope.Evaluate(v).Value)]);
}
