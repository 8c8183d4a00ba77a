using System.Runtime.CompilerServices;
using Tthc.RuleLanguage.Syntax.Lexing;
using Tthc.Text;

namespace Tthc.RuleLanguage.Syntax.Parsing;

/// <summary>Reads operators by their precedence; what stands between them it leaves to <see cref="PrimaryParser"/>.</summary>
internal sealed class OperatorParser
{
    private readonly TokenCursor tokens;
    private readonly SyntaxReport report;
    private readonly LanguageLimits limits;
    private readonly StrayTokens stray;
    private readonly BracketParser brackets;
    private readonly PrimaryParser primary;
    private readonly LambdaParser lambdas;
    private int depth;

    public OperatorParser(TokenCursor tokens, SyntaxReport report, LanguageLimits limits)
    {
        (this.tokens, this.report, this.limits) = (tokens, report, limits);
        stray = new StrayTokens(tokens, report);
        brackets = new BracketParser(tokens, report, stray);
        lambdas = new LambdaParser(tokens, report, this);
        primary = new PrimaryParser(tokens, report, limits, this);
    }

    public BracketParser Brackets => brackets;

    public StrayTokens Stray => stray;

    /// <summary>All there is; what is left over is reported, and read as far as that finds further mistakes.</summary>
    public ExpressionSyntax Whole()
    {
        var root = Expression();
        while (!tokens.IsAtEnd)
        {
            if (stray.Resume())
                Expression();
        }
        return root;
    }

    /// <summary>An expression; a lambda is welcome only as an argument.</summary>
    public ExpressionSyntax Expression(bool isArgument = false) =>
        Nested(() => lambdas.IsAhead() ? lambdas.Read(isArgument) : Conditional());

    private ExpressionSyntax Nested(Func<ExpressionSyntax> read)
    {
        // The second question is for threads with small stacks and limits set high.
        if (depth >= limits.Depth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            report.Stop(SyntaxDiagnostics.TooDeep, tokens.Current.Span, limits.Depth);
            return Missing();
        }
        depth++;
        var node = read();
        depth--;
        return node;
    }

    private ExpressionSyntax Conditional()
    {
        var condition = Binary(Precedence.Coalesce);
        if (!tokens.Accept(TokenKind.Question))
            return condition;
        var whenTrue = Expression();
        if (!tokens.Accept(TokenKind.Colon))
        {
            report.Report(SyntaxDiagnostics.MissingColon, tokens.Current.Span, tokens.Shown(tokens.Current));
            return condition;
        }
        var whenFalse = Expression();
        return new ConditionalSyntax(condition.Span.Cover(whenFalse.Span), condition, whenTrue, whenFalse);
    }

    private ExpressionSyntax Binary(int lowest)
    {
        var left = Unary();
        for (var last = new Last(Precedence.Primary, IsIn: false); ;)
        {
            var token = tokens.Current;
            if (stray.TakeAsOperator())
                left = tokens.Current.StartsValue ? new MissingSyntax(left.Span.Cover(Binary(Precedence.Additive).Span)) : left;
            else if (IsInAhead() && lowest <= Precedence.In)
                (left, last) = (In(left), new Last(Precedence.In, IsIn: true));
            else if (token.Operator is { } binary && Precedence.Of(binary) >= lowest)
                (left, last) = (Operation(left, binary, last), new Last(Precedence.Of(binary), IsIn: false));
            else
                return left;
        }
    }

    private BinarySyntax Operation(ExpressionSyntax left, BinaryOperator binary, Last last)
    {
        var token = tokens.Take();
        var precedence = Precedence.Of(binary);
        if (last.IsIn && precedence > Precedence.In)
            report.Report(SyntaxDiagnostics.InNeedsParentheses, token.Span, tokens.Shown(token));
        if (last.Precedence == precedence && precedence == Precedence.Relational)
            report.Report(new BilingualText("viết: a < b && b < c", "write: a < b && b < c"), SyntaxDiagnostics.ChainedComparison, token.Span);
        stray.SkipThen(token);
        var right = binary == BinaryOperator.Coalesce ? Nested(() => Binary(precedence)) : Binary(precedence + 1);
        return new BinarySyntax(left.Span.Cover(right.Span), binary, token.Span, left, right);
    }

    private bool IsInAhead() => tokens.Current.Is("in") || tokens.Current.Is("not_in") || (tokens.Current.Is("not") && tokens.Peek().Is("in"));

    private InSyntax In(ExpressionSyntax value)
    {
        var isNegated = !tokens.Take().Is("in");
        if (isNegated && tokens.Current.Is("in"))
            tokens.Take();
        var candidates = tokens.Current.Kind == TokenKind.OpenParenthesis
            ? brackets.Some(() => Expression())
            : [Unary()];
        return new InSyntax(TextSpan.FromBounds(value.Span.Start, tokens.PreviousEnd), value, candidates, isNegated);
    }

    private ExpressionSyntax Unary()
    {
        Stack<Token>? signs = null;
        while (IsSign(tokens.Current))
            (signs ??= []).Push(tokens.Take());
        var isNegative = tokens.Current.Kind == TokenKind.Number && signs is not null && signs.TryPeek(out var nearest) && nearest.Operator == BinaryOperator.Subtract;
        var sign = isNegative ? signs!.Pop().Span : tokens.Current.Span;
        var operand = primary.Read(sign, isNegative);
        while (signs is not null && signs.TryPop(out var token))
        {
            if (token.Operator == BinaryOperator.Add)
                report.Report(SpellingDiagnostics.UnaryPlus, token.Span);
            operand = new UnarySyntax(token.Span.Cover(operand.Span), token.Operator is null ? UnaryOperator.Not : UnaryOperator.Negate, operand);
        }
        return operand;
    }

    private static bool IsSign(Token token) =>
        token.Kind == TokenKind.Not || token.Is("not") || (token.Kind == TokenKind.Operator && token.Operator is BinaryOperator.Subtract or BinaryOperator.Add);

    private MissingSyntax Missing() => new(new TextSpan(tokens.Current.Span.Start, 0));

    /// <summary>The operator applied last at this level: what may follow depends on it.</summary>
    private readonly record struct Last(int Precedence, bool IsIn);
}
