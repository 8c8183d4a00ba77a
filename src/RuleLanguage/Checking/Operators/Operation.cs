using Tthc.RuleLanguage.Syntax;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Operators;

/// <summary>An operator between two checked operands.</summary>
/// <param name="Operator">Which.</param>
/// <param name="Span">Place of the whole.</param>
/// <param name="At">Place of the operator.</param>
internal readonly record struct Operation(BinaryOperator Operator, TextSpan Span, TextSpan At)
{
    public string Sign => OperatorSigns.Of(Operator);
}

/// <summary>How operators are shown.</summary>
internal static class OperatorSigns
{
    public static string Of(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => "||",
        BinaryOperator.And => "&&",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.BitAnd => "&",
        BinaryOperator.BitOr => "|",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight => ">>",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Remainder => "%",
        _ => "??",
    };

    public static bool IsEquality(BinaryOperator op) => op is BinaryOperator.Equal or BinaryOperator.NotEqual;
}
