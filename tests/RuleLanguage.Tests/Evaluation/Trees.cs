using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Tests.Evaluation;

/// <summary>Checked trees made by hand.</summary>
internal static class Trees
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);
    public static readonly DateTimeOffset Now = new(2026, 7, 1, 8, 0, 0, Offset);

    public static EvaluationContext Context(LanguageLimits? limits = null) => new(Now, Offset, limits);

    public static BoundExpression Constant(object? value) =>
        new BoundConstant(value is null ? RuleType.Null : RuleType.Scalar(value.GetType())!, default, value);

    public static BoundExpression Missing(RuleType type) => new BoundConstant(type.AsNullable(), default, null);

    public static BoundExpression Clock { get; } = new BoundClock(RuleType.Instant, default, ClockReading.Instant);

    public static BoundExpression Binary(BinaryOperator op, BoundExpression left, BoundExpression right) =>
        new BoundBinary(TypeOf(op, left, right), default, op, left, right);

    public static BoundExpression Compare(BinaryOperator op, object left, object right) => Binary(op, Of(left), Of(right));

    public static BoundExpression Not(BoundExpression operand) => new BoundUnary(operand.Type, default, UnaryOperator.Not, operand);

    public static BoundExpression Condition(bool? value) => value is { } known ? Constant(known) : Missing(RuleType.Boolean);

    public static RecordShape Shape(params (string Name, RuleType Type)[] members) =>
        DataRecord.ShapeOf("data", members.Select(m => (m.Name, m.Type, new BilingualText(m.Name, m.Name))));

    public static BoundExpression Member(RecordShape shape, string name) =>
        new BoundMember(shape.Find(name)!.Type, default, new BoundFacts(RuleType.Of(shape), default), shape.Find(name)!);

    public static Verdict Judge(BoundExpression condition, object? facts = null, MissingFacts mode = MissingFacts.Undetermined) =>
        ExpressionEvaluator.Judge(condition, facts ?? new object(), Context(), mode);

    public static EvaluatedValue Value(BoundExpression expression, object? facts = null, MissingFacts mode = MissingFacts.Undetermined, EvaluationContext? context = null) =>
        ExpressionEvaluator.Evaluate(expression, facts ?? new object(), context ?? Context(), mode);

    private static BoundExpression Of(object value) => value as BoundExpression ?? Constant(value);

    private static RuleType TypeOf(BinaryOperator op, BoundExpression left, BoundExpression right) => op switch
    {
        <= BinaryOperator.GreaterOrEqual => RuleType.Boolean.AsNullable(),
        BinaryOperator.Subtract when left.Type.Kind == TypeKind.Instant && right.Type.Kind == TypeKind.Instant => RuleType.Duration,
        _ => left.Type.AsNullable(),
    };
}
