using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Operators;

/// <summary>Minutes of office time, days and plain numbers are not added to each other.</summary>
internal sealed class UnitRules(CheckReport report)
{
    /// <summary>Both numbers counting the same; null: they do not, which was reported. A number written in the rule takes the unit of the other side.</summary>
    public (BoundExpression Left, BoundExpression Right)? Agree(BoundExpression left, BoundExpression right, TextSpan at)
    {
        if (left.Type.Unit == right.Type.Unit)
            return (left, right);
        if (left.Type.Unit is { } l && right.Type.Unit is { } r)
        {
            report.Error(CheckDiagnostics.UnitsDiffer, at, l.Title, r.Title);
            return null;
        }
        return (Taking(left, right.Type.Unit), Taking(right, left.Type.Unit));
    }

    /// <summary>The number counting <paramref name="unit"/>, if it counts nothing yet.</summary>
    public BoundExpression Taking(BoundExpression number, UnitOfMeasure? unit)
    {
        if (unit is null || number.Type.Unit is not null || number.Type.Kind != TypeKind.Number)
            return number;
        if (number is not BoundConstant)
            report.Note(CheckDiagnostics.PlainNumber, number.Span, unit.Title);
        return number with { Type = number.Type.Counting(unit) };
    }

    /// <summary>The unit of a product.</summary>
    public UnitOfMeasure? Product(BoundExpression left, BoundExpression right, TextSpan at)
    {
        if (left.Type.Unit is { } l && right.Type.Unit is { } r)
            report.Error(CheckDiagnostics.NoUnit, at, l.Title, "*", r.Title);
        return left.Type.Unit ?? right.Type.Unit;
    }

    /// <summary>The unit of a quotient: none when both count the same.</summary>
    public UnitOfMeasure? Quotient(BoundExpression left, BoundExpression right, TextSpan at)
    {
        if (right.Type.Unit is not { } divisor)
            return left.Type.Unit;
        if (left.Type.Unit is { } unit && unit == divisor)
            return null;
        if (left.Type.Unit is { } other)
            report.Error(CheckDiagnostics.UnitsDiffer, at, other.Title, divisor.Title);
        else
            report.Error(CheckDiagnostics.NoUnit, at, "1", "/", divisor.Title);
        return null;
    }

    /// <summary>Reports a number with a unit beside time on the wall clock.</summary>
    public bool IsWithDuration(BoundExpression left, BoundExpression right, TextSpan at)
    {
        var unit = left.Type.Kind == TypeKind.Duration ? right.Type.Unit : right.Type.Kind == TypeKind.Duration ? left.Type.Unit : null;
        if (unit is null)
            return false;
        report.Error(CheckDiagnostics.UnitWithDuration, at, unit.Title);
        return true;
    }
}
