using Tthc.Text;

namespace Tthc.RuleLanguage.Syntax.Lexing;

/// <summary>The kinds of tokens.</summary>
internal enum TokenKind
{
    /// <summary>End of the expression.</summary>
    End,

    /// <summary>Unreadable, and reported; stands for a value or for an operator.</summary>
    Bad,

    /// <summary>A name or a word.</summary>
    Name,

    /// <summary>A name after <c>@</c>, which is no word.</summary>
    EscapedName,

    /// <summary>A number, still as text.</summary>
    Number,

    /// <summary>A text or character.</summary>
    Constant,

    /// <summary>An operator between two values; <c>-</c> also before one.</summary>
    Operator,

    /// <summary><c>!</c>.</summary>
    Not,

    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Dot,
    Comma,
    Question,
    Colon,

    /// <summary><c>=&gt;</c>.</summary>
    Arrow,

    /// <summary><c>?.</c> or <c>?[</c>.</summary>
    NullConditional,

    /// <summary><c>+=</c> and the like.</summary>
    Assignment,

    /// <summary>An operator of another language.</summary>
    Foreign,
}

/// <summary>A token.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Span">Place.</param>
/// <param name="Text">The name without <c>@</c>, the digits, the symbol; empty for texts.</param>
/// <param name="Value">The string or char of a constant, the <see cref="BinaryOperator"/> of an operator, the better spelling of a foreign one.</param>
internal readonly record struct Token(TokenKind Kind, TextSpan Span, string Text, object? Value = null)
{
    public bool IsName => Kind is TokenKind.Name or TokenKind.EscapedName;

    /// <summary>The operator it is between two values, written as a symbol or as a word.</summary>
    public BinaryOperator? Operator => Kind switch
    {
        TokenKind.Operator => (BinaryOperator)Value!,
        TokenKind.Name => OperatorWords.BinaryOf(Text),
        _ => null,
    };

    public bool Is(string word) => Kind == TokenKind.Name && OperatorWords.Is(Text, word);

    /// <summary>Whether a value can begin with it and no value goes on with it.</summary>
    public bool StartsValue => Kind switch
    {
        TokenKind.Number or TokenKind.Constant or TokenKind.EscapedName or TokenKind.OpenParenthesis or TokenKind.Not => true,
        TokenKind.Name => Text != "^" && !OperatorWords.IsInfix(Text),
        _ => false,
    };
}
