using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Interpreting;
using Tthc.RuleLanguage.Evaluation.Values;
using Tthc.RuleLanguage.Syntax;

namespace Tthc.RuleLanguage.Evaluation.Timing;

/// <summary>When the result of a comparison may become another.</summary>
internal static class Crossing
{
    /// <summary>Both operands have a value; the comparison compares these.</summary>
    public static NextChange Of(Interpreter walk, BinaryOperator op, in Operand left, in Operand right)
    {
        var until = NextChange.Earlier(left.Outcome.Until, right.Outcome.Until);
        if (until.IsUnknown || (left.Outcome.Motion is null && right.Outcome.Motion is null))
            return until;
        return right.Outcome.Motion is null ? OverFixed(walk, op, left, right, until)
            : left.Outcome.Motion is null ? OverFixed(walk, Mirrored(op), right, left, until)
            : OfTwo(walk, op, left, right, until);
    }

    private static NextChange OfTwo(Interpreter walk, BinaryOperator op, Operand left, Operand right, NextChange until)
    {
        var (l, r) = (left.Outcome.Motion!, right.Outcome.Motion!);
        if (l.IsFalling == r.IsFalling)
        {
            // Two clocks that run alike keep their distance.
            return l.IsLinear && r.IsLinear && !l.MayEnd && !r.MayEnd ? until
                : NextChange.Earlier(Standing.Of(walk, left), Standing.Of(walk, right));
        }
        return Search(walk, op, left, right, until);
    }

    private static NextChange OverFixed(Interpreter walk, BinaryOperator op, in Operand moving, in Operand still, NextChange until)
    {
        var motion = moving.Outcome.Motion!;
        if (!motion.IsLinear && motion.FirstReaching is null)
            return Search(walk, op, moving, still, until);
        var (v, c) = (moving.Outcome.Value!, still.Outcome.Value!);
        if (v.GetType() != c.GetType())
            return Search(walk, op, moving, still, until);
        if (!TryThreshold(op, motion.IsFalling, v, c, out var threshold))
            return Search(walk, op, moving, still, until);
        var reached = threshold is null ? null : Reached(walk, motion, v, threshold);
        if (reached is null && motion.MayEnd)
            return Standing.UntilMissing(walk, moving.Expression, until);
        return reached is { } at ? NextChange.Earlier(until, NextChange.At(at)) : until;
    }

    /// <summary>The threshold whose crossing changes the comparison, null: none is ahead. False when thresholds of this type cannot be named.</summary>
    private static bool TryThreshold(BinaryOperator op, bool isFalling, object v, object c, out object? threshold)
    {
        var side = Ordering.Instance.Compare(v, c);
        // Rising: "at least c" and "beyond c" are the two crossings; falling: "at most c" and "below c".
        bool? beyond = op switch
        {
            BinaryOperator.Less or BinaryOperator.GreaterOrEqual => isFalling,
            BinaryOperator.LessOrEqual or BinaryOperator.Greater => !isFalling,
            _ => (isFalling ? side < 0 : side > 0) ? null : side == 0,
        };
        threshold = null;
        if (beyond is null)
            return true;
        threshold = beyond.Value ? Discrete.Neighbour(c, isFalling) : c;
        if (threshold is null)
            return false;
        var ahead = Ordering.Instance.Compare(v, threshold);
        if (isFalling ? ahead <= 0 : ahead >= 0)
            threshold = null;
        return true;
    }

    private static DateTimeOffset? Reached(Interpreter walk, Motion motion, object v, object threshold)
    {
        var now = walk.Context.Now;
        if (motion.IsLinear)
            return Ahead(now, Int128.Abs((Int128)Discrete.TicksOf(threshold) - Discrete.TicksOf(v)));
        // An inverse that claims what has not happened yet is not believed.
        return motion.FirstReaching!(threshold) is { } at ? (at > now ? at : now.AddTicks(1)) : null;
    }

    private static DateTimeOffset? Ahead(DateTimeOffset now, Int128 ticks) => ticks > long.MaxValue ? null : Times.Add(now, new TimeSpan((long)ticks));

    private static NextChange Search(Interpreter walk, BinaryOperator op, Operand left, Operand right, NextChange until)
    {
        var before = ClassOf(op, left.Outcome.Value, right.Outcome.Value);
        return Bisection.FirstOther(walk, until, () => before == ClassOf(op, walk.Evaluate(left.Expression).Value, walk.Evaluate(right.Expression).Value));
    }

    /// <summary>What the comparison tells apart: along a motion each class is met once, in order.</summary>
    private static int? ClassOf(BinaryOperator op, object? left, object? right)
    {
        if (left is null || right is null)
            return null;
        var sign = Math.Sign(Ordering.Instance.Compare(left, right));
        return op switch
        {
            BinaryOperator.Less or BinaryOperator.GreaterOrEqual => sign < 0 ? 0 : 1,
            BinaryOperator.LessOrEqual or BinaryOperator.Greater => sign <= 0 ? 0 : 1,
            _ => sign,
        };
    }

    /// <summary>The same comparison with its sides changed.</summary>
    public static BinaryOperator Mirrored(BinaryOperator op) => op switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => op,
    };
}

/// <summary>An operand with what it came to.</summary>
/// <param name="Expression">The operand.</param>
/// <param name="Outcome">What it came to.</param>
internal readonly record struct Operand(BoundExpression Expression, Outcome Outcome);
