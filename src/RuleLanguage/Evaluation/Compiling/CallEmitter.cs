using System.Linq.Expressions;
using System.Reflection;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Values;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Compiling;

/// <summary>Calls and conversions.</summary>
internal sealed class CallEmitter(Emitter emit)
{
    private static readonly Type[] s_numbers = [typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong)];

    private static readonly MethodInfo s_convert = typeof(Conversions).GetMethod(nameof(Conversions.Apply))!;

    public Expression Emit(BoundCall e, Exits exits)
    {
        var arguments = new List<Expression>(e.Arguments.Length);
        for (var i = 0; i < e.Arguments.Length; i++)
        {
            var type = e.Function.Parameters[i].Type;
            var value = type.IsNullable ? emit.Nullable(e.Arguments[i], exits) : emit.Value(e.Arguments[i], emit.Needed(exits));
            arguments.Add(Emitter.As(value, type.ClrType));
        }
        var call = e.Function.Call(emit.Context, arguments);
        var missing = Functions.FailsWithoutResult(e.Function) ? exits.Failed : exits.Missing;
        return Sound(emit.Values.Present(call, e.Function.Returns, missing), exits.Failed);
    }

    public Expression Convert(BoundConversion e, Exits exits)
    {
        var value = emit.Value(e.Operand, exits);
        var (from, to) = (value.Type, e.Type.Clr);
        if (to.IsAssignableFrom(from))
            return Emitter.As(value, to);
        if (IsWidening(from, to))
            return Expression.Convert(value, to);
        if (from == typeof(DateTime) && to == typeof(DateTimeOffset))
            return emit.Sums.Result(Expression.Call(typeof(Times), nameof(Times.AtOffset), null, value, Offset), exits.Failed);
        if (from == typeof(DateTimeOffset) && to == typeof(DateTime))
            return emit.Sums.Result(Expression.Call(typeof(Times), nameof(Times.ToLocal), null, value, Offset), exits.Failed);
        var boxed = Expression.Call(s_convert, Expression.Convert(value, typeof(object)), Expression.Constant(e.Type), emit.Context);
        var kept = emit.Code.Keep(boxed);
        emit.Code.GoIf(Expression.ReferenceEqual(kept, Expression.Constant(null)), exits.Failed);
        return Expression.Convert(kept, to);
    }

    private MemberExpression Offset => Expression.Property(emit.Context, nameof(EvaluationContext.LocalOffset));

    /// <summary>A binary fraction that is no finite number is none.</summary>
    private Expression Sound(Expression value, Place failed)
    {
        if (value.Type != typeof(double))
            return value;
        var kept = emit.Code.Keep(value);
        emit.Code.GoIf(Expression.Not(Expression.Call(typeof(double), nameof(double.IsFinite), null, kept)), failed);
        return kept;
    }

    /// <summary>Whether every value of one number type is one of the other.</summary>
    private static bool IsWidening(Type from, Type to)
    {
        var (f, t) = (Array.IndexOf(s_numbers, from), Array.IndexOf(s_numbers, to));
        if (f < 0)
            return from == typeof(float) && to == typeof(double);
        if (to == typeof(double) || to == typeof(decimal))
            return true;
        // Even places are signed: an unsigned number fits every wider one, a signed one the wider signed ones.
        return t > f && ((f % 2 == 0) ? t % 2 == 0 : t > f);
    }
}
