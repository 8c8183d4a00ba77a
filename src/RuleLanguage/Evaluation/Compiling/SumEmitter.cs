using System.Linq.Expressions;
using System.Reflection;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Values;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Compiling;

/// <summary>Arithmetic that cannot throw.</summary>
internal sealed class SumEmitter(Emitter emit)
{
    private static readonly MethodInfo s_concat = typeof(string).GetMethod(nameof(string.Concat), [typeof(string), typeof(string)])!;
    private static readonly MethodInfo s_isFinite = typeof(double).GetMethod(nameof(double.IsFinite), [typeof(double)])!;
    private static readonly ConstantExpression s_zero = Expression.Constant(0L);

    public Expression Emit(BoundBinary e, Exits exits)
    {
        if (e.Type.Kind == TypeKind.String)
            return Joined(e, exits);
        var (left, right) = (emit.Value(e.Left, exits), emit.Value(e.Right, exits));
        return Combine(e.Operator, left, right, exits.Failed);
    }

    public Expression Negate(BoundUnary e, Exits exits)
    {
        var operand = emit.Value(e.Operand, exits);
        if (operand.Type == typeof(double) || operand.Type == typeof(float) || operand.Type == typeof(decimal))
            return Expression.Negate(operand);
        if (operand.Type == typeof(int) || operand.Type == typeof(long))
            return Combine(BinaryOperator.Subtract, Expression.Default(operand.Type), operand, exits.Failed);
        return operand.Type == typeof(TimeSpan)
            ? Result(Expression.Call(typeof(Times), nameof(Times.Negate), null, operand), exits.Failed)
            : Result(Expression.Call(typeof(WholeNumbers), nameof(WholeNumbers.Negate), [operand.Type], operand), exits.Failed);
    }

    /// <summary>The result of an operator on two values; where there is none the code jumps out.</summary>
    public Expression Combine(BinaryOperator op, Expression left, Expression right, Place failed)
    {
        if (left.Type == right.Type)
        {
            if (left.Type == typeof(int) && Widened(op, left, right, failed) is { } narrow)
                return narrow;
            if (left.Type == typeof(long) && Overflowing(op, left, right, failed) is { } wide)
                return wide;
            if (left.Type == typeof(double))
                return Finite(op, left, right, failed);
            if (left.Type == typeof(float) || left.Type == typeof(decimal))
                return Result(Expression.Call(typeof(Fractions), nameof(Fractions.Apply), null, Expression.Constant(op), left, right), failed);
            if (left.Type.IsPrimitive)
                return Result(Expression.Call(typeof(WholeNumbers), nameof(WholeNumbers.Apply), [left.Type], Expression.Constant(op), left, right), failed);
        }
        return OfTimes(op, left, right, failed) ?? Boxed(op, left, right, failed);
    }

    /// <summary>What a helper gives that may have no result: null jumps out.</summary>
    public Expression Result(Expression call, Place failed)
    {
        if (Nullable.GetUnderlyingType(call.Type) is null)
            return call;
        var kept = emit.Code.Keep(call);
        emit.Code.GoIf(Expression.Not(Expression.Property(kept, "HasValue")), failed);
        return Expression.Call(kept, "GetValueOrDefault", null);
    }

    private MethodCallExpression Joined(BoundBinary e, Exits exits)
    {
        var (left, right) = emit.IsTwoValued
            ? (Text(emit.Nullable(e.Left, exits)), Text(emit.Nullable(e.Right, exits)))
            : (emit.Value(e.Left, exits), emit.Value(e.Right, exits));
        var (a, b) = (emit.Code.Keep(left), emit.Code.Keep(right));
        var length = Expression.Add(Expression.Property(a, nameof(string.Length)), Expression.Property(b, nameof(string.Length)));
        var limit = Expression.Property(Expression.Property(emit.Context, nameof(EvaluationContext.Limits)), nameof(LanguageLimits.StringLength));
        emit.Code.GoIf(Expression.GreaterThan(length, limit), exits.Failed);
        return Expression.Call(s_concat, a, b);
    }

    private static BinaryExpression Text(Expression text) => Expression.Coalesce(text, Expression.Constant(""));

