namespace Tthc.RuleLanguage.Syntax;

/// <summary>How tightly operators bind; a greater number binds tighter.</summary>
internal static class Precedence
{
    public const int Conditional = 0;
    public const int Coalesce = 1;
    public const int In = 4;
    public const int Relational = 7;
    public const int Additive = 9;
    public const int Unary = 11;
    public const int Primary = 12;

    /// <summary>The precedence of an operator with two operands.</summary>
    public static int Of(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Coalesce => Coalesce,
        BinaryOperator.Or => 2,
        BinaryOperator.And => 3,
        BinaryOperator.BitAnd or BinaryOperator.BitOr => 5,
        BinaryOperator.Equal or BinaryOperator.NotEqual => 6,
        BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => Relational,
        BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight => 8,
        BinaryOperator.Add or BinaryOperator.Subtract => Additive,
        _ => 10,
    };
}
