using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Interpreting;
using Tthc.RuleLanguage.Evaluation.Interpreting.Rules;

namespace Tthc.RuleLanguage.Evaluation;

/// <summary>The slow walk that explains. Its verdicts are those of the compiled form, but for what runs out of budget.</summary>
public static class RuleTracer
{
    /// <summary>Explains one rule of a set, at the top or inside a group.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="facts">Held as the root of the schema.</param>
    /// <param name="context">Clock and budget; begun by the caller.</param>
    /// <exception cref="ArgumentException">The rule is not one of the set.</exception>
    public static RuleTrace Trace(BoundRuleSet set, BoundRule rule, object facts, EvaluationContext context)
    {
        var rules = new RuleWalk(set, facts, context);
        (rules.Walk.Follows, rules.Walk.Keeper) = (true, new TraceKeeper());
        rules.Define(set.Globals);
        return Trace(rules, rule, RuleScope.Of(set, rule));
    }

    /// <summary>Explains all rules at the top of a set, in their order.</summary>
    /// <param name="set">The set.</param>
    /// <param name="facts">Held as the root of the schema.</param>
    /// <param name="context">Clock and budget; begun by the caller.</param>
    public static ImmutableArray<RuleTrace> TraceAll(BoundRuleSet set, object facts, EvaluationContext context)
    {
        var rules = new RuleWalk(set, facts, context);
        (rules.Walk.Follows, rules.Walk.Keeper) = (true, new TraceKeeper());
        rules.Define(set.Globals);
        var traces = ImmutableArray.CreateBuilder<RuleTrace>(set.Rules.Length);
        foreach (var rule in set.Rules)
            traces.Add(rules.Trace(rule));
        return traces.MoveToImmutable();
    }

    /// <summary>Follows one rule in time without keeping what its parts come to.</summary>
    internal static RuleTrace Follow(BoundRuleSet set, BoundRule rule, RuleScope scope, object facts, EvaluationContext context)
    {
        var rules = new RuleWalk(set, facts, context);
        rules.Walk.Follows = true;
        rules.Define(scope.Globals);
        return Trace(rules, rule, scope);
    }

    private static RuleTrace Trace(RuleWalk rules, BoundRule rule, RuleScope scope)
    {
        foreach (var group in scope.Path)
            rules.Define(group.Locals);
        return rules.Trace(rule);
    }
}
