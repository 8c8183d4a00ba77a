using Tthc.RuleLanguage.Library;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Operators;

/// <summary>Sums, differences, products, quotients, bits, and texts joined.</summary>
internal sealed class ArithmeticBinder(CheckReport report, UnitRules units)
{
    private readonly Folding _folding = new(report);

    public BoundExpression Combine(Operation op, BoundExpression left, BoundExpression right)
    {
        if (left is BoundError || right is BoundError)
            return new BoundError(op.Span);
        if (left.Type.Kind == TypeKind.Unknown || right.Type.Kind == TypeKind.Unknown)
            return new BoundConstant(RuleType.Unknown, op.Span, null);
        if (left.Type.Kind == TypeKind.Null || right.Type.Kind == TypeKind.Null)
            return report.Error(CheckDiagnostics.NullOperand, op.At, op.Sign);
        if (op.Operator is BinaryOperator.Add or BinaryOperator.BitAnd && (IsText(left) || IsText(right)))
            return Joined(op, left, right);
        (left, right) = (Read(left, right.Type), Read(right, left.Type));
        if (units.IsWithDuration(left, right, op.At))
            return new BoundError(op.Span);
        if (left.Type.Kind == TypeKind.Number && right.Type.Kind == TypeKind.Number)
            return OfNumbers(op, left, right);
        return DateArithmetic.Combine(op, left, right) ?? Wrong(op, left, right);
    }

    public BoundExpression Negate(UnarySyntax syntax, BoundExpression operand)
    {
        if (operand is BoundError)
            return new BoundError(syntax.Span);
        if (operand.Type.Kind == TypeKind.Unknown)
            return new BoundConstant(RuleType.Unknown, syntax.Span, null);
        if (Folding.Negated(operand, syntax.Span) is { } constant)
            return constant;
        if (operand.Type.Kind == TypeKind.Duration)
            return new BoundUnary(operand.Type.AsNullable(), syntax.Span, syntax.Operator, operand);
        if (operand.Type.Kind != TypeKind.Number || operand.Type.Clr == typeof(ulong))
            return report.Error(CheckDiagnostics.WrongOperand, syntax.Span, "-", operand.Type.ToString());
        var clr = operand.Type.Clr == typeof(uint) ? typeof(long) : Numbers.Promoted(operand.Type.Clr);
        var number = Numbers.As(operand, clr);
        return new BoundUnary(clr == typeof(int) || clr == typeof(long) ? number.Type.AsNullable() : number.Type, syntax.Span, syntax.Operator, number);
    }

    private BoundExpression OfNumbers(Operation op, BoundExpression left, BoundExpression right)
    {
        if (op.Operator is BinaryOperator.Divide or BinaryOperator.Remainder && right is BoundConstant { Value: { } divisor } && Numbers.Fit(divisor, typeof(double)) is 0.0)
            return report.Error(CheckDiagnostics.DivisionByZero, op.At);
        if (IsBits(op.Operator) && !(Numbers.IsWhole(left.Type.Clr) && Numbers.IsWhole(right.Type.Clr)))
            return Wrong(op, left, right);
        if (Unit(op, ref left, ref right) is not { IsKnown: true } counted)
            return new BoundError(op.Span);
        if (op.Operator is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight)
            return Shifted(op, left, right);
        if (Numbers.Common(left, right) is not { } clr)
            return NoCommon(op, left, right);
        (left, right) = (Numbers.As(left, clr), Numbers.As(right, clr));
        var type = RuleType.Number(clr, counted.Unit);
        var missing = left.Type.IsNullable || right.Type.IsNullable || CanFail(op.Operator, clr, right);
        var binary = new BoundBinary(missing ? type.AsNullable() : type, op.Span, op.Operator, left, right);
        return _folding.Of(binary) ?? binary;
    }

    /// <summary>The unit of the result; not known when the units do not go together, which was reported.</summary>
    private (bool IsKnown, UnitOfMeasure? Unit) Unit(Operation op, ref BoundExpression left, ref BoundExpression right)
    {
        if (left.Type.Unit is null && right.Type.Unit is null)
            return (true, null);
        switch (op.Operator)
        {
            case BinaryOperator.Multiply:
                return (left.Type.Unit is null || right.Type.Unit is null, units.Product(left, right, op.At));
            case BinaryOperator.Divide:
                return (left.Type.Unit is not null && (right.Type.Unit is null || right.Type.Unit == left.Type.Unit), units.Quotient(left, right, op.At));
            default:
                if (units.Agree(left, right, op.At) is not { } agreed)
                    return (false, null);
                (left, right) = agreed;
                return (true, left.Type.Unit);
        }
    }

    private BoundExpression Shifted(Operation op, BoundExpression left, BoundExpression right)
    {
        var number = Numbers.As(left, Numbers.Promoted(left.Type.Clr));
        if (Conversions.Cost(right, RuleType.Int32) is null)
            return Wrong(op, left, right);
        return new BoundBinary(right.Type.IsNullable ? number.Type.AsNullable() : number.Type, op.Span, op.Operator, number, Numbers.As(right, typeof(int)));
    }

    private BoundError NoCommon(Operation op, BoundExpression left, BoundExpression right)
    {
        var binary = Numbers.IsBinary(left.Type.Clr) ? left : right;
        return Numbers.IsBinary(binary.Type.Clr)
            ? report.Error(CheckDiagnostics.DecimalWithDouble, op.At, binary.Type.AsRequired().Counting(null).ToString())
            : Wrong(op, left, right);
    }

    private BoundExpression Joined(Operation op, BoundExpression left, BoundExpression right) =>
        BuiltIns.Text(left) is { } l && BuiltIns.Text(right) is { } r
            ? new BoundBinary(RuleType.String.AsNullable(), op.Span, BinaryOperator.Add, l, r)
            : Wrong(op, left, right);

    private BoundError Wrong(Operation op, BoundExpression left, BoundExpression right)
    {
        var text = IsText(left) ? left : IsText(right) ? right : null;
        var other = text == left ? right : left;
        return text is not null && other.Type.Kind == TypeKind.Number
            ? report.Error(CheckDiagnostics.TextVariable, op.At, other.Type.ToString(), $"{other.Type.AsRequired().Counting(null)}.Parse(x)")
            : report.Error(CheckDiagnostics.WrongOperands, op.At, op.Sign, left.Type.ToString(), right.Type.ToString());
    }

    /// <summary>A text written in the rule is read as what stands on the other side.</summary>
    private static BoundExpression Read(BoundExpression operand, RuleType other) =>
        operand is BoundConstant { Value: string } text && other.Kind != TypeKind.String && TextLiterals.Read(text, other) is { } read ? read : operand;

    /// <summary>Whether the operation may have no result although both operands are there.</summary>
    private static bool CanFail(BinaryOperator op, Type clr, BoundExpression right)
    {
        if (IsBits(op))
            return false;
        var divides = op is BinaryOperator.Divide or BinaryOperator.Remainder;
        return !(divides && Numbers.IsWhole(clr) && right is BoundConstant { Value: { } divisor } && Numbers.Fit(divisor, typeof(double)) is not -1.0);
    }

    private static bool IsText(BoundExpression e) => e.Type.Kind is TypeKind.String;

    private static bool IsBits(BinaryOperator op) => op is BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight;
}
