using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Compiling.Following;

namespace Tthc.RuleLanguage.Evaluation.Timing;

/// <summary>
/// Rules of a set made ready to be followed in time. Gives what <see cref="WakeUp"/> gives, but compiled: the first times they are interpreted, and so is always what
/// the compiled form does not know. Safe to share between threads.
/// </summary>
public sealed class WakeUpEvaluator
{
    private readonly BoundRuleSet _set;
    private readonly ImmutableArray<BoundRule> _rules;
    private ImmutableArray<CompiledFollowing> _compiled;
    private int _evaluations;

    private WakeUpEvaluator(BoundRuleSet set, ImmutableArray<BoundRule> rules) => (_set, _rules) = (set, rules);

    /// <summary>How many rules are followed.</summary>
    public int Count => _rules.Length;

    /// <summary>Makes rules ready. Nothing is compiled yet.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rules">Rules of it, at the top or inside groups.</param>
    public static WakeUpEvaluator Of(BoundRuleSet set, IEnumerable<BoundRule> rules) => new(set, [.. rules]);

    /// <summary>Compiles now what would otherwise be compiled after the first evaluations.</summary>
    public WakeUpEvaluator Warm()
    {
        // Where errors count, they would have to be followed as well: that is left to the interpreter.
        if (_compiled.IsDefault)
            ImmutableInterlocked.InterlockedInitialize(ref _compiled, _set.MissingFacts == MissingFacts.Null ? [] : FollowCompiler.Compile(_set, _rules));
        return this;
    }

    /// <summary>When each rule's verdict may be another while the facts stay.</summary>
    /// <param name="facts">Held as the root of the schema.</param>
    /// <param name="context">Clock; what may be spent is begun anew for each rule that is interpreted.</param>
    /// <param name="next">Filled in the order of the rules, as far as <see cref="Count"/>.</param>
    public void Evaluate(object facts, EvaluationContext context, Span<NextChange> next)
    {
        if (_compiled.IsDefault && ++_evaluations > SetEvaluator.Interpreted)
            Warm();
        var until = new long[_rules.Length];
        Array.Fill(until, Follow.Unfollowed);
        foreach (var part in _compiled.IsDefault ? [] : _compiled)
            part(facts, context, until);
        for (var i = 0; i < until.Length; i++)
            next[i] = Follow.Change(until[i], context.LocalOffset) ?? Interpret(_rules[i], facts, context);
    }

    private NextChange Interpret(BoundRule rule, object facts, EvaluationContext context)
    {
        context.Begin(context.Now);
        return WakeUp.Of(_set, rule, facts, context);
    }
}
