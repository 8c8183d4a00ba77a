using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.RuleSets;

namespace Tthc.Workflows.Findings;

/// <summary>The facts a rule reads: in its conditions and in the named values it may read.</summary>
internal static class RulePaths
{
    public static IEnumerable<string> Of(CompiledRule rule) => Conditions(rule.Bound).Concat(Read(rule))
        .SelectMany(FactUse.FactPaths).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Named values that are read, directly or by one that is.</summary>
    private static IEnumerable<BoundExpression> Read(CompiledRule rule)
    {
        var wanted = new HashSet<Variable>(Conditions(rule.Bound).SelectMany(Variables));
        foreach (var parameter in rule.Scope.Concat(Locals(rule.Bound)).Reverse())
        {
            if (!wanted.Contains(parameter.Variable))
                continue;
            wanted.UnionWith(Variables(parameter.Value));
            yield return parameter.Value;
        }
    }

    private static IEnumerable<Variable> Variables(BoundExpression expression) => BoundTree.All(expression).OfType<BoundVariable>().Select(v => v.Variable);

    private static IEnumerable<BoundExpression> Conditions(BoundRule rule) => rule switch
    {
        BoundLeaf leaf => [leaf.Condition],
        BoundGroup group => group.Children.SelectMany(Conditions),
        _ => [],
    };

    private static IEnumerable<BoundParameter> Locals(BoundRule rule) =>
        rule is BoundGroup group ? group.Locals.Concat(group.Children.SelectMany(Locals)) : rule.Locals;
}
