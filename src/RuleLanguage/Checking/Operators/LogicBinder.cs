using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Operators;

/// <summary>Conditions: connectives, choices, and values that replace missing ones.</summary>
internal sealed class LogicBinder(CheckReport report, Unifier unifier)
{
    /// <summary>The expression as a condition, or an error.</summary>
    public BoundExpression Condition(BoundExpression expression) => expression.Type.Kind switch
    {
        _ when expression is BoundError => expression,
        TypeKind.Boolean => expression,
        TypeKind.Unknown => Conversions.As(expression, RuleType.Boolean),
        _ => report.Error(CheckDiagnostics.NotACondition, expression.Span, expression.Type.ToString()),
    };

    public BoundExpression Connect(Operation op, BoundExpression left, BoundExpression right)
    {
        (left, right) = (Condition(left), Condition(right));
        if (left is BoundError || right is BoundError)
            return new BoundError(op.Span);
        var decides = op.Operator == BinaryOperator.Or;
        NoteConstant(left, decides);
        NoteConstant(right, decides);
        if (BoundTree.ReadsSame(left, right) && left is not BoundConstant)
            report.Note(CheckDiagnostics.SameOperands, op.Span);
        var missing = (left.Type.IsNullable || right.Type.IsNullable) && !IsConstant(left, decides) && !IsConstant(right, decides);
        return new BoundBinary(missing ? RuleType.Boolean.AsNullable() : RuleType.Boolean, op.Span, op.Operator, left, right);
    }

    public BoundExpression Not(UnarySyntax syntax, BoundExpression operand)
    {
        var condition = Condition(operand);
        return condition is BoundError ? new BoundError(syntax.Span) : new BoundUnary(condition.Type, syntax.Span, UnaryOperator.Not, condition);
    }

    /// <summary><c>a ? b : c</c> and <c>iif(a, b, c)</c>.</summary>
    public BoundExpression Choose(TextSpan span, BoundExpression condition, BoundExpression whenTrue, BoundExpression whenFalse)
    {
        condition = Condition(condition);
        if (condition is BoundError || whenTrue is BoundError || whenFalse is BoundError)
            return new BoundError(span);
        if (unifier.Unify(whenTrue, whenFalse, span, CheckDiagnostics.NoCommonType) is not { } both)
            return new BoundError(span);
        if (condition is BoundConstant { Value: bool value })
            report.Note(CheckDiagnostics.ConstantCondition, condition.Span, value ? "true" : "false", s_branch);
        var missing = both.Left.Type.IsNullable || both.Right.Type.IsNullable || (report.MissingCounts && condition.Type.IsNullable);
        return new BoundConditional(missing ? both.Left.Type.AsNullable() : both.Left.Type, span, condition, both.Left, both.Right);
    }

    /// <summary>A value, or another where it is missing.</summary>
    public BoundExpression Replace(TextSpan span, BoundExpression value, BoundExpression fallback)
    {
        if (value is BoundError || fallback is BoundError)
            return new BoundError(span);
        if (!value.Type.IsNullable)
            report.Note(CheckDiagnostics.UselessFallback, fallback.Span);
        if (unifier.Unify(value, fallback, span, CheckDiagnostics.NoCommonType) is not { } both)
            return new BoundError(span);
        var type = both.Right.Type.IsNullable ? both.Left.Type.AsNullable() : both.Left.Type.AsRequired();
        return new BoundCoalesce(type, span, both.Left, both.Right);
    }

    private static bool IsConstant(BoundExpression condition, bool value) => condition is BoundConstant { Value: bool constant } && constant == value;

    private void NoteConstant(BoundExpression condition, bool decides)
    {
        if (condition is BoundConstant { Value: bool value })
            report.Note(CheckDiagnostics.ConstantCondition, condition.Span, value ? "true" : "false", value == decides ? s_rest : s_useless);
    }

    private static readonly BilingualText s_branch = new("một trong hai nhánh không bao giờ được dùng", "one of the two branches is never used");
    private static readonly BilingualText s_rest = new("phần còn lại không có tác dụng", "the rest has no effect");
    private static readonly BilingualText s_useless = new("nó không thay đổi kết quả", "it changes nothing");
}
