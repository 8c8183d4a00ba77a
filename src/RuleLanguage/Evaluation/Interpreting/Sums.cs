using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;
using Tthc.RuleLanguage.Evaluation.Values;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Interpreting;

/// <summary>Arithmetic and the joining of texts.</summary>
internal static class Sums
{
    public static Outcome Of(Interpreter walk, BoundBinary e)
    {
        var left = walk.Evaluate(e.Left);
        // Where errors count, those of the right operand do not show beside a null on the left.
        if (left.IsMissing && walk.IsTwoValued && e.Type.Kind != TypeKind.String)
            return left;
        var right = walk.Evaluate(e.Right);
        if (e.Type.Kind == TypeKind.String)
            return Joined(walk, e, left, right);
        if (Operands.AreMissing(walk, left, right, out var missing))
            return missing;
        var value = Arithmetic.Apply(e.Operator, left.Value!, right.Value!, out var problem);
        if (value is null)
            return walk.Missing(problem, e, left.Course is null && right.Course is null ? null : Course.Standing(NextChange.Unknown));
        return new Outcome(value, null, walk.Follows ? MotionSums.Of(walk, e, left, right) : null);
    }

    public static Outcome Negate(Interpreter walk, BoundUnary e)
    {
        var operand = walk.Evaluate(e.Operand);
        if (operand.IsMissing)
            return operand;
        if (Arithmetic.Negate(operand.Value!) is not { } value)
            return walk.Missing(MissingKind.Overflow, e, operand.Course is null ? null : Course.Standing(NextChange.Unknown));
        return new Outcome(value, null, operand.Motion is { } motion ? new Course(operand.Until, motion.Turned()) : operand.Course);
    }

    private static Outcome Joined(Interpreter walk, BoundBinary e, in Outcome left, in Outcome right)
    {
        // RulesEngine joins a null text as an empty one.
        if (Operands.AreMissing(walk, left, right, out var missing) && (!walk.IsTwoValued || missing.IsFailed))
            return missing;
        var (a, b) = ((string?)left.Value ?? "", (string?)right.Value ?? "");
        var course = Course.Standing(NextChange.Earlier(left.Until, right.Until));
        return a.Length + b.Length > walk.Context.Limits.StringLength ? walk.Missing(MissingKind.TooLong, e, course) : new Outcome(a + b, null, course);
    }
}
