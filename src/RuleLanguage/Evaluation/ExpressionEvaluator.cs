using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Interpreting;
using Tthc.RuleLanguage.Evaluation.Interpreting.Rules;

namespace Tthc.RuleLanguage.Evaluation;

/// <summary>Evaluates an expression on its own: guards, computed limits, outputs of actions. Interpreted, and never throws for anything an author can write.</summary>
public static class ExpressionEvaluator
{
    /// <summary>The value of an expression.</summary>
    /// <param name="expression">Checked without errors.</param>
    /// <param name="facts">Held as the root of the schema it was checked against.</param>
    /// <param name="context">Clock and budget; begun by the caller. Its flag is raised where missing facts are null and the value could not be computed.</param>
    /// <param name="mode">What a missing fact means.</param>
    /// <param name="scope">Values of the parameters it reads; null: missing.</param>
    public static EvaluatedValue Evaluate(
        BoundExpression expression, object facts, EvaluationContext context, MissingFacts mode, IReadOnlyDictionary<Variable, object?>? scope = null)
    {
        var outcome = Walk(expression, facts, context, mode, scope);
        return new EvaluatedValue(outcome.Value, outcome.Reason);
    }

    /// <summary>What a condition says.</summary>
    /// <param name="condition">Of type bool, possibly missing.</param>
    /// <param name="facts">Held as the root of the schema it was checked against.</param>
    /// <param name="context">Clock and budget; begun by the caller.</param>
    /// <param name="mode">What a missing fact means.</param>
    /// <param name="scope">Values of the parameters it reads; null: missing.</param>
    public static Verdict Judge(
        BoundExpression condition, object facts, EvaluationContext context, MissingFacts mode, IReadOnlyDictionary<Variable, object?>? scope = null) =>
        Judgement.Of(Walk(condition, facts, context, mode, scope), mode);

    private static Outcome Walk(
        BoundExpression expression, object facts, EvaluationContext context, MissingFacts mode, IReadOnlyDictionary<Variable, object?>? scope)
    {
        var walk = new Interpreter(facts, context, mode);
        foreach (var (variable, value) in scope ?? System.Collections.Frozen.FrozenDictionary<Variable, object?>.Empty)
            walk.Slots.Push(variable, new Outcome(value));
        var outcome = walk.Evaluate(expression);
        if (outcome.IsFailed)
            context.Fail();
        return outcome;
    }
}
