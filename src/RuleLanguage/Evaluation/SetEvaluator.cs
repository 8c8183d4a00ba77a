using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Compiling;
using Tthc.RuleLanguage.Evaluation.Compiling.Rules;
using Tthc.RuleLanguage.Evaluation.Interpreting;
using Tthc.RuleLanguage.Evaluation.Interpreting.Rules;

namespace Tthc.RuleLanguage.Evaluation;

/// <summary>
/// A rule set made ready to be evaluated. Safe to share between threads. The first evaluations are interpreted, the rest compiled: thousands of sets that
/// are seldom asked then cost nothing to keep ready. Compiled, a rule over scalars and lists of facts allocates nothing.
/// </summary>
public sealed class SetEvaluator
{
    /// <summary>Evaluations that are interpreted before the set is compiled.</summary>
    internal const int Interpreted = 8;

    private readonly SetEvaluator?[] _single;
    private ImmutableArray<CompiledRules> _compiled;
    private int _evaluations;

    private SetEvaluator(BoundRuleSet set) => (Set, _single) = (set, new SetEvaluator?[set.Rules.Length]);

    /// <summary>The rules.</summary>
    public BoundRuleSet Set { get; }

    /// <summary>Makes a set ready. Nothing is compiled yet.</summary>
    public static SetEvaluator Compile(BoundRuleSet set) => new(set);

    /// <summary>Compiles now what would otherwise be compiled after the first evaluations.</summary>
    public SetEvaluator Warm()
    {
        // Compiled twice when two threads come here at once, to the same effect.
        if (_compiled.IsDefault)
            ImmutableInterlocked.InterlockedInitialize(ref _compiled, SetCompiler.Compile(Set));
        return this;
    }

    /// <summary>Judges facts by every rule at the top of the set.</summary>
    /// <param name="facts">Held as the root of the schema.</param>
    /// <param name="context">Clock and budget; begun by the caller.</param>
    /// <param name="verdicts">Filled with one verdict for each rule, in their order.</param>
    public void Evaluate(object facts, EvaluationContext context, Verdict[] verdicts)
    {
        if (_compiled.IsDefault && IsNew())
        {
            Interpret(facts, context, verdicts);
            return;
        }
        foreach (var part in _compiled)
            part(facts, context, verdicts);
    }

    /// <summary>Judges facts by one rule.</summary>
    /// <param name="rule">Index of the rule at the top of the set.</param>
    /// <param name="facts">Held as the root of the schema.</param>
    /// <param name="context">Clock and budget; begun by the caller.</param>
    public Verdict EvaluateOne(int rule, object facts, EvaluationContext context)
    {
        var single = _single[rule] ??= new SetEvaluator(Set with { Rules = [Set.Rules[rule]] });
        var verdicts = new Verdict[1];
        single.Evaluate(facts, context, verdicts);
        return verdicts[0];
    }

    private bool IsNew()
    {
        if (++_evaluations <= Interpreted)
            return true;
        Warm();
        return false;
    }

    private void Interpret(object facts, EvaluationContext context, Verdict[] verdicts)
    {
        var rules = new RuleWalk(Set, facts, context);
        rules.Define(Set.Globals);
        for (var i = 0; i < Set.Rules.Length; i++)
            verdicts[i] = rules.Judge(Set.Rules[i]);
    }
}
