namespace Tthc.RuleLanguage.Syntax;

/// <summary>Operators with one operand.</summary>
public enum UnaryOperator
{
    /// <summary><c>!</c>, <c>not</c>.</summary>
    Not,

    /// <summary><c>-</c>.</summary>
    Negate,
}

/// <summary>Operators with two operands.</summary>
public enum BinaryOperator
{
    /// <summary><c>||</c>, <c>or</c>, <c>OrElse</c>.</summary>
    Or,

    /// <summary><c>&amp;&amp;</c>, <c>and</c>, <c>AndAlso</c>.</summary>
    And,

    /// <summary><c>==</c>, <c>=</c>, <c>eq</c>, <c>equal</c>.</summary>
    Equal,

    /// <summary><c>!=</c>, <c>&lt;&gt;</c>, <c>ne</c>, <c>neq</c>, <c>notequal</c>.</summary>
    NotEqual,

    /// <summary><c>&lt;</c>, <c>lt</c>, <c>LessThan</c>.</summary>
    Less,

    /// <summary><c>&lt;=</c>, <c>le</c>, <c>LessThanEqual</c>.</summary>
    LessOrEqual,

    /// <summary><c>&gt;</c>, <c>gt</c>, <c>GreaterThan</c>.</summary>
    Greater,

    /// <summary><c>&gt;=</c>, <c>ge</c>, <c>GreaterThanEqual</c>.</summary>
    GreaterOrEqual,

    /// <summary><c>&amp;</c>: bits of whole numbers, both of two conditions, or two texts joined.</summary>
    BitAnd,

    /// <summary><c>|</c>.</summary>
    BitOr,

    /// <summary><c>&lt;&lt;</c>.</summary>
    ShiftLeft,

    /// <summary><c>&gt;&gt;</c>.</summary>
    ShiftRight,

    /// <summary><c>+</c>.</summary>
    Add,

    /// <summary><c>-</c>.</summary>
    Subtract,

    /// <summary><c>*</c>.</summary>
    Multiply,

    /// <summary><c>/</c>.</summary>
    Divide,

    /// <summary><c>%</c>, <c>mod</c>.</summary>
    Remainder,

    /// <summary><c>??</c>.</summary>
    Coalesce,
}
