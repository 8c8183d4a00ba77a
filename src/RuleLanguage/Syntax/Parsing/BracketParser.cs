using System.Collections.Immutable;
using Tthc.RuleLanguage.Syntax.Lexing;
using Tthc.Text;

namespace Tthc.RuleLanguage.Syntax.Parsing;

/// <summary>Reads what stands between brackets, with commas between.</summary>
internal sealed class BracketParser(TokenCursor tokens, SyntaxReport report, StrayTokens stray)
{
    /// <summary>The elements between the bracket that is the current token and the one that closes it; there may be none.</summary>
    public ImmutableArray<T> List<T>(Func<T> element)
    {
        var open = tokens.Take();
        var elements = ImmutableArray.CreateBuilder<T>();
        if (tokens.Accept(Closing(open)))
            return [];
        for (elements.Add(element()); !IsOver(open);)
        {
            if (tokens.Accept(TokenKind.Comma) || stray.Resume())
                elements.Add(element());
        }
        return elements.ToImmutable();
    }

    /// <summary>The elements between brackets, at least one.</summary>
    public ImmutableArray<ExpressionSyntax> Some(Func<ExpressionSyntax> element)
    {
        var elements = List(element);
        if (elements.IsEmpty)
            report.Report(SyntaxDiagnostics.MissingOperand, new TextSpan(tokens.PreviousEnd - 1, 1), "')'".Replace(')', report.Text[tokens.PreviousEnd - 1]));
        return elements;
    }

    private bool IsOver(Token open)
    {
        var closing = Closing(open);
        if (tokens.Accept(closing))
            return true;
        var token = tokens.Current;
        if (token.Kind == TokenKind.End)
            report.Report(SyntaxDiagnostics.Unclosed, open.Span, open.Text, Sign(closing));
        else if (token.Kind is TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.CloseBrace)
            report.Report(SyntaxDiagnostics.Mismatched, tokens.Take().Span, tokens.Shown(token), open.Text, Sign(closing));
        else
            return false;
        return true;
    }

    private static TokenKind Closing(Token open) => open.Kind switch
    {
        TokenKind.OpenParenthesis => TokenKind.CloseParenthesis,
        TokenKind.OpenBrace => TokenKind.CloseBrace,
        _ => TokenKind.CloseBracket,
    };

    private static string Sign(TokenKind closing) => closing switch
    {
        TokenKind.CloseParenthesis => ")",
        TokenKind.CloseBrace => "}",
        _ => "]",
    };
}