    /// <summary>Numbers of 32 bits are reckoned in 64, where nothing overflows.</summary>
    private UnaryExpression? Widened(BinaryOperator op, Expression left, Expression right, Place failed)
    {
        if (Plain(op) is not { } node)
            return null;
        if (node is ExpressionType.Divide or ExpressionType.Modulo && !IsSafeDivisor(right))
        {
            right = emit.Code.Keep(right);
            emit.Code.GoIf(Expression.Equal(right, Expression.Constant(0)), failed);
        }
        var wide = emit.Code.Keep(Expression.MakeBinary(node, Expression.Convert(left, typeof(long)), Expression.Convert(right, typeof(long))));
        var narrow = Expression.Convert(wide, typeof(int));
        if (node is ExpressionType.Modulo || (node is ExpressionType.Divide && IsSafeDivisor(right)))
            return narrow;
        emit.Code.GoIf(Expression.NotEqual(Expression.Convert(narrow, typeof(long)), wide), failed);
        return narrow;
    }

    private Expression? Overflowing(BinaryOperator op, Expression left, Expression right, Place failed)
    {
        if (op is BinaryOperator.Divide or BinaryOperator.Remainder && IsSafeDivisor(right))
            return Expression.MakeBinary(Plain(op)!.Value, left, right);
        if (op is not (BinaryOperator.Add or BinaryOperator.Subtract))
            return null;
        var (a, b) = (Kept(left), Kept(right));
        var r = emit.Code.Keep(Expression.MakeBinary(Plain(op)!.Value, a, b));
        // The sign of the result tells: it differs from both summands, or from the minuend alone while these differ.
        var other = op == BinaryOperator.Add ? Expression.ExclusiveOr(b, r) : Expression.ExclusiveOr(a, b);
        emit.Code.GoIf(Expression.LessThan(Expression.And(Expression.ExclusiveOr(a, r), other), s_zero), failed);
        return r;
    }

    private ParameterExpression Finite(BinaryOperator op, Expression left, Expression right, Place failed)
    {
        var result = emit.Code.Keep(Expression.MakeBinary(Plain(op) ?? throw new InvalidOperationException($"{op} is no operator of fractions."), left, right));
        emit.Code.GoIf(Expression.Not(Expression.Call(s_isFinite, result)), failed);
        return result;
    }

    private Expression? OfTimes(BinaryOperator op, Expression left, Expression right, Place failed)
    {
        if (op == BinaryOperator.Add && left.Type == typeof(TimeSpan) && right.Type != typeof(TimeSpan))
            (left, right) = (right, left);
        var name = op switch
        {
            BinaryOperator.Add => nameof(Times.Add),
            BinaryOperator.Subtract => right.Type == typeof(TimeSpan) ? nameof(Times.Subtract) : nameof(Times.Between),
            _ => null,
        };
        var method = name is null ? null : typeof(Times).GetMethod(name, [left.Type, right.Type]);
        return method is null ? null : Result(Expression.Call(method, left, right), failed);
    }

    /// <summary>Rare pairs of types go the way of the interpreter.</summary>
    private UnaryExpression Boxed(BinaryOperator op, Expression left, Expression right, Place failed)
    {
        var types = (Expression.Convert(left, typeof(object)), Expression.Convert(right, typeof(object)));
        var kept = emit.Code.Keep(Expression.Call(typeof(SumEmitter), nameof(Apply), null, Expression.Constant(op), types.Item1, types.Item2));
        emit.Code.GoIf(Expression.ReferenceEqual(kept, Expression.Constant(null)), failed);
        return Expression.Unbox(kept, ResultOf(op, left.Type, right.Type));
    }

    private static object? Apply(BinaryOperator op, object left, object right) => Arithmetic.Apply(op, left, right, out _);

    private static Type ResultOf(BinaryOperator op, Type left, Type right) =>
        left == typeof(TimeSpan) && right == typeof(TimeSpan) && op == BinaryOperator.Divide ? typeof(double) : right == typeof(TimeSpan) ? right : left;

    private Expression Kept(Expression value) => value is ParameterExpression or ConstantExpression ? value : emit.Code.Keep(value);

    private static bool IsSafeDivisor(Expression right) => right is ConstantExpression { Value: int and not (0 or -1) or long and not (0 or -1) };

    private static ExpressionType? Plain(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => ExpressionType.Add,
        BinaryOperator.Subtract => ExpressionType.Subtract,
        BinaryOperator.Multiply => ExpressionType.Multiply,
        BinaryOperator.Divide => ExpressionType.Divide,
        BinaryOperator.Remainder => ExpressionType.Modulo,
        _ => null,
    };
}
