using System.Collections.Immutable;
using System.Text;
using Tthc.RuleLanguage.Syntax.Lexing;
using Tthc.Text;

namespace Tthc.RuleLanguage.Syntax.Parsing;

/// <summary>Reads values, and the members, calls and keys that follow them.</summary>
internal sealed class PrimaryParser(TokenCursor tokens, SyntaxReport report, LanguageLimits limits, OperatorParser operators)
{
    private readonly NewParser created = new(tokens, report, operators);

    /// <summary>A value.</summary>
    /// <param name="start">Where it begins: the current token, or the sign of a number.</param>
    /// <param name="isNegative">Whether a minus stood right before it, which is a number.</param>
    public ExpressionSyntax Read(TextSpan start, bool isNegative)
    {
        var node = Value(start, isNegative);
        while (true)
        {
            var next = tokens.Current.Kind switch
            {
                TokenKind.Dot or TokenKind.NullConditional => AfterDot(node),
                TokenKind.OpenBracket => Index(node),
                TokenKind.OpenParenthesis when !report.IsOver && node is not MissingSyntax => NotCallable(node),
                _ => null,
            };
            if (next is null)
                return node;
            node = next;
        }
    }

    private ExpressionSyntax Value(TextSpan start, bool isNegative)
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                tokens.Take();
                var number = new NumberLiteral(report, token, isNegative).Read();
                return number is null ? new MissingSyntax(token.Span) : new LiteralSyntax(start.Cover(token.Span), number);
            case TokenKind.Constant:
                return Constant();
            case TokenKind.EscapedName:
                return NameOrCall(tokens.Take());
            case TokenKind.Name when token.Is("new"):
                return created.Read();
            case TokenKind.Name:
                return Word(token);
            case TokenKind.OpenParenthesis:
                return Parenthesised();
            case TokenKind.OpenBracket or TokenKind.OpenBrace:
                report.Report(SpellingDiagnostics.ListBrackets, token.Span);
                operators.Brackets.List(() => operators.Expression());
                return new MissingSyntax(token.Span);
            case TokenKind.Bad:
                tokens.Take();
                return new MissingSyntax(token.Span);
            default:
                return MissingOperand(token);
        }
    }

    private MissingSyntax MissingOperand(Token token)
    {
        var isWord = token.Kind == TokenKind.Name && OperatorWords.IsReserved(token.Text);
        var hint = isWord ? new BilingualText($"nếu là tên thì viết @{token.Text}", $"if it is a name, write @{token.Text}") : null;
        report.Report(hint, SyntaxDiagnostics.MissingOperand, token.Span, tokens.Shown(token));
        if (isWord && !tokens.Peek().StartsValue)
            tokens.Take(); // `eq == 1`: it was meant as a name
        return new MissingSyntax(new TextSpan(token.Span.Start, 0));
    }

    /// <summary>A text or a character; texts in a row are one.</summary>
    private LiteralSyntax Constant()
    {
        var first = tokens.Take();
        if (first.Value is not string text || tokens.Current.Value is not string)
            return Checked(first.Span, first.Value!);
        var joined = new StringBuilder(text);
        var span = first.Span;
        while (tokens.Current is { Kind: TokenKind.Constant, Value: string more })
        {
            joined.Append(more);
            span = span.Cover(tokens.Take().Span);
        }
        return Checked(span, joined.ToString());
    }

    private LiteralSyntax Checked(TextSpan span, object value)
    {
        if (value is string text && text.Length > limits.StringLength)
            report.Report(SpellingDiagnostics.TextTooLong, span, text.Length, limits.StringLength);
        return new LiteralSyntax(span, value);
    }

    private ExpressionSyntax Word(Token token)
    {
        if (OperatorWords.IsInfix(token.Text))
            return MissingOperand(token);
        tokens.Take();
        if (token.Is("true") || token.Is("false"))
            return new LiteralSyntax(token.Span, token.Is("true"));
        if (token.Is("null"))
            return new LiteralSyntax(token.Span, null);
        if ((token.Is("typeof") || token.Is("sizeof") || token.Is("nameof")) && tokens.Current.Kind == TokenKind.OpenParenthesis)
            report.Report(SpellingDiagnostics.TypeOf, token.Span, token.Text);
        return NameOrCall(token);
    }

    private ExpressionSyntax NameOrCall(Token name) => tokens.Current.Kind == TokenKind.OpenParenthesis
        ? Call(null, name)
        : new NameSyntax(name.Span, name.Text);

    private ExpressionSyntax Parenthesised()
    {
        var open = tokens.Current;
        var inner = operators.Brackets.Some(() => operators.Expression());
        if (inner.Length > 1)
            report.Report(SpellingDiagnostics.ListBrackets, open.Span);
        var span = TextSpan.FromBounds(open.Span.Start, Math.Max(open.Span.End, tokens.PreviousEnd));
        var value = inner.IsEmpty ? new MissingSyntax(span) : inner[0];
        return value with { Span = span };
    }

    private ExpressionSyntax AfterDot(ExpressionSyntax target)
    {
        var dot = tokens.Current;
        if (dot.Kind == TokenKind.NullConditional)
        {
            report.Report(SpellingDiagnostics.NullConditional, dot.Span, tokens.Shown(dot));
            if (dot.Text == "?[")
                return Index(target);
        }
        tokens.Take();
        var name = tokens.Current;
        if (!name.IsName || name.Text is "$" or "^" or "~")
        {
            report.Report(SyntaxDiagnostics.MissingName, name.Span, tokens.Shown(dot), tokens.Shown(name));
            if (name.Kind is TokenKind.Number or TokenKind.Constant or TokenKind.Bad)
                tokens.Take();
            return new MissingSyntax(target.Span.Cover(dot.Span));
        }
        tokens.Take();
        return tokens.Current.Kind == TokenKind.OpenParenthesis
            ? Call(target, name)
            : new MemberSyntax(target.Span.Cover(name.Span), target, name.Text, name.Span);
    }

    private CallSyntax Call(ExpressionSyntax? target, Token name)
    {
        var arguments = operators.Brackets.List(() => operators.Expression(isArgument: true));
        var start = target?.Span.Start ?? name.Span.Start;
        return new CallSyntax(TextSpan.FromBounds(start, tokens.PreviousEnd), target, name.Text, name.Span, arguments);
    }

    private IndexSyntax Index(ExpressionSyntax target)
    {
        ImmutableArray<ExpressionSyntax> keys = operators.Brackets.Some(() => operators.Expression());
        return new IndexSyntax(TextSpan.FromBounds(target.Span.Start, tokens.PreviousEnd), target, keys);
    }

    private MissingSyntax NotCallable(ExpressionSyntax target)
    {
        report.Report(SyntaxDiagnostics.NotCallable, tokens.Current.Span);
        operators.Brackets.List(() => operators.Expression(isArgument: true));
        return new MissingSyntax(target.Span);
    }
}
