using Tthc.RuleLanguage.Types;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Checking.Operators;

/// <summary>Brings two values to one type, for comparing them or choosing between them.</summary>
internal sealed class Unifier(CheckReport report, UnitRules units)
{
    /// <summary>Both of one type; null: they have none in common, which was reported as <paramref name="kind"/> unless a closer reason is known.</summary>
    public (BoundExpression Left, BoundExpression Right)? Unify(
        BoundExpression left, BoundExpression right, TextSpan at, DiagnosticDescriptor kind, params object[] before)
    {
        var (l, r) = (left.Type, right.Type);
        if (left is BoundError || right is BoundError)
            return null;
        if (l.Kind == TypeKind.Unknown || r.Kind == TypeKind.Unknown)
            return l.Kind == TypeKind.Unknown ? (Conversions.As(left, r), right) : (left, Conversions.As(right, l));
        if (l.Kind == TypeKind.Number && r.Kind == TypeKind.Number)
            return OfNumbers(left, right, at);
        if (l.Kind == TypeKind.List && Conversions.IsSame(l, r) && !IsHeldAlike(l, r))
            return OfLists(left, right);
        if (units.IsWithDuration(left, right, at))
            return null;
        if (left is BoundConstant { Value: string } text && r.Kind is not (TypeKind.String or TypeKind.Null))
            return Literal(text, right) is { } read ? (read, right) : null;
        if (right is BoundConstant { Value: string } other && l.Kind is not (TypeKind.String or TypeKind.Null))
            return Literal(other, left) is { } read ? (left, read) : null;
        if (EnumNumber(left, r) is { } leftValue)
            return (leftValue, right);
        if (EnumNumber(right, l) is { } rightValue)
            return (left, rightValue);
        if (Conversions.Cost(left, r) is not null && l.Kind is not TypeKind.Number)
            return (Conversions.As(left, r), right);
        if (Conversions.Cost(right, l) is not null && r.Kind is not TypeKind.Number)
            return (left, Conversions.As(right, l));
        Refuse(left, right, at, kind, before);
        return null;
    }

    private (BoundExpression, BoundExpression)? OfNumbers(BoundExpression left, BoundExpression right, TextSpan at)
    {
        if (units.Agree(left, right, at) is not { } agreed)
            return null;
        (left, right) = agreed;
        var clr = left.Type.Clr == right.Type.Clr ? left.Type.Clr : Numbers.Common(left, right);
        if (clr is not null)
            return (Numbers.As(left, clr), Numbers.As(right, clr));
        if (Numbers.IsWhole(left.Type.Clr) && Numbers.IsWhole(right.Type.Clr))
            return (Numbers.As(left, typeof(decimal)), Numbers.As(right, typeof(decimal)));
        var binary = Numbers.IsBinary(left.Type.Clr) ? left : right;
        report.Error(CheckDiagnostics.DecimalWithDouble, at, binary.Type.AsRequired().Counting(null).ToString());
        return null;
    }

    /// <summary>Lists of one kind of element that are held in different ways: an array, a group, a list of values that may be missing.</summary>
    private static (BoundExpression, BoundExpression) OfLists(BoundExpression left, BoundExpression right)
    {
        var common = Common(left.Type, right.Type);
        return (As(left), As(right));

        BoundExpression As(BoundExpression list) => IsHeldAlike(list.Type, common)
            ? list
            : new BoundConversion(list.Type.IsNullable ? common.AsNullable() : common, list.Span, list);
    }

    private static RuleType Common(RuleType left, RuleType right)
    {
        var (l, r) = (left.Element!, right.Element!);
        var element = l.Kind == TypeKind.List && !IsHeldAlike(l, r) ? Common(l, r) : l.AsRequired();
        return RuleType.ListOf(l.IsNullable || r.IsNullable ? element.AsNullable() : element);
    }

    private static bool IsHeldAlike(RuleType a, RuleType b) => a.Clr == b.Clr
        && (a.Element is null || b.Element is null || (a.Element.IsNullable == b.Element.IsNullable && IsHeldAlike(a.Element, b.Element)));

    private BoundExpression? Literal(BoundConstant text, BoundExpression other)
    {
        if (TextLiterals.Read(text, other.Type) is { } read)
            return read;
        var nearest = other.Type.Kind == TypeKind.Enum ? NameSuggestion.Nearest((string)text.Value!, Enum.GetNames(other.Type.Clr)) : null;
        if (other.Type.Kind is TypeKind.Record or TypeKind.List)
            report.Error(CheckDiagnostics.NoCommonType, text.Span, text.Type.ToString(), other.Type.ToString());
        else
            report.ErrorNear(CheckDiagnostics.TextDoesNotFit, text.Span, nearest, (string)text.Value!, other.Type.AsRequired().Counting(null).ToString(), TextLiterals.Wanted(other.Type));
        return null;
    }

    private static BoundConstant? EnumNumber(BoundExpression number, RuleType other) =>
        other.Kind == TypeKind.Enum && number is BoundConstant { Value: { } value } && number.Type.Kind == TypeKind.Number
        && Numbers.Fit(value, Enum.GetUnderlyingType(other.Clr)) is { } fitting && Enum.IsDefined(other.Clr, fitting)
            ? new BoundConstant(other.AsRequired(), number.Span, Enum.ToObject(other.Clr, fitting))
            : null;

    private void Refuse(BoundExpression left, BoundExpression right, TextSpan at, DiagnosticDescriptor kind, object[] before)
    {
        var text = left.Type.Kind == TypeKind.String ? left : right.Type.Kind == TypeKind.String ? right : null;
        var other = text == left ? right : left;
        if (text is not null && Example(other.Type) is { } example)
            report.Error(CheckDiagnostics.TextVariable, at, other.Type.ToString(), example);
        else
            report.Error(kind, at, [.. before, left.Type.ToString(), right.Type.ToString()]);
    }

    /// <summary>How a text becomes a value of that type.</summary>
    private static string? Example(RuleType type) => type.Kind switch
    {
        TypeKind.Number => $"{type.AsRequired().Counting(null)}.Parse(x)",
        TypeKind.Boolean => "Convert.ToBoolean(x)",
        TypeKind.DateTime or TypeKind.Instant or TypeKind.Date or TypeKind.Time or TypeKind.Duration or TypeKind.Guid => $"{type.AsRequired()}.Parse(x)",
        TypeKind.Enum => "y.ToString()",
        _ => null,
    };
}
