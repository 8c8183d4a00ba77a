using System.Collections.Frozen;

namespace Tthc.RuleLanguage.Syntax.Lexing;

/// <summary>The symbols, longest first wherever one begins another.</summary>
internal static class Symbols
{
    private static readonly FrozenDictionary<string, (TokenKind Kind, object? Value)> All = new Dictionary<string, (TokenKind, object?)>(StringComparer.Ordinal)
    {
        ["("] = (TokenKind.OpenParenthesis, null),
        [")"] = (TokenKind.CloseParenthesis, null),
        ["["] = (TokenKind.OpenBracket, null),
        ["]"] = (TokenKind.CloseBracket, null),
        ["{"] = (TokenKind.OpenBrace, null),
        ["}"] = (TokenKind.CloseBrace, null),
        ["."] = (TokenKind.Dot, null),
        [","] = (TokenKind.Comma, null),
        ["?"] = (TokenKind.Question, null),
        [":"] = (TokenKind.Colon, null),
        ["!"] = (TokenKind.Not, null),
        ["$"] = (TokenKind.Name, null),
        ["^"] = (TokenKind.Name, null),
        ["~"] = (TokenKind.Name, null),
        ["=>"] = (TokenKind.Arrow, null),
        ["?."] = (TokenKind.NullConditional, null),
        ["?["] = (TokenKind.NullConditional, null),
        ["||"] = (TokenKind.Operator, BinaryOperator.Or),
        ["&&"] = (TokenKind.Operator, BinaryOperator.And),
        ["=="] = (TokenKind.Operator, BinaryOperator.Equal),
        ["="] = (TokenKind.Operator, BinaryOperator.Equal),
        ["!="] = (TokenKind.Operator, BinaryOperator.NotEqual),
        ["<>"] = (TokenKind.Operator, BinaryOperator.NotEqual),
        ["<"] = (TokenKind.Operator, BinaryOperator.Less),
        ["<="] = (TokenKind.Operator, BinaryOperator.LessOrEqual),
        [">"] = (TokenKind.Operator, BinaryOperator.Greater),
        [">="] = (TokenKind.Operator, BinaryOperator.GreaterOrEqual),
        ["&"] = (TokenKind.Operator, BinaryOperator.BitAnd),
        ["|"] = (TokenKind.Operator, BinaryOperator.BitOr),
        ["<<"] = (TokenKind.Operator, BinaryOperator.ShiftLeft),
        [">>"] = (TokenKind.Operator, BinaryOperator.ShiftRight),
        ["+"] = (TokenKind.Operator, BinaryOperator.Add),
        ["-"] = (TokenKind.Operator, BinaryOperator.Subtract),
        ["*"] = (TokenKind.Operator, BinaryOperator.Multiply),
        ["/"] = (TokenKind.Operator, BinaryOperator.Divide),
        ["%"] = (TokenKind.Operator, BinaryOperator.Remainder),
        ["??"] = (TokenKind.Operator, BinaryOperator.Coalesce),
        ["+="] = (TokenKind.Assignment, null),
        ["-="] = (TokenKind.Assignment, null),
        ["*="] = (TokenKind.Assignment, null),
        ["/="] = (TokenKind.Assignment, null),
        ["%="] = (TokenKind.Assignment, null),
        ["&="] = (TokenKind.Assignment, null),
        ["|="] = (TokenKind.Assignment, null),
        ["^="] = (TokenKind.Assignment, null),
        [":="] = (TokenKind.Assignment, null),
        ["??="] = (TokenKind.Assignment, null),
        ["++"] = (TokenKind.Assignment, null),
        ["==="] = (TokenKind.Foreign, "=="),
        ["!=="] = (TokenKind.Foreign, "!="),
        ["=<"] = (TokenKind.Foreign, "<="),
        ["<=>"] = (TokenKind.Foreign, "=="),
        ["**"] = (TokenKind.Foreign, "Math.Pow(a, b)"),
        ["->"] = (TokenKind.Foreign, "=>"),
        ["::"] = (TokenKind.Foreign, "."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly int Longest = All.Keys.Max(symbol => symbol.Length);

    /// <summary>The longest symbol that begins at an offset; null if none does.</summary>
    public static string? At(string text, int offset)
    {
        var names = All.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(Longest, text.Length - offset); length > 0; length--)
        {
            if (names.TryGetValue(text.AsSpan(offset, length), out _))
                return text.Substring(offset, length);
        }
        return null;
    }

    /// <summary>The token of a symbol.</summary>
    public static Token TokenOf(string symbol, Text.TextSpan span)
    {
        var (kind, value) = All[symbol];
        return new Token(kind, span, symbol, value);
    }
}
