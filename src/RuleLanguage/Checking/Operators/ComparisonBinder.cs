using System.Collections.Immutable;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Operators;

/// <summary>Comparisons, and membership in a list of candidates.</summary>
internal sealed class ComparisonBinder(CheckReport report, Unifier unifier)
{
    public BoundExpression Compare(Operation op, BoundExpression left, BoundExpression right)
    {
        if (left is BoundError || right is BoundError)
            return new BoundError(op.Span);
        if (left.Type.Kind == TypeKind.Null || right.Type.Kind == TypeKind.Null)
            return WithNull(op, left, right);
        if (unifier.Unify(left, right, op.At, CheckDiagnostics.WrongOperands, op.Sign) is not { } both)
            return new BoundError(op.Span);
        (left, right) = both;
        if (left.Type.Kind == TypeKind.Unknown && right.Type.Kind == TypeKind.Unknown)
            return BothUnknown(op);
        if (!OperatorSigns.IsEquality(op.Operator) && !HasOrder(left.Type.Kind))
            return report.Error(CheckDiagnostics.NoOrder, op.At, left.Type.AsRequired().ToString());
        if (OperatorSigns.IsEquality(op.Operator) && left.Type.Kind is TypeKind.Record or TypeKind.List)
            return report.Error(CheckDiagnostics.WrongOperands, op.At, op.Sign, left.Type.ToString(), right.Type.ToString());
        Notes(op, left, right);
        return new BoundBinary(Condition(left, right), op.Span, op.Operator, left, right);
    }

    /// <summary>Whether a value is one of several.</summary>
    public BoundExpression In(InSyntax syntax, BoundExpression value, ImmutableArray<BoundExpression> candidates)
    {
        if (value is BoundError || candidates.Any(c => c is BoundError))
            return new BoundError(syntax.Span);
        if (candidates.FirstOrDefault(c => c.Type.Kind == TypeKind.Null) is { } nothing)
            return report.Error(CheckDiagnostics.NullOperand, nothing.Span, "in");
        var unified = new List<BoundExpression>(candidates.Length);
        var complete = true;
        foreach (var candidate in candidates)
        {
            if (unifier.Unify(value, candidate, candidate.Span, CheckDiagnostics.NoCommonType) is { } both)
                (value, _) = (both.Left, AddTo(unified, both.Right));
            else
                complete = false;
        }
        if (!complete)
            return new BoundError(syntax.Span);
        ImmutableArray<BoundExpression> fitting = [.. unified.Select(c => c.Type.Clr == value.Type.Clr ? c : Conversions.As(c, value.Type))];
        Duplicates(fitting);
        var type = Condition([value, .. fitting]);
        var found = new BoundIn(type, syntax.Span, value, fitting);
        return syntax.IsNegated ? new BoundUnary(type, syntax.Span, UnaryOperator.Not, found) : found;
    }

    private static bool AddTo(List<BoundExpression> list, BoundExpression value)
    {
        list.Add(value);
        return true;
    }

    /// <summary>A comparison is missing where an operand is, unless missing facts are null: then it is false.</summary>
    public RuleType Condition(params IEnumerable<BoundExpression> operands) =>
        report.MissingCounts && operands.Any(o => o.Type.IsNullable) ? RuleType.Boolean.AsNullable() : RuleType.Boolean;

    public static bool HasOrder(TypeKind kind) => kind is TypeKind.Number or TypeKind.String or TypeKind.Character or TypeKind.DateTime or TypeKind.Instant
        or TypeKind.Date or TypeKind.Time or TypeKind.Duration or TypeKind.Unknown;

    private BoundExpression WithNull(Operation op, BoundExpression left, BoundExpression right)
    {
        if (!OperatorSigns.IsEquality(op.Operator))
            return report.Error(CheckDiagnostics.NullOperand, op.At, op.Sign);
        var value = left.Type.Kind == TypeKind.Null ? right : left;
        var nothing = value == left ? right : left;
        if (!value.Type.IsNullable)
            report.Note(CheckDiagnostics.NeverMissing, op.Span, op.Operator == BinaryOperator.Equal ? "false" : "true");
        return new BoundBinary(RuleType.Boolean, op.Span, op.Operator, value, nothing);
    }

    private BoundConstant BothUnknown(Operation op) => report.IsTwoValued
        ? new BoundConstant(RuleType.Boolean, op.Span, op.Operator == BinaryOperator.Equal)
        : new BoundConstant(RuleType.Unknown, op.Span, null);

    private void Notes(Operation op, BoundExpression left, BoundExpression right)
    {
        if (BoundTree.ReadsSame(left, right) && left is not BoundConstant)
            report.Note(CheckDiagnostics.SameOperands, op.Span);
        else if (left is BoundConstant { Value: { } l } && right is BoundConstant { Value: { } r })
            NoteConstant(op, l, r);
        else if (left.Type.Kind == TypeKind.String && !OperatorSigns.IsEquality(op.Operator))
            report.Note(CheckDiagnostics.TextOrder, op.At);
    }

    private void NoteConstant(Operation op, object left, object right)
    {
        var order = left is string text ? string.CompareOrdinal(text, (string)right) : System.Collections.Comparer.DefaultInvariant.Compare(left, right);
        var holds = op.Operator switch
        {
            BinaryOperator.Equal => order == 0,
            BinaryOperator.NotEqual => order != 0,
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            _ => order >= 0,
        };
        report.Note(CheckDiagnostics.ConstantCondition, op.Span, holds ? "true" : "false", s_constants);
    }

    private static readonly BilingualText s_constants = new("hai vế đều ghi sẵn trong quy tắc", "both sides are written in the rule");

    private void Duplicates(ImmutableArray<BoundExpression> candidates)
    {
        var seen = new HashSet<object>();
        foreach (var candidate in candidates)
        {
            if (candidate is BoundConstant { Value: { } value } && !seen.Add(value))
                report.Note(CheckDiagnostics.DuplicateCandidate, candidate.Span);
        }
    }
}
