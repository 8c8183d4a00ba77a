using System.Linq.Expressions;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Compiling.Following;

/// <summary>Instants that may run with the clock, and functions of facts that are given one.</summary>
/// <param name="emit">Emits what does not hang on the clock.</param>
/// <param name="timed">The named values that do.</param>
/// <param name="unfollowed">Where the interpreter is asked.</param>
internal sealed class InstantEmitter(Emitter emit, TimedParameters timed, Place unfollowed)
{
    private static readonly ConstantExpression s_stands = Expression.Constant(false);
    private static readonly ConstantExpression s_runs = Expression.Constant(true);

    /// <summary>The clock.</summary>
    public Expression Now => Expression.Property(emit.Context, nameof(EvaluationContext.Now));

    /// <summary>An instant, and whether it runs with the clock.</summary>
    public FollowedInstant Instant(BoundExpression written, Exits exits)
    {
        var e = timed.Meant(written);
        if (!timed.IsTimed(e))
            return new FollowedInstant(emit.Code.Keep(emit.Value(e, exits)), s_stands);
        switch (e)
        {
            case BoundClock:
                return new FollowedInstant(emit.Code.Keep(emit.Value(e, exits)), s_runs);
            case BoundConversion conversion when conversion.Operand.Type.Clr == e.Type.Clr:
                return Instant(conversion.Operand, exits);
            case BoundCoalesce either when !timed.IsTimed(timed.Meant(either.Value)):
            {
                var missing = new Place();
                return OneOf(either.Value, new Exits(missing, missing, unfollowed), missing, either.Fallback, exits);
            }
            case BoundConditional choice when !timed.IsTimed(choice.Condition):
            {
                var (yes, no) = (new Place(), new Place());
                emit.Condition(choice.Condition, yes, no, exits with { Spent = unfollowed });
                emit.Code.Mark(yes);
                return OneOf(choice.WhenTrue, exits, no, choice.WhenFalse, exits);
            }
            default:
                emit.Code.Go(unfollowed);
                return new FollowedInstant(Expression.Default(typeof(DateTimeOffset)), s_stands);
        }
    }

    /// <summary>A call that says itself when its result may be another; null where the form is another one.</summary>
    public (Expression Value, Expression Until)? Stepping(BoundCall e, Exits exits)
    {
        if (Moving(e) is not { } index || e.Function.InTime.FirstOrDefault(b => b.Parameter == index) is not Stepwise { Companion: { } next })
            return null;
        var (arguments, moving) = Arguments(e, index, exits);
        var until = Expression.Condition(
            moving.Moves,
            Expression.Call(typeof(Follow), nameof(Follow.OnTheClock), null, moving.Value, Expression.Call(arguments[0], next, arguments.Skip(1)), Now),
            Expression.Constant(Follow.Never));
        // Where it cannot tell, it may be able to at any time: that is the interpreter's.
        var value = emit.Values.Present(e.Function.Call(emit.Context, arguments), e.Function.Returns, unfollowed);
        return (value, until);
    }

