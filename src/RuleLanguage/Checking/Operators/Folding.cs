using System.Numerics;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Checking.Operators;

/// <summary>Arithmetic on numbers written in the rule is done when the rule is checked: <c>8 * 60</c> is a number an author wrote as much as <c>480</c>.</summary>
internal sealed class Folding(CheckReport report)
{
    /// <summary>The constant; null: not both sides are constants of the usual number types.</summary>
    public BoundExpression? Of(BoundBinary binary) => binary is { Left: BoundConstant { Value: { } left }, Right: BoundConstant { Value: { } right } }
        ? Computed(binary, left, right)
        : null;

    /// <summary>The number with its sign changed; null: not a constant.</summary>
    public static BoundConstant? Negated(BoundExpression operand, Tthc.Text.TextSpan span) => operand is BoundConstant { Value: { } value } ? value switch
    {
        int v when v != int.MinValue => new BoundConstant(operand.Type, span, -v),
        uint and 2147483648 => new BoundConstant(RuleType.Int32, span, int.MinValue),
        uint v => new BoundConstant(RuleType.Int64, span, -(long)v),
        long v when v != long.MinValue => new BoundConstant(operand.Type, span, -v),
        ulong and 9223372036854775808 => new BoundConstant(RuleType.Int64, span, long.MinValue),
        float v => new BoundConstant(operand.Type, span, -v),
        double v => new BoundConstant(operand.Type, span, -v),
        decimal v => new BoundConstant(operand.Type, span, -v),
        _ => null,
    } : null;

    private BoundExpression? Computed(BoundBinary binary, object left, object right)
    {
        var result = (left, right) switch
        {
            (int l, int r) => Compute(binary.Operator, l, r),
            (long l, long r) => Compute(binary.Operator, l, r),
            (double l, double r) => Compute(binary.Operator, l, r),
            (decimal l, decimal r) => Compute(binary.Operator, l, r),
            _ => (false, null),
        };
        if (!result.IsKnown)
            return null;
        return result.Value is { } value
            ? new BoundConstant(binary.Type.AsRequired(), binary.Span, value)
            : report.Error(CheckDiagnostics.TooLarge, binary.Span, binary.Type.AsRequired().ToString());
    }

    private static (bool IsKnown, object? Value) Compute<T>(BinaryOperator op, T left, T right)
        where T : INumber<T>
    {
        try
        {
            var (known, value) = op switch
            {
                BinaryOperator.Add => (true, checked(left + right)),
                BinaryOperator.Subtract => (true, checked(left - right)),
                BinaryOperator.Multiply => (true, checked(left * right)),
                BinaryOperator.Divide => (true, left / right),
                BinaryOperator.Remainder => (true, left % right),
                _ => (false, left),
            };
            return (known, T.IsFinite(value) ? value : null);
        }
        catch (OverflowException)
        {
            return (true, null);
        }
    }
}
