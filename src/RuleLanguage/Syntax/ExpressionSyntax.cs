using System.Collections.Immutable;
using Tthc.Text;

namespace Tthc.RuleLanguage.Syntax;

/// <summary>An expression as written. The sealed kinds below are all there are; nesting is bounded by the parser, so walks may recurse.</summary>
/// <param name="Span">Where it stands in the text of the expression.</param>
public abstract record ExpressionSyntax(TextSpan Span);

/// <summary>A literal: null, bool, char, string, int, uint, long, ulong, float, double or decimal.</summary>
/// <param name="Span">Place.</param>
/// <param name="Value">The value, boxed; null for <c>null</c>.</param>
public sealed record LiteralSyntax(TextSpan Span, object? Value) : ExpressionSyntax(Span);

/// <summary>A name; also <c>it</c>, <c>parent</c>, <c>root</c>, <c>$</c>, <c>^</c>, <c>~</c>.</summary>
/// <param name="Span">Place.</param>
/// <param name="Name">As written.</param>
public sealed record NameSyntax(TextSpan Span, string Name) : ExpressionSyntax(Span);

/// <summary><c>target.Name</c>.</summary>
/// <param name="Span">Place.</param>
/// <param name="Target">What stands before the dot.</param>
/// <param name="Name">The member.</param>
/// <param name="NameSpan">Place of the member's name.</param>
public sealed record MemberSyntax(TextSpan Span, ExpressionSyntax Target, string Name, TextSpan NameSpan) : ExpressionSyntax(Span);

/// <summary><c>name(…)</c> or <c>target.name(…)</c>. Arguments may be lambdas.</summary>
/// <param name="Span">Place.</param>
/// <param name="Target">What stands before the dot; null without one.</param>
/// <param name="Name">The function; also <c>iif</c>, <c>np</c>, <c>isnull</c>, <c>is</c>, <c>as</c>, <c>cast</c>, names of types.</param>
/// <param name="NameSpan">Place of the name.</param>
/// <param name="Arguments">Arguments.</param>
public sealed record CallSyntax(TextSpan Span, ExpressionSyntax? Target, string Name, TextSpan NameSpan, ImmutableArray<ExpressionSyntax> Arguments)
    : ExpressionSyntax(Span);

/// <summary><c>target[…]</c>.</summary>
/// <param name="Span">Place.</param>
/// <param name="Target">What is looked into.</param>
/// <param name="Arguments">Keys; one in all that the language knows.</param>
public sealed record IndexSyntax(TextSpan Span, ExpressionSyntax Target, ImmutableArray<ExpressionSyntax> Arguments) : ExpressionSyntax(Span);

/// <summary>One operand.</summary>
/// <param name="Span">Place.</param>
/// <param name="Operator">Operator.</param>
/// <param name="Operand">Operand.</param>
public sealed record UnarySyntax(TextSpan Span, UnaryOperator Operator, ExpressionSyntax Operand) : ExpressionSyntax(Span);

/// <summary>Two operands.</summary>
/// <param name="Span">Place.</param>
/// <param name="Operator">Operator.</param>
/// <param name="OperatorSpan">Place of the operator.</param>
/// <param name="Left">Left operand.</param>
/// <param name="Right">Right operand.</param>
public sealed record BinarySyntax(TextSpan Span, BinaryOperator Operator, TextSpan OperatorSpan, ExpressionSyntax Left, ExpressionSyntax Right)
    : ExpressionSyntax(Span);

/// <summary><c>condition ? a : b</c>.</summary>
/// <param name="Span">Place.</param>
/// <param name="Condition">Condition.</param>
/// <param name="WhenTrue">Value if it holds.</param>
/// <param name="WhenFalse">Value if not.</param>
public sealed record ConditionalSyntax(TextSpan Span, ExpressionSyntax Condition, ExpressionSyntax WhenTrue, ExpressionSyntax WhenFalse) : ExpressionSyntax(Span);

/// <summary><c>value in (a, b)</c>, <c>value not in (a, b)</c>, or a list instead of the brackets.</summary>
/// <param name="Span">Place.</param>
/// <param name="Value">What is looked for.</param>
/// <param name="Candidates">Where; a single candidate may itself be a list.</param>
/// <param name="IsNegated">Whether it is <c>not in</c>.</param>
public sealed record InSyntax(TextSpan Span, ExpressionSyntax Value, ImmutableArray<ExpressionSyntax> Candidates, bool IsNegated) : ExpressionSyntax(Span);

/// <summary><c>q =&gt; body</c>; only as an argument.</summary>
/// <param name="Span">Place.</param>
/// <param name="Parameters">Names of the parameters with their places.</param>
/// <param name="Body">Body.</param>
public sealed record LambdaSyntax(TextSpan Span, ImmutableArray<NameSyntax> Parameters, ExpressionSyntax Body) : ExpressionSyntax(Span);

/// <summary><c>new(a as A, b as B)</c> or <c>new { 1 as A }</c>.</summary>
/// <param name="Span">Place.</param>
/// <param name="Members">Values with their names.</param>
public sealed record NewObjectSyntax(TextSpan Span, ImmutableArray<NewMemberSyntax> Members) : ExpressionSyntax(Span);

/// <summary>A member of a new record.</summary>
/// <param name="Name">Its name: after <c>as</c>, or that of the member read.</param>
/// <param name="NameSpan">Place of the name.</param>
/// <param name="Value">Its value.</param>
public sealed record NewMemberSyntax(string Name, TextSpan NameSpan, ExpressionSyntax Value);

/// <summary><c>new[] { 1, 2 }</c> or <c>new int[] { 1, 2 }</c>.</summary>
/// <param name="Span">Place.</param>
/// <param name="TypeName">The type written; null: that of the elements.</param>
/// <param name="Elements">Elements.</param>
public sealed record NewArraySyntax(TextSpan Span, string? TypeName, ImmutableArray<ExpressionSyntax> Elements) : ExpressionSyntax(Span);

/// <summary>A place where nothing could be read; it has been reported.</summary>
/// <param name="Span">Place.</param>
public sealed record MissingSyntax(TextSpan Span) : ExpressionSyntax(Span);
