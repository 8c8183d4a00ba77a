using System.Linq.Expressions;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Interpreting.Rules;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Compiling.Following;

/// <summary>
/// Follows conditions in time: code that comes to what they say and until when that stays. It knows the forms that rules are mostly made of; at any other it leaves
/// for a place where the interpreter is asked, but only if it gets there. Only for rules where a missing fact is undetermined.
/// </summary>
/// <param name="emit">Emits what does not hang on the clock.</param>
/// <param name="timed">The named values that do.</param>
/// <param name="unfollowed">Where the interpreter is asked.</param>
internal sealed class FollowEmitter(Emitter emit, TimedParameters timed, Place unfollowed)
{
    private static readonly ConstantExpression s_never = Expression.Constant(Follow.Never);

    private readonly InstantEmitter _instants = new(emit, timed, unfollowed);

    /// <summary>A condition.</summary>
    public Followed Condition(BoundExpression written)
    {
        var e = timed.Meant(written);
        if (!timed.IsTimed(e))
            return Still(e);
        return e switch
        {
            BoundUnary { Operator: UnaryOperator.Not } not => Not(not),
            BoundBinary { Operator: BinaryOperator.And or BinaryOperator.Or or BinaryOperator.BitAnd or BinaryOperator.BitOr } both => Connected(both),
            BoundBinary { Operator: >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual } comparison => Compared(comparison),
            BoundCall call => Called(call),
            BoundQuery { Operator: QueryOperator.Any or QueryOperator.All, Lambda: { } lambda } query when !timed.IsTimed(query.Source) && query.Source is not BoundQuery => Each(query, lambda),
            _ => Unfollowed(),
        };
    }

    /// <summary>Two conditions; the second is left out where the first decides for ever.</summary>
    public Followed Both(GroupOperator op, Followed left, Func<Followed> right)
    {
        var (result, end) = (New(), new Place());
        Set(result, left.Verdict, left.Until);
        var decides = Expression.Constant(Judgement.Deciding(op));
        emit.Code.GoIf(Expression.AndAlso(Expression.Equal(left.Verdict, decides), Expression.Equal(left.Until, s_never)), end);
        var other = right();
        emit.Code.Do(Expression.Assign(result.Until, Expression.Call(
            typeof(Follow), nameof(Follow.BothUntil), null, decides, left.Verdict, left.Until, other.Verdict, other.Until)));
        emit.Code.Do(Expression.Assign(result.Verdict, Expression.Call(typeof(Judgement), nameof(Judgement.With), null, Expression.Constant(op), left.Verdict, other.Verdict)));
        emit.Code.Mark(end);
        return result;
    }

    /// <summary>What stands for ever.</summary>
    public Followed Constant(Verdict verdict)
    {
        var result = New();
        Set(result, Expression.Constant(verdict), s_never);
        return result;
    }

    private Followed Still(BoundExpression e)
    {
        var (result, yes, no, missing, end) = (New(), new Place(), new Place(), new Place(), new Place());
        emit.Code.Do(Expression.Assign(result.Until, s_never));
        emit.Condition(e, yes, no, Exits(missing));
        Says(yes, result, Verdict.True, end);
        Says(no, result, Verdict.False, end);
        Says(missing, result, Verdict.Undetermined, end);
        emit.Code.Mark(end);
        return result;
    }

    private Followed Not(BoundUnary e)
    {
        var operand = Condition(e.Operand);
        emit.Code.Do(Expression.Assign(operand.Verdict, Expression.Call(typeof(Follow), nameof(Follow.Not), null, operand.Verdict)));
        return operand;
    }

    private Followed Connected(BoundBinary e)
    {
        var op = e.Operator is BinaryOperator.And or BinaryOperator.BitAnd ? GroupOperator.And : GroupOperator.Or;
        return Both(op, Condition(e.Left), () => Condition(e.Right));
    }

