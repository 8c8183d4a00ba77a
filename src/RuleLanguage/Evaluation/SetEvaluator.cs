using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Interpreting;

namespace Tthc.RuleLanguage.Evaluation;

/// <summary>A rule set made ready to be evaluated. Immutable and safe to share between threads.</summary>
public sealed class SetEvaluator
{
    private SetEvaluator(BoundRuleSet set) => Set = set;

    /// <summary>The rules.</summary>
    public BoundRuleSet Set { get; }

    /// <summary>Makes a set ready.</summary>
    public static SetEvaluator Compile(BoundRuleSet set) => new(set);

    /// <summary>Judges facts by every rule at the top of the set.</summary>
    /// <param name="facts">Held as the root of the schema.</param>
    /// <param name="context">Clock and budget; begun by the caller.</param>
    /// <param name="verdicts">Filled with one verdict for each rule, in their order.</param>
    public void Evaluate(object facts, EvaluationContext context, Verdict[] verdicts)
    {
        var rules = new RuleWalk(Set, facts, context);
        rules.Define(Set.Globals);
        for (var i = 0; i < Set.Rules.Length; i++)
            verdicts[i] = rules.Judge(Set.Rules[i]);
    }

    /// <summary>Judges facts by one rule.</summary>
    /// <param name="rule">Index of the rule at the top of the set.</param>
    /// <param name="facts">Held as the root of the schema.</param>
    /// <param name="context">Clock and budget; begun by the caller.</param>
    public Verdict EvaluateOne(int rule, object facts, EvaluationContext context)
    {
        var rules = new RuleWalk(Set, facts, context);
        rules.Define(Set.Globals);
        return rules.Judge(Set.Rules[rule]);
    }
}
