using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.RuleSets.Tables;

/// <summary>The cases that the cells of one column tell apart.</summary>
internal static class CoverCases
{
    /// <summary>A value for each case; null: the cells do not compare with constants only, or with what has no order known here.</summary>
    public static IReadOnlyList<object>? Of(IEnumerable<BoundExpression?> cells)
    {
        var constants = new List<object>();
        foreach (var cell in cells.OfType<BoundExpression>())
        {
            if (!Collect(cell, constants))
                return null;
        }
        if (constants.Count == 0)
            return ["…"];
        if (constants.TrueForAll(c => c is bool))
            return [true, false];
        if (constants.TrueForAll(c => c is string))
            return [.. constants.Distinct(), "…"];
        if (constants.TrueForAll(c => c.GetType().IsEnum))
            return [.. Enum.GetValues(constants[0].GetType()).Cast<object>()];
        return constants.TrueForAll(c => c is decimal) ? Numbers([.. constants.Cast<decimal>().Distinct().Order()]) : null;
    }

    /// <summary>Whether a cell holds for a value; of cells that <see cref="Of"/> took.</summary>
    public static bool Holds(BoundExpression cell, object value) => cell switch
    {
        BoundUnary { Operand: var operand } => !Holds(operand, value),
        BoundIn among => among.Candidates.Any(c => Equals(Constant(c), value)),
        BoundBinary { Operator: BinaryOperator.And } both => Holds(both.Left, value) && Holds(both.Right, value),
        BoundBinary compared => Compared(compared.Operator, value, Constant(compared.Right)!),
        _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, "a cell that was not looked at"),
    };

    private static bool Compared(BinaryOperator operation, object value, object constant) => operation switch
    {
        BinaryOperator.Equal => Equals(value, constant),
        BinaryOperator.NotEqual => !Equals(value, constant),
        _ => value is decimal number && constant is decimal bound && operation switch
        {
            BinaryOperator.Less => number < bound,
            BinaryOperator.LessOrEqual => number <= bound,
            BinaryOperator.Greater => number > bound,
            _ => number >= bound,
        },
    };

    private static bool Collect(BoundExpression cell, List<object> constants)
    {
        switch (cell)
        {
            case BoundUnary { Operator: UnaryOperator.Not, Operand: var operand }: return Collect(operand, constants);
            case BoundIn among: return among.Candidates.All(c => Add(c, constants));
            case BoundBinary { Operator: BinaryOperator.And } both: return Collect(both.Left, constants) && Collect(both.Right, constants);
            case BoundBinary { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual, Right: var right }: return Add(right, constants);
            case BoundBinary { Operator: BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual, Right: var right }:
                return Constant(right) is decimal && Add(right, constants);
            default: return false;
        }
    }

    private static bool Add(BoundExpression expression, List<object> constants)
    {
        if (Constant(expression) is not { } value)
            return false;
        constants.Add(value);
        return true;
    }

    private static object? Constant(BoundExpression expression) => expression switch
    {
        BoundConversion conversion => Constant(conversion.Operand),
        BoundConstant { Value: bool or string or Enum } constant => constant.Value,
        BoundConstant { Type.Kind: TypeKind.Number, Value: not (double or float or null) } constant =>
            Bounded(Convert.ToDecimal(constant.Value, System.Globalization.CultureInfo.InvariantCulture)),
        BoundConstant { Value: double and > -1e15 and < 1e15 } real => (decimal)(double)real.Value,
        _ => null,
    };

    /// <summary>One more and one less must be numbers too.</summary>
    private static decimal? Bounded(decimal value) => Math.Abs(value) < 1e15m ? value : null;

    private static List<object> Numbers(List<decimal> sorted)
    {
        var cases = new List<object> { sorted[0] - 1 };
        for (var i = 0; i < sorted.Count; i++)
        {
            cases.Add(sorted[i]);
            cases.Add(i + 1 < sorted.Count ? (sorted[i] + sorted[i + 1]) / 2 : sorted[i] + 1);
        }
        return cases;
    }
}
