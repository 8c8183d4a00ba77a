using Tthc.RuleLanguage.Evaluation.Timing;

namespace Tthc.RuleLanguage.Evaluation.Interpreting;

/// <summary>What becomes of a result when operands are missing.</summary>
internal static class Operands
{
    /// <summary>Whether a result that needs both has none.</summary>
    public static bool AreMissing(Interpreter walk, in Outcome left, in Outcome right, out Outcome missing)
    {
        missing = default;
        if (!left.IsMissing && !right.IsMissing)
            return false;
        var first = left.IsFailed ? left : right.IsFailed ? right : left.IsMissing ? left : right;
        missing = first with { Course = Course.Standing(Until(walk, left, right)) };
        return true;
    }

    /// <summary>While one of them is missing the result is; an error of the other would show at once where errors count.</summary>
    public static NextChange Until(Interpreter walk, in Outcome left, in Outcome right)
    {
        if (walk.IsTwoValued)
            return NextChange.Earlier(left.Until, right.Until);
        return left.IsMissing && right.IsMissing ? NextChange.Later(left.Until, right.Until) : left.IsMissing ? left.Until : right.Until;
    }
}
