using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;
using Tthc.RuleLanguage.Evaluation.Values;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Interpreting;

/// <summary>Comparisons of two values, and whether a value is one of several.</summary>
internal static class Comparisons
{
    public static Outcome Of(Interpreter walk, BoundBinary e)
    {
        if (IsNull(e.Right))
            return AsksForNull(walk, e, e.Left);
        if (IsNull(e.Left))
            return AsksForNull(walk, e, e.Right);
        var (left, right) = (walk.Evaluate(e.Left), walk.Evaluate(e.Right));
        if (Operands.AreMissing(walk, left, right, out var missing))
            return walk.IsTwoValued && !missing.IsFailed ? WithNull(e.Operator, left, right, missing.Course) : missing;
        return Compared(walk, e.Operator, new Operand(e.Left, left), new Operand(e.Right, right));
    }

    public static Outcome In(Interpreter walk, BoundIn e)
    {
        var value = walk.Evaluate(e.Value);
        if (value.IsFailed || (value.IsMissing && !walk.IsTwoValued))
            return value;
        var (found, unknown, until) = (false, default(Outcome?), NextChange.Never);
        foreach (var candidate in e.Candidates)
        {
            var other = walk.Evaluate(candidate);
            if (other.IsFailed) // it is not asked once a candidate before it fits
                return other with { Course = Course.Standing(NextChange.Earlier(until, other.Until)) };
            var one = Equality(walk, new Operand(e.Value, value), new Operand(candidate, other));
            if (one.IsTrue)
            {
                (until, found) = (found ? NextChange.Later(until, one.Until) : one.Until, true);
                if (!walk.Follows || walk.IsTwoValued)
                    break;
            }
            else if (!found)
            {
                until = NextChange.Earlier(until, one.Until);
                unknown ??= one.IsMissing ? one : null;
            }
        }
        return !found && unknown is { } missing ? missing with { Course = Course.Standing(until) } : Outcome.Of(found, Course.Standing(until));
    }

    /// <summary>Whether an expression is the constant null.</summary>
    public static bool IsNull(BoundExpression e) => e is BoundConstant { Value: null, Type.Kind: TypeKind.Null } || (e is BoundConversion c && IsNull(c.Operand));

    /// <summary>What a comparison says of values that are there.</summary>
    public static bool Holds(BinaryOperator op, object left, object right) => op switch
    {
        BinaryOperator.Equal => Ordering.Instance.Equals(left, right),
        BinaryOperator.NotEqual => !Ordering.Instance.Equals(left, right),
        BinaryOperator.Less => Ordering.Instance.Compare(left, right) < 0,
        BinaryOperator.LessOrEqual => Ordering.Instance.Compare(left, right) <= 0,
        BinaryOperator.Greater => Ordering.Instance.Compare(left, right) > 0,
        _ => Ordering.Instance.Compare(left, right) >= 0,
    };

    private static Outcome Equality(Interpreter walk, Operand left, Operand right)
    {
        if (Operands.AreMissing(walk, left.Outcome, right.Outcome, out var missing))
            return walk.IsTwoValued ? WithNull(BinaryOperator.Equal, left.Outcome, right.Outcome, missing.Course) : missing;
        return Compared(walk, BinaryOperator.Equal, left, right);
    }

    private static Outcome Compared(Interpreter walk, BinaryOperator op, in Operand left, in Operand right)
    {
        var holds = Holds(op, left.Outcome.Value!, right.Outcome.Value!);
        return left.Outcome.Course is null && right.Outcome.Course is null ? Outcome.Of(holds)
            : Outcome.Of(holds, Course.Standing(walk.Follows ? Crossing.Of(walk, op, left, right) : NextChange.Unknown));
    }

    private static Outcome AsksForNull(Interpreter walk, BoundBinary e, BoundExpression asked)
    {
        var outcome = walk.Evaluate(asked);
        if (outcome.IsFailed)
            return outcome;
        var (isMissing, wantsMissing) = (outcome.IsMissing, e.Operator == BinaryOperator.Equal);
        // Null is neither less nor greater than anything, as in C#.
        if (e.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
            return walk.IsTwoValued ? Outcome.Of(false) : walk.Missing(MissingKind.NullWritten, e);
        return Outcome.Of(isMissing == wantsMissing, outcome.Course is null ? null : Course.Standing(Standing.OfPresence(walk, asked, outcome)));
    }

    private static Outcome WithNull(BinaryOperator op, in Outcome left, in Outcome right, Course? course) => Outcome.Of(op switch
    {
        BinaryOperator.Equal => left.IsMissing && right.IsMissing,
        BinaryOperator.NotEqual => left.IsMissing != right.IsMissing,
        _ => false,
    }, course);
}
