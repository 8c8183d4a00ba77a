using Tthc.RuleLanguage.Syntax.Lexing;
using Tthc.Text;

namespace Tthc.RuleLanguage.Syntax.Parsing;

/// <summary>A place in the tokens. Once the report is over it stands at the end, which brings every loop to its own.</summary>
internal sealed class TokenCursor(List<Token> tokens, SyntaxReport report)
{
    private int at;

    public Token Current => report.IsOver ? tokens[^1] : tokens[at];

    /// <summary>End of the token before; 0 at the start.</summary>
    public int PreviousEnd => at == 0 ? 0 : tokens[at - 1].Span.End;

    public bool IsAtEnd => Current.Kind == TokenKind.End;

    public Token Peek(int count = 1) => report.IsOver ? tokens[^1] : tokens[Math.Min(at + count, tokens.Count - 1)];

    /// <summary>The current token; moves on unless it is the last.</summary>
    public Token Take()
    {
        var token = Current;
        if (token.Kind != TokenKind.End)
            at++;
        return token;
    }

    public bool Accept(TokenKind kind)
    {
        if (Current.Kind != kind)
            return false;
        at++;
        return true;
    }

    /// <summary>How a token is called in a message.</summary>
    public BilingualText Shown(Token token)
    {
        if (token.Kind == TokenKind.End)
            return new BilingualText("hết biểu thức", "the end of the expression");
        var quoted = $"'{VisibleText.Of(report.Text.Substring(token.Span.Start, token.Span.Length), 30)}'";
        return new BilingualText(quoted, quoted);
    }
}
