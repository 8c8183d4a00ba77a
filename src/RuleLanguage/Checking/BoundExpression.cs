using System.Collections.Immutable;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking;

/// <summary>
/// A checked expression: every name resolved, every operand converted to the type its operator works on. The sealed kinds below are all there are;
/// nesting is bounded by the parser, so walks may recurse.
/// </summary>
/// <param name="Type">Type of the value. A nullable one may be missing: absent in the facts, or impossible to compute.</param>
/// <param name="Span">Where it stands in the text of the expression.</param>
public abstract record BoundExpression(RuleType Type, TextSpan Span);

/// <summary>A constant.</summary>
/// <param name="Type">Type.</param>
/// <param name="Span">Place.</param>
/// <param name="Value">Value, boxed as <see cref="RuleType.Clr"/>; null: missing.</param>
public sealed record BoundConstant(RuleType Type, TextSpan Span, object? Value) : BoundExpression(Type, Span);

/// <summary>Which reading of the evaluation clock.</summary>
public enum ClockReading
{
    /// <summary><c>now</c>: an instant.</summary>
    Instant,

    /// <summary><c>DateTime.Now</c>: local date and time.</summary>
    Local,

    /// <summary><c>DateTime.UtcNow</c>.</summary>
    Utc,

    /// <summary><c>DateTime.Today</c>: the local day at midnight.</summary>
    Today,

    /// <summary><c>DateTimeOffset.UtcNow</c>.</summary>
    UtcInstant,
}

/// <summary>The evaluation clock.</summary>
/// <param name="Type">Type.</param>
/// <param name="Span">Place.</param>
/// <param name="Reading">Which reading.</param>
public sealed record BoundClock(RuleType Type, TextSpan Span, ClockReading Reading) : BoundExpression(Type, Span);

/// <summary>All the facts; only as the receiver of a member.</summary>
/// <param name="Type">Type.</param>
/// <param name="Span">Place.</param>
public sealed record BoundFacts(RuleType Type, TextSpan Span) : BoundExpression(Type, Span);

/// <summary>What a variable stands for.</summary>
public enum VariableKind
{
    /// <summary>A parameter of a lambda, or <c>it</c>.</summary>
    Element,

    /// <summary>A local or global parameter of a rule set.</summary>
    Scoped,
}

/// <summary>A variable; the same one is the same object.</summary>
/// <param name="name">Name.</param>
/// <param name="type">Type.</param>
/// <param name="kind">What it stands for.</param>
public sealed class Variable(string name, RuleType type, VariableKind kind)
{
    /// <summary>Name.</summary>
    public string Name => name;

    /// <summary>Type.</summary>
    public RuleType Type => type;

    /// <summary>What it stands for.</summary>
    public VariableKind Kind => kind;

    /// <inheritdoc/>
    public override string ToString() => $"{name}: {type}";
}

/// <summary>A variable read.</summary>
/// <param name="Type">Type.</param>
/// <param name="Span">Place.</param>
/// <param name="Variable">Which.</param>
public sealed record BoundVariable(RuleType Type, TextSpan Span, Variable Variable) : BoundExpression(Type, Span);

/// <summary>A member of a record. Missing where the receiver is.</summary>
/// <param name="Type">Type.</param>
/// <param name="Span">Place.</param>
/// <param name="Receiver">The record.</param>
/// <param name="Member">The member.</param>
public sealed record BoundMember(RuleType Type, TextSpan Span, BoundExpression Receiver, FactMember Member) : BoundExpression(Type, Span);

/// <summary>The key of a group.</summary>
/// <param name="Type">Type.</param>
/// <param name="Span">Place.</param>
/// <param name="Receiver">The group.</param>
public sealed record BoundGroupKey(RuleType Type, TextSpan Span, BoundExpression Receiver) : BoundExpression(Type, Span);

/// <summary>A call. Missing, without a call, where an argument is missing whose parameter is not nullable.</summary>
/// <param name="Type">Type.</param>
/// <param name="Span">Place.</param>
/// <param name="Function">The function.</param>
/// <param name="Arguments">Arguments, the receiver first, each of its parameter's type but for being missing.</param>
public sealed record BoundCall(RuleType Type, TextSpan Span, FunctionShape Function, ImmutableArray<BoundExpression> Arguments) : BoundExpression(Type, Span);

/// <summary>One operand: <c>!</c> on a condition, <c>-</c> on a number or a duration.</summary>
/// <param name="Type">Type.</param>
/// <param name="Span">Place.</param>
/// <param name="Operator">Operator.</param>
/// <param name="Operand">Operand.</param>
public sealed record BoundUnary(RuleType Type, TextSpan Span, UnaryOperator Operator, BoundExpression Operand) : BoundExpression(Type, Span);

