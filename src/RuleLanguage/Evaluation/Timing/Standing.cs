using System.Runtime.CompilerServices;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Interpreting;
using Tthc.RuleLanguage.Evaluation.Values;

namespace Tthc.RuleLanguage.Evaluation.Timing;

/// <summary>Until when a value stays exactly what it is.</summary>
internal static class Standing
{
    /// <summary>Where functions ended when they were asked before: a calendar ends for all at the same instant.</summary>
    private static readonly ConditionalWeakTable<BoundExpression, Guess> s_ends = [];

    public static NextChange Of(Interpreter walk, BoundExpression expression, in Outcome outcome) => Of(walk, new Operand(expression, outcome));

    /// <summary>Not known where it moves with every tick: waking for each of them would be worse than polling.</summary>
    public static NextChange Of(Interpreter walk, in Operand operand)
    {
        var (until, motion) = (operand.Outcome.Until, operand.Outcome.Motion);
        if (motion is null || until.IsUnknown)
            return until;
        if (operand.Outcome.Value is not { } value || motion.IsLinear || !Discrete.IsCoarse(value))
            return NextChange.Unknown;
        if (motion.FirstReaching is { } inverse && Discrete.Neighbour(value, motion.IsFalling) is { } next)
        {
            if (inverse(next) is { } at)
                return NextChange.Earlier(until, NextChange.At(at > walk.Context.Now ? at : walk.Context.Now.AddTicks(1)));
            return motion.MayEnd ? UntilMissing(walk, operand.Expression, until) : until;
        }
        var expression = operand.Expression;
        return Bisection.FirstOther(walk, until, () => Ordering.Instance.Equals(walk.Evaluate(expression).Value, value));
    }

    /// <summary>Until when there is a value at all.</summary>
    public static NextChange UntilMissing(Interpreter walk, BoundExpression expression, NextChange until) =>
        Bisection.FirstOther(walk, until, () => !walk.Evaluate(expression).IsMissing, s_ends.GetOrCreateValue(expression));

    /// <summary>Until when it is there, or is missing, as it is now.</summary>
    public static NextChange OfPresence(Interpreter walk, BoundExpression expression, in Outcome outcome) =>
        outcome.Motion is { MayEnd: true } ? UntilMissing(walk, expression, outcome.Until) : outcome.Until;
}
