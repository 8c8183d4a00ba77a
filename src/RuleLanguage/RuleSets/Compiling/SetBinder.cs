using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Facts;

namespace Tthc.RuleLanguage.RuleSets.Compiling;

/// <summary>Checks one set with the rules it takes from others.</summary>
internal static class SetBinder
{
    /// <summary>The compiled set; what is wrong was reported, and a set with errors is not to be used.</summary>
    public static CompiledRuleSet? Bind(SetContext context, RuleSetDefinition set) => Bind(context, set, context.Facts(set), context.Known.Rules(set), CallChain.Empty);

    /// <summary>A set judged by <c>EvaluateRule</c>: one rule of it, over the facts it is passed.</summary>
    public static CompiledRuleSet? BindOne(SetContext context, CalledRule target, FactSchema facts, CallChain chain) =>
        Bind(context, target.Set, facts, context.Known.Rules(target.Set).Where(r => ReferenceEquals(r.Rule, target.Rule)), chain);

    private static CompiledRuleSet? Bind(
        SetContext context, RuleSetDefinition set, FactSchema facts, IEnumerable<(RuleSetDefinition From, RuleDefinition Rule)> rules, CallChain chain)
    {
        var before = context.Bag.ErrorCount;
        var contributors = context.Known.Contributors(set);
        var scope = Globals(new RuleScope(facts, set.MissingFacts, context.Options, context.Bag), set, contributors);
        if (chain.IsEmpty)
            CheckTogether(context, set);
        var binder = new RuleBinder(context, set);
        var compiled = rules.Select(r => binder.Bind(scope, r.Rule, r.From, chain)).ToList();
        if (context.Bag.ErrorCount > before || compiled.Contains(null))
            return null;
        var bound = new BoundRuleSet(set.Name.Value, facts, set.MissingFacts, scope.Parameters, [.. compiled.Select(c => c!.Bound)]);
        return new CompiledRuleSet(set, bound, [.. compiled.OfType<CompiledRule>()], context.Options);
    }

    /// <summary>Its own named values, then those of the sets it takes rules from that it does not name itself: their rules read them.</summary>
    private static RuleScope Globals(RuleScope scope, RuleSetDefinition set, ImmutableArray<RuleSetDefinition> contributors)
    {
        var named = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var from in contributors)
        {
            // Names within one set were compared when it was read.
            var taken = ReferenceEquals(from, set) ? [] : named.ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var threshold in from.Parameters.Where(p => !taken.Contains(p.Name.Value)))
                scope = named.Add(threshold.Name.Value) ? ParameterBinder.Bind(scope, threshold) : scope;
            foreach (var parameter in from.GlobalParams.Where(p => !taken.Contains(p.Name.Value)))
                scope = named.Add(parameter.Name.Value) ? ParameterBinder.Bind(scope, parameter) : scope;
        }
        return scope;
    }

    private static void CheckTogether(SetContext context, RuleSetDefinition set)
    {
        foreach (var other in context.Known.Contributors(set).Where(c => c.MissingFacts != set.MissingFacts))
            context.Bag.Report(set.Injects[0].Problem(RuleSetDiagnostics.MissingFactsDiffer, other.Name.Value));
        foreach (var group in context.Known.Rules(set).GroupBy(r => r.Rule.Name.Value, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var (first, again) = (group.First(), group.Last());
            if (!ReferenceEquals(first.From, again.From))
                context.Bag.Report(again.Rule.Name.Problem(RuleSetDiagnostics.DuplicateRule, again.Rule.Name.Value).WithRelated(first.Rule.Name.Location, "quy tắc thứ nhất", "the first rule"));
        }
    }
}