    /// <summary>A number that rises with the clock against one that stands, until it reaches it; false where the form is another one.</summary>
    public bool TryCompareRising(BoundBinary e, Exits exits, Followed result, Func<Expression, Expression> verdict)
    {
        var isLeft = timed.IsTimed(timed.Meant(e.Left));
        var (moving, still) = isLeft ? (timed.Meant(e.Left), timed.Meant(e.Right)) : (timed.Meant(e.Right), timed.Meant(e.Left));
        if (timed.IsTimed(still) || still.Type.Clr != typeof(long) || moving is not BoundCall { Type.Clr: var clr } call || clr != typeof(long))
            return false;
        if (Moving(call) is not { } index || call.Function.InTime.FirstOrDefault(b => b.Parameter == index) is not Monotone { IsFalling: false, Companion: { } inverse })
            return false;
        var (arguments, instant) = Arguments(call, index, exits);
        var value = emit.Code.Keep(emit.Values.Present(call.Function.Call(emit.Context, arguments), call.Function.Returns, unfollowed));
        var bound = emit.Code.Keep(emit.Value(still, exits with { Spent = unfollowed }));
        emit.Code.Do(Expression.Assign(result.Verdict, verdict(isLeft ? ValueComparison.Of(e.Operator, value, bound) : ValueComparison.Of(e.Operator, bound, value))));
        var (stands, end) = (new Place(), new Place());
        emit.Code.GoIf(Expression.Not(instant.Moves), stands);
        var op = Expression.Constant(isLeft ? e.Operator : Timing.Crossing.Mirrored(e.Operator));
        var threshold = emit.Code.Keep(Expression.Call(typeof(Follow), nameof(Follow.Threshold), null, op, value, bound));
        // Behind the last threshold only the end of what the function knows is ahead, if there is one: the interpreter looks for it.
        emit.Code.GoIf(Expression.Equal(threshold, Expression.Constant(Follow.Never)), unfollowed);
        var others = arguments.Where((_, i) => i > 0 && i != index).Append(threshold);
        var reached = emit.Code.Keep(Expression.Convert(Expression.Call(arguments[0], inverse, others), typeof(DateTimeOffset?)));
        emit.Code.GoIf(Expression.Not(Expression.Property(reached, "HasValue")), unfollowed);
        emit.Code.Do(Expression.Assign(result.Until, Expression.Call(typeof(Follow), nameof(Follow.OnTheClock), null, instant.Value, reached, Now)));
        emit.Code.Go(end);
        emit.Code.Mark(stands);
        emit.Code.Do(Expression.Assign(result.Until, Expression.Constant(Follow.Never)));
        emit.Code.Mark(end);
        return true;
    }

    /// <summary>The one argument of a fact function that hangs on the clock, if it is an instant; null otherwise.</summary>
    private int? Moving(BoundCall e)
    {
        if (e.Function.Method.IsStatic || e.Function.TakesContext || BuiltInMotions.OfName(e) != StaticCourse.Unknown)
            return null;
        int? moving = null;
        for (var i = 0; i < e.Arguments.Length; i++)
        {
            if (!timed.IsTimed(timed.Meant(e.Arguments[i])))
                continue;
            if (moving is not null || i == 0 || e.Arguments[i].Type.Kind != TypeKind.Instant)
                return null;
            moving = i;
        }
        return moving;
    }

    private (List<Expression> Arguments, FollowedInstant Moving) Arguments(BoundCall e, int index, Exits exits)
    {
        var arguments = new List<Expression>(e.Arguments.Length);
        var moving = new FollowedInstant(Now, s_runs);
        for (var i = 0; i < e.Arguments.Length; i++)
        {
            var type = e.Function.Parameters[i].Type;
            Expression value;
            if (i == index)
                value = (moving = Instant(e.Arguments[i], exits)).Value;
            else
                value = type.IsNullable ? emit.Nullable(e.Arguments[i], exits) : emit.Value(e.Arguments[i], exits);
            arguments.Add(emit.Code.Keep(Emitter.As(value, type.ClrType)));
        }
        return (arguments, moving);
    }

    private FollowedInstant OneOf(BoundExpression first, Exits firstExits, Place otherwise, BoundExpression second, Exits exits)
    {
        var (value, moves, end) = (emit.Code.Temp(typeof(DateTimeOffset)), emit.Code.Temp(typeof(bool)), new Place());
        Take(Instant(first, firstExits));
        emit.Code.Go(end);
        emit.Code.Mark(otherwise);
        Take(Instant(second, exits));
        emit.Code.Mark(end);
        return new FollowedInstant(value, moves);

        void Take(FollowedInstant instant)
        {
            emit.Code.Do(Expression.Assign(value, Emitter.As(instant.Value, value.Type)));
            emit.Code.Do(Expression.Assign(moves, instant.Moves));
        }
    }
}
