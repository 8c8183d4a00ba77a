using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Tthc.RuleLanguage.Checking;

namespace Tthc.RuleLanguage.Evaluation.Interpreting.Rules;

/// <summary>What a rule depends on, found once.</summary>
internal sealed class RuleUse
{
    private static readonly ConditionalWeakTable<BoundRule, RuleUse> s_known = [];

    private RuleUse(BoundRule rule)
    {
        var nodes = Expressions(rule).SelectMany(BoundTree.All).ToList();
        Nodes = nodes.Count;
        Variables = nodes.OfType<BoundVariable>().Where(v => v.Variable.Kind == VariableKind.Scoped).Select(v => v.Variable).ToFrozenSet();
        ReadsClock = nodes.Exists(RuleScope.IsClock);
    }

    /// <summary>The parameters it reads itself, its own among them.</summary>
    public FrozenSet<Variable> Variables { get; }

    /// <summary>Whether it, or a parameter of its own, reads the clock.</summary>
    public bool ReadsClock { get; }

    /// <summary>How many nodes it is made of.</summary>
    public int Nodes { get; }

    public static RuleUse Of(BoundRule rule) => s_known.GetValue(rule, r => new RuleUse(r));

    private static IEnumerable<BoundExpression> Expressions(BoundRule rule)
    {
        foreach (var local in rule.Locals)
            yield return local.Value;
        if (rule is BoundLeaf leaf)
            yield return leaf.Condition;
        foreach (var expression in rule is BoundGroup group ? group.Children.SelectMany(Expressions) : [])
            yield return expression;
    }
}
