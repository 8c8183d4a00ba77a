using System.Linq.Expressions;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Interpreting.Lists;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Compiling;

/// <summary>Values.</summary>
internal sealed class ValueEmitter(Emitter emit)
{
    public Expression Emit(BoundExpression e, Exits exits)
    {
        if (Emitter.IsJumping(e))
            return emit.Conditions.AsValue(e, exits);
        return e switch
        {
            BoundConstant c => Constant(c, exits),
            BoundFacts => emit.Root,
            BoundMember m => Present(m.Member.Read(Emit(m.Receiver, emit.Needed(exits))), m.Type, exits.Missing),
            BoundVariable v => Variable(v, exits),
            BoundClock c => Clock(c.Reading),
            BoundBinary b => emit.Sums.Emit(b, exits),
            BoundUnary u => emit.Sums.Negate(u, exits),
            BoundCall c => emit.Calls.Emit(c, exits),
            BoundConversion c => emit.Calls.Convert(c, exits),
            BoundConditional c => Choice(c, exits),
            BoundCoalesce c => Coalesce(c, exits),
            BoundIndex i => emit.Lists.Index(i, exits),
            BoundNewList l => emit.Lists.New(l, exits),
            BoundQuery q => Query(q, exits),
            _ => emit.Fallbacks.Emit(e, exits),
        };
    }

    /// <summary>A value that may be null as one that is not: null jumps out.</summary>
    public Expression Present(Expression read, RuleType type, Place missing)
    {
        if (!type.IsNullable)
            return read;
        var kept = emit.Code.Keep(read);
        if (!type.Clr.IsValueType || Nullable.GetUnderlyingType(kept.Type) is null)
        {
            if (!type.Clr.IsValueType)
                emit.Code.GoIf(Expression.ReferenceEqual(kept, Expression.Constant(null)), missing);
            return kept;
        }
        emit.Code.GoIf(Expression.Not(Expression.Property(kept, "HasValue")), missing);
        return Expression.Call(kept, "GetValueOrDefault", null);
    }

    private Expression Constant(BoundConstant constant, Exits exits)
    {
        if (constant.Value is not null)
            return Expression.Constant(constant.Value, constant.Type.Clr);
        emit.Code.Go(exits.Missing);
        return Expression.Default(constant.Type.Clr);
    }

    private Expression Variable(BoundVariable e, Exits exits)
    {
        var binding = emit.Bindings[e.Variable];
        if (binding.State is null)
            return Present(binding.Value, e.Variable.Type, exits.Missing);
        if (emit.IsTwoValued)
            emit.Code.GoIf(Expression.Equal(binding.State, Expression.Constant((byte)2)), exits.Failed);
        emit.Code.GoIf(Expression.NotEqual(binding.State, Expression.Constant((byte)0)), exits.Missing);
        return binding.Value;
    }

    private Expression Clock(ClockReading reading)
    {
        var now = Expression.Property(emit.Context, nameof(EvaluationContext.Now));
        return reading switch
        {
            ClockReading.Instant => now,
            ClockReading.Local => Expression.Property(now, nameof(DateTimeOffset.DateTime)),
            ClockReading.Utc => Expression.Property(now, nameof(DateTimeOffset.UtcDateTime)),
            ClockReading.Today => Expression.Property(now, nameof(DateTimeOffset.Date)),
            _ => Expression.Call(now, nameof(DateTimeOffset.ToUniversalTime), null),
        };
    }

    private ParameterExpression Choice(BoundConditional e, Exits exits)
    {
        var (whenTrue, whenFalse, end) = (new Place(), new Place(), new Place());
        var result = emit.Code.Temp(e.Type.Clr);
        emit.Condition(e.Condition, whenTrue, whenFalse, emit.IsTwoValued ? exits with { Missing = whenFalse } : exits);
        emit.Code.Mark(whenTrue);
        Assign(result, e.WhenTrue, exits);
        emit.Code.Go(end);
        emit.Code.Mark(whenFalse);
        Assign(result, e.WhenFalse, exits);
        emit.Code.Mark(end);
        return result;
    }

    private ParameterExpression Coalesce(BoundCoalesce e, Exits exits)
    {
        var (missing, end, result) = (new Place(), new Place(), emit.Code.Temp(e.Type.Clr));
        Assign(result, e.Value, new Exits(missing, missing, missing));
        if (!missing.IsUsed)
            return result;
        emit.Code.Go(end);
        emit.Code.Mark(missing);
        Assign(result, e.Fallback, exits);
        emit.Code.Mark(end);
        return result;
    }

    private void Assign(ParameterExpression result, BoundExpression e, Exits exits) =>
        emit.Code.Do(Expression.Assign(result, Emitter.As(Emit(e, exits), result.Type)));

    private Expression Query(BoundQuery e, Exits exits) => e.Operator switch
    {
        QueryOperator.Count => emit.Totals.Count(e, exits),
        QueryOperator.Sum => emit.Totals.Sum(e, exits),
        QueryOperator.Min or QueryOperator.Max => emit.Totals.Extreme(e, exits),
        QueryOperator.First or QueryOperator.FirstOrDefault or QueryOperator.Last or QueryOperator.LastOrDefault
            or QueryOperator.Single or QueryOperator.SingleOrDefault => emit.Picks.Emit(e, exits),
        _ => emit.Fallbacks.Emit(e, exits),
    };
}
