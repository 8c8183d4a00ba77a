using Tthc.RuleLanguage.Syntax.Lexing;
using Tthc.Text;

namespace Tthc.RuleLanguage.Syntax.Parsing;

/// <summary>Tokens where none of their kind belongs: says what was probably meant, and where reading can go on.</summary>
internal sealed class StrayTokens(TokenCursor tokens, SyntaxReport report)
{
    /// <summary>Takes, and reports, what stands like an operator between two values and is none.</summary>
    public bool TakeAsOperator()
    {
        var token = tokens.Current;
        if (!ReportForeign(token))
            return false;
        tokens.Take();
        while (token.Is("not") && OperatorWords.InsteadOf(tokens.Current.Text) is not null)
            tokens.Take();
        return true;
    }

    /// <summary><c>and then</c>, <c>or else</c> of other languages.</summary>
    public void SkipThen(Token word)
    {
        var next = tokens.Current;
        var isPair = (word.Is("and") && next.Is("then")) || (word.Is("or") && next.Is("else"));
        if (!isPair || !tokens.Peek().StartsValue || tokens.Peek().Kind is TokenKind.OpenParenthesis or TokenKind.Not)
            return;
        report.Report(OperatorWords.Use(word.Text), SpellingDiagnostics.ForeignWord, word.Span.Cover(next.Span), $"\"{word.Text} {next.Text}\"");
        tokens.Take();
    }

    /// <summary>Reports that the current token does not go on with what was read; true if a value begins after that.</summary>
    public bool Resume()
    {
        var token = tokens.Current;
        if (token.StartsValue)
        {
            report.Report(SyntaxDiagnostics.MissingOperator, token.Span, tokens.Shown(token));
            return true;
        }
        if (!ReportForeign(token) && !ReportDecimalComma(token))
            report.Report(SyntaxDiagnostics.Unexpected, token.Span, tokens.Shown(token));
        tokens.Take();
        if (tokens.Current.Operator is not null)
            tokens.Take();
        return tokens.Current.StartsValue;
    }

    private bool ReportForeign(Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Bad:
                return true;
            case TokenKind.Assignment:
                report.Report(SpellingDiagnostics.Assignment, token.Span, tokens.Shown(token));
                return true;
            case TokenKind.Arrow:
                report.Report(new BilingualText("so sánh thì viết >=", "to compare, write >="), SyntaxDiagnostics.ArrowOutside, token.Span);
                return true;
            case TokenKind.Foreign:
                report.Report(OperatorWords.Use((string)token.Value!), SpellingDiagnostics.ForeignOperator, token.Span, tokens.Shown(token));
                return true;
            case TokenKind.Name when token.Text == "^":
                report.Report(SpellingDiagnostics.Caret, token.Span);
                return true;
            case TokenKind.Name when OperatorWords.InsteadOf(token.Text) is { } instead && !IsOurs(token):
                report.Report(instead, SpellingDiagnostics.ForeignWord, token.Span, tokens.Shown(token));
                return true;
            default:
                return false;
        }
    }

    /// <summary><c>not in</c>, and the <c>as</c> that names a part of <c>new</c>.</summary>
    private bool IsOurs(Token token) => (token.Is("not") && tokens.Peek().Is("in")) || (token.Is("as") && AsNames > 0);

    /// <summary>How many values are being read that an <c>as</c> may follow.</summary>
    public int AsNames { get; set; }

    private bool ReportDecimalComma(Token token)
    {
        var next = tokens.Peek();
        var touches = token.Kind == TokenKind.Comma && next.Kind == TokenKind.Number && next.Span.Start == token.Span.End
            && token.Span.Start > 0 && char.IsAsciiDigit(report.Text[token.Span.Start - 1]);
        if (!touches)
            return false;
        var start = token.Span.Start;
        while (start > 0 && char.IsAsciiDigit(report.Text[start - 1]))
            start--;
        report.Report(SpellingDiagnostics.DecimalComma, token.Span, $"{report.Text.AsSpan(start, token.Span.Start - start)}.{next.Text}");
        tokens.Take();
        return true;
    }
}
