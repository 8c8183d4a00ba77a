using System.Linq.Expressions;
using System.Reflection;
using Tthc.RuleLanguage.Evaluation.Values;
using Tthc.RuleLanguage.Syntax;

namespace Tthc.RuleLanguage.Evaluation.Compiling;

/// <summary>Comparisons of two values of one type, both there.</summary>
internal static class ValueComparison
{
    private static readonly ConstantExpression s_zero = Expression.Constant(0);
    private static readonly MethodInfo s_sameText = typeof(string).GetMethod(nameof(string.Equals), [typeof(string), typeof(string)])!;
    private static readonly MethodInfo s_textOrder = typeof(string).GetMethod(nameof(string.CompareOrdinal), [typeof(string), typeof(string)])!;
    private static readonly MethodInfo s_same = typeof(Ordering).GetMethod(nameof(Ordering.Equals), [typeof(object), typeof(object)])!;
    private static readonly MethodInfo s_order = typeof(Ordering).GetMethod(nameof(Ordering.Compare), [typeof(object), typeof(object)])!;
    private static readonly ConstantExpression s_ordering = Expression.Constant(Ordering.Instance);

    public static Expression Of(BinaryOperator op, Expression left, Expression right)
    {
        var type = left.Type;
        if (type == typeof(string))
        {
            return op switch
            {
                BinaryOperator.Equal => Expression.Call(s_sameText, left, right),
                BinaryOperator.NotEqual => Expression.Not(Expression.Call(s_sameText, left, right)),
                _ => Ordered(op, Expression.Call(s_textOrder, left, right), s_zero),
            };
        }
        if (type.IsEnum)
            (left, right) = (Expression.Convert(left, Enum.GetUnderlyingType(type)), Expression.Convert(right, Enum.GetUnderlyingType(type)));
        else if (type == typeof(char))
            (left, right) = (Expression.Convert(left, typeof(int)), Expression.Convert(right, typeof(int)));
        if (IsNative(left.Type))
            return Ordered(op, left, right);
        return op switch
        {
            BinaryOperator.Equal => Same(left, right),
            BinaryOperator.NotEqual => Expression.Not(Same(left, right)),
            _ => Ordered(op, Expression.Call(s_ordering, s_order, Boxed(left), Boxed(right)), s_zero),
        };
    }

    /// <summary>Whether two values that may be null are equal; null equals null.</summary>
    public static Expression SameOrNull(Expression left, Expression right)
    {
        var inner = Nullable.GetUnderlyingType(left.Type) ?? left.Type;
        if (inner == typeof(string) || !inner.IsValueType)
            return Of(BinaryOperator.Equal, left, right);
        return IsNative(inner) || inner.IsEnum || inner == typeof(char)
            ? Expression.Equal(left, right, liftToNull: false, method: null)
            : Same(left, right);
    }

    private static Expression Same(Expression left, Expression right) =>
        left.Type == typeof(bool) ? Expression.Equal(left, right) : Expression.Call(s_ordering, s_same, Boxed(left), Boxed(right));

    private static UnaryExpression Boxed(Expression value) => Expression.Convert(value, typeof(object));

    private static BinaryExpression Ordered(BinaryOperator op, Expression left, Expression right) => op switch
    {
        BinaryOperator.Equal => Expression.Equal(left, right),
        BinaryOperator.NotEqual => Expression.NotEqual(left, right),
        BinaryOperator.Less => Expression.LessThan(left, right),
        BinaryOperator.LessOrEqual => Expression.LessThanOrEqual(left, right),
        BinaryOperator.Greater => Expression.GreaterThan(left, right),
        _ => Expression.GreaterThanOrEqual(left, right),
    };

    /// <summary>Types whose operators the platform has itself.</summary>
    private static bool IsNative(Type type) =>
        (type.IsPrimitive && type != typeof(bool)) || type == typeof(decimal) || type == typeof(DateTimeOffset) || type == typeof(DateTime)
        || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(TimeSpan);
}
