using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;

namespace Tthc.RuleLanguage.Evaluation.Interpreting;

/// <summary>One of two values.</summary>
internal static class Choices
{
    public static Outcome Of(Interpreter walk, BoundConditional e)
    {
        var condition = walk.Evaluate(e.Condition);
        if (condition.IsFailed || (condition.IsMissing && !walk.IsTwoValued))
            return condition;
        var chosen = walk.Evaluate(condition.IsTrue ? e.WhenTrue : e.WhenFalse);
        return While(chosen, condition.Until);
    }

    public static Outcome Coalesce(Interpreter walk, BoundCoalesce e)
    {
        var value = walk.Evaluate(e.Value);
        if (!value.IsMissing)
            return value;
        var other = walk.Evaluate(e.Fallback);
        // Why the value is missing tells more than that null was written for it.
        return While(other is { IsMissing: true, IsFailed: false } ? other with { Reason = value.Reason } : other, value.Until);
    }

    private static Outcome While(in Outcome chosen, NextChange until)
    {
        if (until.IsNever)
            return chosen;
        var sooner = NextChange.Earlier(until, chosen.Until);
        return chosen with { Course = sooner.IsUnknown || chosen.Motion is null ? Course.Standing(sooner) : new Course(sooner, chosen.Motion) };
    }
}