/// <summary>
/// Two operands of one type, but for being missing, units, and the sums of instants, dates and durations. A comparison of texts is ordinal. Equality
/// with the constant null asks whether a value is missing and is never missing itself. Never Coalesce.
/// </summary>
/// <param name="Type">Type.</param>
/// <param name="Span">Place.</param>
/// <param name="Operator">Operator.</param>
/// <param name="Left">Left operand.</param>
/// <param name="Right">Right operand.</param>
public sealed record BoundBinary(RuleType Type, TextSpan Span, BinaryOperator Operator, BoundExpression Left, BoundExpression Right) : BoundExpression(Type, Span);

/// <summary>One of two values; missing where the condition cannot be told.</summary>
/// <param name="Type">Type.</param>
/// <param name="Span">Place.</param>
/// <param name="Condition">Condition.</param>
/// <param name="WhenTrue">Value if it holds.</param>
/// <param name="WhenFalse">Value if not.</param>
public sealed record BoundConditional(RuleType Type, TextSpan Span, BoundExpression Condition, BoundExpression WhenTrue, BoundExpression WhenFalse)
    : BoundExpression(Type, Span);

/// <summary>A value, or another where it is missing: <c>??</c>, <c>isnull</c>, <c>np</c>.</summary>
/// <param name="Type">Type.</param>
/// <param name="Span">Place.</param>
/// <param name="Value">The value.</param>
/// <param name="Fallback">The other.</param>
public sealed record BoundCoalesce(RuleType Type, TextSpan Span, BoundExpression Value, BoundExpression Fallback) : BoundExpression(Type, Span);

/// <summary>
/// A conversion between numbers, from a local time to an instant, from a number to text and the like, or to the nullable form. One that the value does not fit
/// gives a missing value; its type is then nullable.
/// </summary>
/// <param name="Type">Target.</param>
/// <param name="Span">Place.</param>
/// <param name="Operand">Operand.</param>
public sealed record BoundConversion(RuleType Type, TextSpan Span, BoundExpression Operand) : BoundExpression(Type, Span);

/// <summary>Whether a value is one of several.</summary>
/// <param name="Type">Type.</param>
/// <param name="Span">Place.</param>
/// <param name="Value">The value.</param>
/// <param name="Candidates">Candidates of the value's type.</param>
public sealed record BoundIn(RuleType Type, TextSpan Span, BoundExpression Value, ImmutableArray<BoundExpression> Candidates) : BoundExpression(Type, Span);

/// <summary>An element of a list or a character of a text; missing outside its bounds.</summary>
/// <param name="Type">Type.</param>
/// <param name="Span">Place.</param>
/// <param name="Receiver">The list or text.</param>
/// <param name="Index">From 0.</param>
public sealed record BoundIndex(RuleType Type, TextSpan Span, BoundExpression Receiver, BoundExpression Index) : BoundExpression(Type, Span);

/// <summary>A record made by <c>new(…)</c>: a <see cref="Facts.DataRecord"/>.</summary>
/// <param name="Type">Type.</param>
/// <param name="Span">Place.</param>
/// <param name="Values">Values in the order of the shape.</param>
public sealed record BoundNewRecord(RuleType Type, TextSpan Span, ImmutableArray<BoundExpression> Values) : BoundExpression(Type, Span);

/// <summary>A list made by <c>new[] {…}</c>: an array of the element's CLR type.</summary>
/// <param name="Type">Type.</param>
/// <param name="Span">Place.</param>
/// <param name="Elements">Elements of the list's element type.</param>
public sealed record BoundNewList(RuleType Type, TextSpan Span, ImmutableArray<BoundExpression> Elements) : BoundExpression(Type, Span);

/// <summary>A function given to a query.</summary>
/// <param name="Parameter">Stands for the element.</param>
/// <param name="Body">Its value.</param>
public sealed record BoundLambda(Variable Parameter, BoundExpression Body);

/// <summary>A query over a list.</summary>
/// <param name="Type">Type.</param>
/// <param name="Span">Place.</param>
/// <param name="Operator">Which.</param>
/// <param name="Source">The list.</param>
/// <param name="Lambda">Predicate, selector or key; null where the query has none.</param>
/// <param name="Argument">The number of Skip and Take, the element of Contains, the other list of Concat, Except and Union, the default of DefaultIfEmpty; null otherwise.</param>
public sealed record BoundQuery(RuleType Type, TextSpan Span, QueryOperator Operator, BoundExpression Source, BoundLambda? Lambda, BoundExpression? Argument)
    : BoundExpression(Type, Span);

/// <summary>A place where something was wrong; reported. A tree that holds one is never evaluated.</summary>
/// <param name="Span">Place.</param>
public sealed record BoundError(TextSpan Span) : BoundExpression(RuleType.Unknown, Span);
