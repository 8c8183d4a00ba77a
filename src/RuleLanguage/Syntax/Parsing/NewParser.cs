using System.Collections.Immutable;
using Tthc.RuleLanguage.Syntax.Lexing;
using Tthc.Text;

namespace Tthc.RuleLanguage.Syntax.Parsing;

/// <summary>Reads <c>new(a as A)</c>, <c>new { 1 as A }</c>, <c>new[] {…}</c> and <c>new int[] {…}</c>.</summary>
internal sealed class NewParser(TokenCursor tokens, SyntaxReport report, OperatorParser operators)
{
    public ExpressionSyntax Read()
    {
        var start = tokens.Take().Span.Start;
        if (tokens.Current.Kind is TokenKind.OpenParenthesis or TokenKind.OpenBrace)
            return Object(start);
        var typeStart = tokens.Current.Span.Start;
        var type = TypeName();
        if (tokens.Current.Kind == TokenKind.OpenBracket || tokens.Current is { Kind: TokenKind.NullConditional, Text: "?[" })
            return List(start, type);
        if (type is null)
            report.Report(SyntaxDiagnostics.Needed, tokens.Current.Span, "new(… as …), new[] {…}", tokens.Shown(tokens.Current));
        else
            report.Report(SyntaxDiagnostics.NewOfType, TextSpan.FromBounds(typeStart, tokens.PreviousEnd), type);
        if (tokens.Current.Kind is TokenKind.OpenParenthesis or TokenKind.OpenBrace)
            operators.Brackets.List(Argument);
        return new MissingSyntax(TextSpan.FromBounds(start, tokens.PreviousEnd));
    }

    private NewObjectSyntax Object(int start)
    {
        var members = operators.Brackets.List(Member);
        if (members.IsEmpty)
            report.Report(SyntaxDiagnostics.NewMemberName, new TextSpan(tokens.PreviousEnd - 1, 1));
        var named = members.Where(member => member.Name.Length > 0).ToList();
        foreach (var repeated in named.GroupBy(member => member.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            report.Report(SyntaxDiagnostics.DuplicateName, repeated.Last().NameSpan, $"'{repeated.Key}'");
        return new NewObjectSyntax(TextSpan.FromBounds(start, tokens.PreviousEnd), members);
    }

    private ExpressionSyntax Value()
    {
        operators.Stray.AsNames++;
        var value = operators.Expression();
        operators.Stray.AsNames--;
        return value;
    }

    /// <summary>What a type that cannot be made was given.</summary>
    private ExpressionSyntax Argument()
    {
        var value = Value();
        if (tokens.Current.Is("as") && tokens.Peek().IsName)
            (_, _) = (tokens.Take(), tokens.Take());
        return value;
    }

    private NewMemberSyntax Member()
    {
        var value = Value();
        if (tokens.Current.Is("as"))
        {
            var word = tokens.Take();
            if (tokens.Current.IsName)
                return Named(tokens.Take(), value);
            report.Report(SyntaxDiagnostics.MissingName, tokens.Current.Span, tokens.Shown(word), tokens.Shown(tokens.Current));
            return new NewMemberSyntax("", word.Span, value);
        }
        switch (value)
        {
            case NameSyntax { Name: not ("$" or "^" or "~") } name:
                return new NewMemberSyntax(name.Name, name.Span, value);
            case MemberSyntax member:
                return new NewMemberSyntax(member.Name, member.NameSpan, value);
            default:
                report.Report(HintFor(value), SyntaxDiagnostics.NewMemberName, value.Span);
                return new NewMemberSyntax("", value.Span, value);
        }
    }

    private static NewMemberSyntax Named(Token name, ExpressionSyntax value) => new(name.Text, name.Span, value);

    private BilingualText? HintFor(ExpressionSyntax value) => value is BinarySyntax { Operator: BinaryOperator.Equal, Left: NameSyntax name } assigned
        ? OperatorWords.Use($"{VisibleText.Of(report.Text.Substring(assigned.Right.Span.Start, assigned.Right.Span.Length), 30)} as {name.Name}")
        : null;

    private string? TypeName()
    {
        if (!tokens.Current.IsName)
            return null;
        var name = tokens.Take().Text;
        while (tokens.Current.Kind == TokenKind.Dot && tokens.Peek().IsName)
        {
            tokens.Take();
            name += "." + tokens.Take().Text;
        }
        return tokens.Accept(TokenKind.Question) ? name + "?" : name;
    }

    private NewArraySyntax List(int start, string? type)
    {
        var bracket = tokens.Take();
        if (!tokens.Accept(TokenKind.CloseBracket))
        {
            report.Report(SyntaxDiagnostics.Needed, tokens.Current.Span, "']'", tokens.Shown(tokens.Current));
            operators.Expression();
            tokens.Accept(TokenKind.CloseBracket);
        }
        else if (tokens.Current.Kind != TokenKind.OpenBrace)
            report.Report(SyntaxDiagnostics.Needed, tokens.Current.Span, "'{'", tokens.Shown(tokens.Current));
        ImmutableArray<ExpressionSyntax> elements = tokens.Current.Kind == TokenKind.OpenBrace ? operators.Brackets.List(() => operators.Expression()) : [];
        var typeName = bracket.Kind == TokenKind.NullConditional ? type + "?" : type;
        return new NewArraySyntax(TextSpan.FromBounds(start, tokens.PreviousEnd), typeName, elements);
    }
}
