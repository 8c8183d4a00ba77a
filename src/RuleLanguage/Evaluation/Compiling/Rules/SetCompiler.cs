using System.Collections.Immutable;
using System.Linq.Expressions;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Interpreting;
using Tthc.RuleLanguage.Evaluation.Interpreting.Rules;

namespace Tthc.RuleLanguage.Evaluation.Compiling.Rules;

/// <summary>Judges facts by some rules of a set and leaves their verdicts where they belong.</summary>
internal delegate void CompiledRules(object facts, EvaluationContext context, Verdict[] verdicts);

/// <summary>Compiles rule sets to delegates.</summary>
internal static class SetCompiler
{
    /// <summary>Beyond some thousand branches the platform no longer optimises a method, so that a large set becomes several.</summary>
    private const int NodesOfOne = 400;

    public static ImmutableArray<CompiledRules> Compile(BoundRuleSet set) => [.. Parts(set.Rules).Select(part => Compile(set, part.From, part.To))];

    /// <summary>Rules as stretches of which each is compiled to one method.</summary>
    public static List<(int From, int To)> Parts(ImmutableArray<BoundRule> rules)
    {
        var parts = new List<(int From, int To)>();
        var (from, nodes) = (0, 0);
        for (var i = 0; i < rules.Length; i++)
        {
            var size = RuleUse.Of(rules[i]).Nodes;
            if (i > from && nodes + size > NodesOfOne)
            {
                parts.Add((from, i));
                (from, nodes) = (i, 0);
            }
            nodes += size;
        }
        if (rules.Length > from)
            parts.Add((from, rules.Length));
        return parts;
    }

    /// <summary>The rules from one index to before another, in one delegate; what of the globals they do not read is left out.</summary>
    private static CompiledRules Compile(BoundRuleSet set, int from, int to)
    {
        var facts = Expression.Parameter(typeof(object), "facts");
        var context = Expression.Parameter(typeof(EvaluationContext), "context");
        var verdicts = Expression.Parameter(typeof(Verdict[]), "verdicts");
        var emit = new Emitter(set, facts, context);
        var rules = new RuleEmitter(emit);
        rules.Define(GlobalsOf(set, from, to));
        for (var i = from; i < to; i++)
        {
            var taken = emit.Code.Taken;
            var verdict = emit.Code.Temp(typeof(Verdict));
            rules.Judge(set.Rules[i], verdict);
            emit.Code.Do(Expression.Assign(Expression.ArrayAccess(verdicts, Expression.Constant(i)), verdict));
            emit.Code.Release(taken);
        }
        return Expression.Lambda<CompiledRules>(emit.Code.ToBlock(emit.Root), facts, context, verdicts).Compile();
    }

    private static Stack<BoundParameter> GlobalsOf(BoundRuleSet set, int from, int to)
    {
        var read = new HashSet<Variable>(ReferenceEqualityComparer.Instance);
        for (var i = from; i < to; i++)
            read.UnionWith(RuleUse.Of(set.Rules[i]).Variables);
        var kept = new Stack<BoundParameter>();
        foreach (var global in set.Globals.Reverse())
        {
            if (!read.Contains(global.Variable))
                continue;
            kept.Push(global);
            read.UnionWith(BoundTree.All(global.Value).OfType<BoundVariable>().Select(v => v.Variable));
        }
        return kept;
    }
}
