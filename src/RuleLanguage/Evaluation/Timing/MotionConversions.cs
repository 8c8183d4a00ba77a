using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Interpreting;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Timing;

/// <summary>How a converted value moves.</summary>
internal static class MotionConversions
{
    public static Course? Of(Interpreter walk, BoundConversion e, in Outcome operand)
    {
        if (operand.Motion is not { } motion)
            return operand.Course;
        var (from, to) = (e.Operand.Type, e.Type);
        if (from.Clr == to.Clr)
            return operand.Course;
        if (from.Kind is TypeKind.Instant or TypeKind.DateTime && to.Kind is TypeKind.Instant or TypeKind.DateTime)
            return new Course(operand.Until, motion.IsLinear ? motion with { FirstReaching = null } : motion.Direction());
        if (KeepsOrder(from, to))
            return new Course(operand.Until, motion.Direction());
        return Course.Standing(Standing.Of(walk, e.Operand, operand));
    }

    /// <summary>Whether a greater value never becomes a lesser one.</summary>
    public static bool KeepsOrder(RuleType from, RuleType to) => from.Clr == to.Clr || (IsNumber(from) && IsNumber(to)) || (IsDated(from) && IsDated(to));

    private static bool IsNumber(RuleType type) => type.Kind == TypeKind.Number;

    private static bool IsDated(RuleType type) => type.Kind is TypeKind.Instant or TypeKind.DateTime or TypeKind.Date;
}