    private Followed Compared(BoundBinary e)
    {
        if (Interpreting.Comparisons.IsNull(e.Left) || Interpreting.Comparisons.IsNull(e.Right))
            return Unfollowed();
        var (result, missing, end) = (New(), new Place(), new Place());
        if (e.Left.Type.Kind == TypeKind.Instant && e.Right.Type.Kind == TypeKind.Instant)
        {
            var (left, right) = (_instants.Instant(e.Left, Exits(missing)), _instants.Instant(e.Right, Exits(missing)));
            emit.Code.Do(Expression.Assign(result.Verdict, Told(ValueComparison.Of(e.Operator, left.Value, right.Value))));
            emit.Code.Do(Expression.Assign(result.Until, Expression.Call(
                typeof(Follow), nameof(Follow.Crossing), null, Expression.Constant(e.Operator), left.Pair, right.Pair, _instants.Now)));
            emit.Code.GoIf(Expression.Equal(result.Until, Expression.Constant(Follow.Unfollowed)), unfollowed);
        }
        else if (!_instants.TryCompareRising(e, Exits(missing), result, Told))
        {
            return Unfollowed();
        }
        return WithMissing(result, missing, end);
    }

    private Followed Called(BoundCall e)
    {
        var (result, missing, end) = (New(), new Place(), new Place());
        if (e.Type.Kind != TypeKind.Boolean || _instants.Stepping(e, Exits(missing)) is not { } call)
            return Unfollowed();
        Set(result, Told(call.Value), call.Until);
        return WithMissing(result, missing, end);
    }

    private Followed Each(BoundQuery e, BoundLambda lambda)
    {
        var isAny = e.Operator == QueryOperator.Any;
        var (result, missing, end) = (New(), new Place(), new Place());
        var deciding = Expression.Constant(isAny ? Verdict.True : Verdict.False);
        Set(result, Expression.Constant(isAny ? Verdict.False : Verdict.True), s_never);
        emit.Lists.Each(e.Source, Exits(missing), element =>
        {
            var (open, known) = (new Place(), new Place());
            emit.Lists.Step(Exits(missing));
            emit.Lists.Bind(lambda, element);
            var said = Condition(lambda.Body);
            emit.Code.GoIf(Expression.NotEqual(said.Verdict, deciding), open);
            // One element decides while it stays.
            Set(result, said.Verdict, said.Until);
            emit.Code.Go(end);
            emit.Code.Mark(open);
            emit.Code.Do(Expression.Assign(result.Until, Expression.Call(typeof(Math), nameof(Math.Min), null, result.Until, said.Until)));
            emit.Code.GoIf(Expression.NotEqual(said.Verdict, Expression.Constant(Verdict.Undetermined)), known);
            emit.Code.Do(Expression.Assign(result.Verdict, said.Verdict));
            emit.Code.Mark(known);
        });
        return WithMissing(result, missing, end);
    }

    /// <summary>What is missing because facts are stays so for ever.</summary>
    private Followed WithMissing(Followed result, Place missing, Place end)
    {
        if (missing.IsUsed)
        {
            emit.Code.Go(end);
            emit.Code.Mark(missing);
            Set(result, Expression.Constant(Verdict.Undetermined), s_never);
        }
        emit.Code.Mark(end);
        return result;
    }

    private Followed Unfollowed()
    {
        emit.Code.Go(unfollowed);
        return New();
    }

    private Followed New() => new(emit.Code.Temp(typeof(Verdict)), emit.Code.Temp(typeof(long)));

    private void Set(Followed result, Expression verdict, Expression until)
    {
        emit.Code.Do(Expression.Assign(result.Verdict, verdict));
        emit.Code.Do(Expression.Assign(result.Until, until));
    }

    private void Says(Place place, Followed result, Verdict verdict, Place end)
    {
        if (!place.IsUsed)
            return;
        emit.Code.Mark(place);
        emit.Code.Do(Expression.Assign(result.Verdict, Expression.Constant(verdict)));
        emit.Code.Go(end);
    }

    private Exits Exits(Place missing) => new(missing, missing, unfollowed);

    private static ConditionalExpression Told(Expression holds) =>
        Expression.Condition(holds, Expression.Constant(Verdict.True), Expression.Constant(Verdict.False));
}
