using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;

namespace Tthc.RuleLanguage.Evaluation.Interpreting.Rules;

/// <summary>Where a rule stands in its set and what of the set it depends on, found once.</summary>
internal sealed class RuleScope
{
    private static readonly ConditionalWeakTable<BoundRuleSet, ConditionalWeakTable<BoundRule, RuleScope>> s_known = [];

    private RuleScope(BoundRuleSet set, BoundRule rule)
    {
        Path = set.Rules.Select(top => PathTo(top, rule)).FirstOrDefault(p => p is not null)
            ?? throw new ArgumentException($"{rule.Name} is no rule of {set.Name}.", nameof(rule));
        var use = RuleUse.Of(rule);
        var around = Path.SelectMany(group => group.Locals).ToList();
        var read = Read([.. set.Globals, .. around], use.Variables);
        Globals = [.. set.Globals.Where(g => read.Contains(g.Variable))];
        ReadsClock = use.ReadsClock || Globals.Concat(around.Where(l => read.Contains(l.Variable))).Any(p => BoundTree.All(p.Value).Any(IsClock));
    }

    /// <summary>The groups around it, the outermost first.</summary>
    public ImmutableArray<BoundRule> Path { get; }

    /// <summary>The parameters of the set that it reads, directly or by one that is read.</summary>
    public ImmutableArray<BoundParameter> Globals { get; }

    /// <summary>Whether anything it depends on reads the clock; what does not stands as long as the facts do.</summary>
    public bool ReadsClock { get; }

    /// <exception cref="ArgumentException">The rule is not one of the set.</exception>
    public static RuleScope Of(BoundRuleSet set, BoundRule rule) =>
        s_known.TryGetValue(set, out var rules) && rules.TryGetValue(rule, out var known) ? known : Find(set, rule);

    public static bool IsClock(BoundExpression node) => node is BoundClock || (node is BoundCall call && BuiltInMotions.MayReadClock(call.Function));

    private static RuleScope Find(BoundRuleSet set, BoundRule rule) => s_known.GetOrCreateValue(set).GetValue(rule, r => new RuleScope(set, r));

    /// <summary>What is read, from the last to the first: a parameter reads only those before it.</summary>
    private static HashSet<Variable> Read(List<BoundParameter> parameters, FrozenSet<Variable> wanted)
    {
        var read = new HashSet<Variable>(wanted);
        for (var i = parameters.Count - 1; i >= 0; i--)
            if (read.Contains(parameters[i].Variable))
                read.UnionWith(BoundTree.All(parameters[i].Value).OfType<BoundVariable>().Select(v => v.Variable));
        return read;
    }

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
