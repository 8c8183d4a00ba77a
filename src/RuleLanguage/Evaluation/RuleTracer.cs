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
    public static RuleTrace Trace(BoundRuleSet set, BoundRule rule, object facts, EvaluationContext context) => Start(set, facts, context, keeps: true, rule);

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

    internal static RuleTrace Start(BoundRuleSet set, object facts, EvaluationContext context, bool keeps, BoundRule rule)
    {
        var rules = new RuleWalk(set, facts, context);
        (rules.Walk.Follows, rules.Walk.Keeper) = (true, keeps ? new TraceKeeper() : null);
        rules.Define(set.Globals);
        var path = set.Rules.Select(top => PathTo(top, rule)).FirstOrDefault(p => p is not null)
            ?? throw new ArgumentException($"{rule.Name} is no rule of {set.Name}.", nameof(rule));
        foreach (var group in path)
            rules.Define(group.Locals);
        return rules.Trace(rule);
    }

    /// <summary>The groups around a rule, the outermost first; null when it is not inside.</summary>
    private static ImmutableArray<BoundRule>? PathTo(BoundRule from, BoundRule rule)
    {
        if (ReferenceEquals(from, rule))
            return [];
        foreach (var child in from is BoundGroup group ? group.Children : [])
        {
            if (PathTo(child, rule) is { } inner)
                return [from, .. inner];
        }
        return null;
    }
}
