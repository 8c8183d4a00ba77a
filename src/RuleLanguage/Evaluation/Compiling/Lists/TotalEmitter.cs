using System.Linq.Expressions;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Compiling.Lists;

/// <summary>Count, Sum, Min, Max.</summary>
internal sealed class TotalEmitter(Emitter emit)
{
    private static readonly ConstantExpression s_one = Expression.Constant(1);

    public Expression Count(BoundQuery e, Exits exits)
    {
        if (e.Lambda is null && e.Source is not BoundQuery { Operator: QueryOperator.Where or QueryOperator.Select or QueryOperator.SelectMany })
            return ListAccess.Of(emit.Code, emit.Code.Keep(emit.Value(e.Source, emit.Needed(exits))), e.Source.Type).Count;
        var count = emit.Code.Keep(Expression.Constant(0));
        emit.Lists.Each(e.Source, exits, element =>
        {
            var (yes, next) = (new Place(), new Place());
            if (e.Lambda is { } lambda)
            {
                emit.Lists.Step(exits);
                emit.Lists.Bind(lambda, element);
                emit.Condition(lambda.Body, yes, next, emit.IsTwoValued ? exits with { Missing = next } : exits);
            }
            emit.Code.Mark(yes);
            emit.Code.Do(Expression.Assign(count, Expression.Add(count, s_one)));
            emit.Code.Mark(next);
        });
        return count;
    }

    public Expression Sum(BoundQuery e, Exits exits)
    {
        if (!IsSummed(e.Type.Clr, SelectedType(e).Clr))
            return emit.Fallbacks.Emit(e, exits);
        var total = emit.Code.Keep(Expression.Default(e.Type.Clr));
        Selected(e, exits, value =>
            emit.Code.Do(Expression.Assign(total, emit.Sums.Combine(BinaryOperator.Add, total, Emitter.As(value, total.Type), exits.Failed))));
        return total;
    }

    public Expression Extreme(BoundQuery e, Exits exits)
    {
        if (e.Type.Clr != SelectedType(e).Clr)
            return emit.Fallbacks.Emit(e, exits);
        var (best, isThere) = (emit.Code.Temp(e.Type.Clr), emit.Code.Keep(Expression.Constant(false)));
        var op = e.Operator == QueryOperator.Min ? BinaryOperator.Less : BinaryOperator.Greater;
        Selected(e, exits, value =>
        {
            var kept = emit.Code.Keep(value);
            var (better, next) = (new Place(), new Place());
            emit.Code.GoIf(Expression.Not(isThere), better);
            emit.Code.GoIf(ValueComparison.Of(op, kept, best), better);
            emit.Code.Go(next);
            emit.Code.Mark(better);
            emit.Code.Do(Expression.Assign(best, kept));
            emit.Code.Do(Expression.Assign(isThere, Expression.Constant(true)));
            emit.Code.Mark(next);
        });
        emit.Code.GoIf(Expression.Not(isThere), exits.Failed);
        return best;
    }

    private static RuleType SelectedType(BoundQuery e) => e.Lambda?.Body.Type ?? e.Source.Type.Element!;

    private static bool IsSummed(Type total, Type value) => total == value || (value == typeof(int) && (total == typeof(long) || total == typeof(double)));

    /// <summary>Runs code for what is selected of every element; RulesEngine leaves nulls out, otherwise one makes the result missing.</summary>
    private void Selected(BoundQuery e, Exits exits, Action<Expression> body) => emit.Lists.Each(e.Source, exits, element =>
    {
        var next = new Place();
        var inner = emit.IsTwoValued ? exits with { Missing = next } : exits;
        emit.Lists.Step(exits);
        Expression value;
        if (e.Lambda is { } lambda)
        {
            emit.Lists.Bind(lambda, element);
            value = emit.Value(lambda.Body, inner);
        }
        else
        {
            value = emit.Values.Present(element, e.Source.Type.Element!, inner.Missing);
        }
        body(value);
        emit.Code.Mark(next);
    });
}
