using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Interpreting;
using Tthc.RuleLanguage.Evaluation.Values;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Timing;

/// <summary>How results of operators move when their operands do.</summary>
internal static class MotionSums
{
    /// <summary>The course of a result whose operands both have a value.</summary>
    public static Course? Of(Interpreter walk, BoundBinary e, in Outcome left, in Outcome right)
    {
        if (left.Course is null && right.Course is null)
            return null;
        var until = NextChange.Earlier(left.Until, right.Until);
        if (until.IsUnknown || (left.Motion is null && right.Motion is null))
            return Course.Standing(until);
        // A time of day runs in a circle.
        return e.Type.Kind != TypeKind.Time && TryMove(e, left, right, out var motion)
            ? motion is null ? Course.Standing(until) : new Course(until, motion)
            : Course.Standing(NextChange.Earlier(Standing.Of(walk, e.Left, left), Standing.Of(walk, e.Right, right)));
    }

    private static bool TryMove(BoundBinary e, in Outcome left, in Outcome right, out Motion? motion)
    {
        motion = null;
        return e.Operator switch
        {
            BinaryOperator.Add => TrySum(e.Type.Kind, left.Motion, right.Motion, out motion),
            BinaryOperator.Subtract => TrySum(e.Type.Kind, left.Motion, right.Motion?.Turned(), out motion),
            BinaryOperator.Multiply => (left.Motion is null && TryScale(right, left, out motion)) || (right.Motion is null && TryScale(left, right, out motion)),
            BinaryOperator.Divide => right.Motion is null && TryScale(left, right, out motion),
            _ => false,
        };
    }

    private static bool TrySum(TypeKind kind, Motion? a, Motion? b, out Motion? motion)
    {
        motion = null;
        if (a is null || b is null)
        {
            var moving = (a ?? b)!;
            motion = moving.IsLinear && kind is TypeKind.Instant or TypeKind.DateTime or TypeKind.Duration ? moving with { FirstReaching = null } : moving.Direction();
            return true;
        }
        // One clock less another: the difference stands still.
        if (a.IsFalling != b.IsFalling)
            return a.IsLinear && b.IsLinear && !a.MayEnd && !b.MayEnd;
        motion = new Motion(a.IsFalling) { MayEnd = a.MayEnd || b.MayEnd };
        return true;
    }

    private static bool TryScale(in Outcome moving, in Outcome factor, out Motion? motion)
    {
        motion = moving.Motion!.Direction(turned: Arithmetic.SignOf(factor.Value!) < 0);
        return true;
    }
}
