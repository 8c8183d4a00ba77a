using System.Collections.Immutable;
using System.Linq.Expressions;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Compiling.Rules;
using Tthc.RuleLanguage.Evaluation.Interpreting.Rules;

namespace Tthc.RuleLanguage.Evaluation.Compiling.Following;

/// <summary>Leaves until when the verdicts of some rules stay, as ticks: see <see cref="Follow"/>.</summary>
internal delegate void CompiledFollowing(object facts, EvaluationContext context, long[] until);

/// <summary>Compiles following rules in time to delegates.</summary>
internal static class FollowCompiler
{
    /// <param name="set">The set; one where a missing fact is undetermined.</param>
    /// <param name="rules">Rules of it, at the top or inside groups; their order is that of the result.</param>
    public static ImmutableArray<CompiledFollowing> Compile(BoundRuleSet set, ImmutableArray<BoundRule> rules) =>
        [.. SetCompiler.Parts(rules).Select(part => Compile(set, rules, part.From, part.To))];

    private static CompiledFollowing Compile(BoundRuleSet set, ImmutableArray<BoundRule> rules, int from, int to)
    {
        var facts = Expression.Parameter(typeof(object), "facts");
        var context = Expression.Parameter(typeof(EvaluationContext), "context");
        var until = Expression.Parameter(typeof(long[]), "until");
        var emit = new Emitter(set, facts, context);
        for (var i = from; i < to; i++)
        {
            var taken = emit.Code.Taken;
            Follow(emit, set, rules[i], Expression.ArrayAccess(until, Expression.Constant(i)));
            emit.Code.Release(taken);
        }
        return Expression.Lambda<CompiledFollowing>(emit.Code.ToBlock(emit.Root), facts, context, until).Compile();
    }

    private static void Follow(Emitter emit, BoundRuleSet set, BoundRule rule, IndexExpression result)
    {
        var (scope, timed) = (RuleScope.Of(set, rule), new TimedParameters());
        var (unfollowed, end) = (new Place(), new Place());
        var define = new RuleEmitter(emit);
        define.Define(scope.Globals.Concat(scope.Path.SelectMany(group => group.Locals)).Where(p => !timed.Take(p)));
        var followed = Of(rule);
        emit.Code.Do(Expression.Assign(result, followed.Until));
        if (unfollowed.IsUsed)
        {
            emit.Code.Go(end);
            emit.Code.Mark(unfollowed);
            emit.Code.Do(Expression.Assign(result, Expression.Constant(Following.Follow.Unfollowed)));
        }
        emit.Code.Mark(end);

        Followed Of(BoundRule one)
        {
            define.Define(one.Locals.Where(p => !timed.Take(p)));
            var follow = new FollowEmitter(emit, timed, unfollowed);
            if (one is BoundLeaf leaf)
                return follow.Condition(leaf.Condition);
            var group = (BoundGroup)one;
            var so = follow.Constant(Judgement.Start(group));
            foreach (var child in group.Children)
                so = follow.Both(group.Operator, so, () => Of(child));
            return so;
        }
    }
}
