using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;
using Tthc.RuleLanguage.Syntax;

namespace Tthc.RuleLanguage.Evaluation.Interpreting;

/// <summary>And, or, not. Kleene's tables: what decides the result decides it whether or not the other operand can be told.</summary>
internal static class Connectives
{
    public static Outcome Of(Interpreter walk, BoundBinary e)
    {
        var isAnd = e.Operator is BinaryOperator.And or BinaryOperator.BitAnd;
        var isLazy = e.Operator is BinaryOperator.And or BinaryOperator.Or;
        var left = walk.Evaluate(e.Left);
        if (left.IsFailed)
            return left;
        if (!Decides(left, isAnd) || !isLazy)
            return Both(walk, e, isAnd, left, walk.Evaluate(e.Right));
        if (walk.IsTwoValued || !walk.Follows || (left.Until.IsNever && walk.Keeper is null))
            return left;
        return Both(walk, e, isAnd, left, walk.EvaluateAside(e.Right));
    }

    public static Outcome Not(Interpreter walk, BoundUnary e)
    {
        var operand = walk.Evaluate(e.Operand);
        return operand.IsMissing ? operand : Outcome.Of(!operand.IsTrue, operand.Course);
    }

    private static bool Decides(in Outcome operand, bool isAnd) => isAnd ? operand.IsFalse : operand.IsTrue;

    private static Outcome Both(Interpreter walk, BoundBinary e, bool isAnd, in Outcome left, in Outcome right)
    {
        if (right.IsFailed)
            return right with { Course = Sooner(left, right) };
        var (l, r) = (Decides(left, isAnd), Decides(right, isAnd));
        if (l || r)
        {
            // Either alone keeps the result; where errors count, one in the other operand would not.
            var until = walk.Follows && walk.IsTwoValued && (Errors.MayCome(e.Left) || Errors.MayCome(e.Right)) ? NextChange.Earlier(left.Until, right.Until)
                : l && r ? NextChange.Later(left.Until, right.Until)
                : l ? left.Until : right.Until;
            return Outcome.Of(!isAnd, Course.Standing(until));
        }
        var course = Sooner(left, right);
        return left.IsMissing ? left with { Course = course } : right.IsMissing ? right with { Course = course } : Outcome.Of(isAnd, course);
    }

    private static Course? Sooner(in Outcome left, in Outcome right) =>
        left.Course is null && right.Course is null ? null : Course.Standing(NextChange.Earlier(left.Until, right.Until));
}
