using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;

namespace Tthc.RuleLanguage.RuleSets.Results;

/// <summary>The values in the scope of a rule, for expressions besides its condition.</summary>
internal sealed class ScopeValues
{
    private readonly Dictionary<Variable, object?> _values = new(ReferenceEqualityComparer.Instance);
    private readonly EvaluationContext _context;
    private readonly MissingFacts _mode;

    private ScopeValues(object facts, EvaluationContext context, MissingFacts mode) => (Facts, _context, _mode) = (facts, context, mode);

    public object Facts { get; }

    public EvaluationContext Context => _context;

    public static ScopeValues Of(CompiledRuleSet set, CompiledRule rule, object facts, EvaluationContext context)
    {
        var scope = new ScopeValues(facts, context, set.Bound.MissingFacts);
        foreach (var parameter in rule.Scope)
            scope._values[parameter.Variable] = scope.Evaluate(parameter.Value).Value;
        return scope;
    }

    public object? this[Variable variable] => _values.GetValueOrDefault(variable);

    public EvaluatedValue Evaluate(BoundExpression expression) => ExpressionEvaluator.Evaluate(expression, Facts, _context, _mode, _values);
}
