using System.Collections.Immutable;
using Tthc.RuleLanguage.Syntax.Lexing;
using Tthc.Text;

namespace Tthc.RuleLanguage.Syntax.Parsing;

/// <summary>Reads <c>q =&gt; body</c> and <c>(a, b) =&gt; body</c>.</summary>
internal sealed class LambdaParser(TokenCursor tokens, SyntaxReport report, OperatorParser operators)
{
    /// <summary>Whether a lambda begins here. Looks no further than its parameters, so that brackets in brackets are not looked over again and again.</summary>
    public bool IsAhead()
    {
        if (tokens.Current.IsName)
            return tokens.Peek().Kind == TokenKind.Arrow;
        if (tokens.Current.Kind != TokenKind.OpenParenthesis)
            return false;
        var ahead = 1;
        while (tokens.Peek(ahead).IsName && tokens.Peek(ahead + 1).Kind == TokenKind.Comma)
            ahead += 2;
        return tokens.Peek(ahead).IsName && tokens.Peek(ahead + 1).Kind == TokenKind.CloseParenthesis && tokens.Peek(ahead + 2).Kind == TokenKind.Arrow;
    }

    public ExpressionSyntax Read(bool isArgument)
    {
        var start = tokens.Current.Span.Start;
        var parameters = Parameters();
        var arrow = tokens.Take();
        if (!isArgument)
            report.Report(new BilingualText("so sánh thì viết >=", "to compare, write >="), SyntaxDiagnostics.ArrowOutside, arrow.Span);
        foreach (var repeated in parameters.GroupBy(p => p.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            report.Report(SyntaxDiagnostics.DuplicateName, repeated.Last().Span, $"'{repeated.Key}'");
        var body = operators.Expression();
        return new LambdaSyntax(TextSpan.FromBounds(start, Math.Max(start, body.Span.End)), parameters, body);
    }

    private ImmutableArray<NameSyntax> Parameters()
    {
        var parameters = ImmutableArray.CreateBuilder<NameSyntax>();
        while (tokens.Current.Kind != TokenKind.Arrow && !tokens.IsAtEnd)
        {
            var token = tokens.Take();
            if (token.IsName)
                parameters.Add(new NameSyntax(token.Span, token.Text));
        }
        return parameters.ToImmutable();
    }
}
