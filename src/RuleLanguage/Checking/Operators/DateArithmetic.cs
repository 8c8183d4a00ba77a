using Tthc.RuleLanguage.Library;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Checking.Operators;

/// <summary>Sums and differences of instants, dates, times and spans.</summary>
internal static class DateArithmetic
{
    /// <summary>The result; null: the operator does not work on these.</summary>
    public static BoundExpression? Combine(Operation op, BoundExpression left, BoundExpression right) => (left.Type.Kind, right.Type.Kind) switch
    {
        (TypeKind.Duration, TypeKind.Duration) => OfSpans(op, left, right),
        (TypeKind.Duration, TypeKind.Number) => op.Operator switch
        {
            BinaryOperator.Multiply => Scaled("Times", left, right, op),
            BinaryOperator.Divide => Scaled("Parts", left, right, op),
            _ => null,
        },
        (TypeKind.Number, TypeKind.Duration) => op.Operator == BinaryOperator.Multiply ? Scaled("Times", right, left, op) : null,
        (TypeKind.DateTime or TypeKind.Instant, TypeKind.Duration) => op.Operator is BinaryOperator.Add or BinaryOperator.Subtract ? Moved(op, left, right) : null,
        (TypeKind.Duration, TypeKind.DateTime or TypeKind.Instant) => op.Operator == BinaryOperator.Add ? Moved(op, right, left) : null,
        (TypeKind.Date, TypeKind.Date) => op.Operator == BinaryOperator.Subtract ? Between("DaysBetween", left, right, op) : null,
        (TypeKind.Time, TypeKind.Time) => op.Operator == BinaryOperator.Subtract ? Between("TimeBetween", left, right, op) : null,
        (TypeKind.DateTime or TypeKind.Instant or TypeKind.Date, TypeKind.DateTime or TypeKind.Instant or TypeKind.Date) =>
            op.Operator == BinaryOperator.Subtract ? Difference(op, left, right) : null,
        _ => null,
    };

    private static BoundExpression? OfSpans(Operation op, BoundExpression left, BoundExpression right) => op.Operator switch
    {
        BinaryOperator.Add or BinaryOperator.Subtract => new BoundBinary(RuleType.Duration.AsNullable(), op.Span, op.Operator, left, right),
        BinaryOperator.Divide => Between("Ratio", left, right, op),
        _ => null,
    };

    private static BoundBinary Moved(Operation op, BoundExpression instant, BoundExpression span) =>
        new(instant.Type.AsNullable(), op.Span, op.Operator, instant, span);

    private static BoundBinary Difference(Operation op, BoundExpression left, BoundExpression right)
    {
        var kind = left.Type.Kind == TypeKind.Instant || right.Type.Kind == TypeKind.Instant ? RuleType.Instant : RuleType.DateTime;
        (left, right) = (Conversions.As(left, kind), Conversions.As(right, kind));
        var missing = left.Type.IsNullable || right.Type.IsNullable;
        return new BoundBinary(missing ? RuleType.Duration.AsNullable() : RuleType.Duration, op.Span, op.Operator, left, right);
    }

    private static BoundExpression Scaled(string function, BoundExpression span, BoundExpression number, Operation op) =>
        Between(function, span, Numbers.As(number, typeof(double)), op);

    private static BoundExpression Between(string function, BoundExpression left, BoundExpression right, Operation op) =>
        BuiltIns.Convert(function, left, right) with { Span = op.Span };
}
