using System.Linq.Expressions;
using Tthc.RuleLanguage.Checking;

namespace Tthc.RuleLanguage.Evaluation.Compiling.Lists;

/// <summary>First, Last, Single.</summary>
internal sealed class PickEmitter(Emitter emit)
{
    public Expression Emit(BoundQuery e, Exits exits)
    {
        var isFirst = e.Operator is QueryOperator.First or QueryOperator.FirstOrDefault;
        var element = e.Source.Type.Element!;
        var (end, none) = (new Place(), new Place());
        var picked = emit.Code.Temp(element.ClrType);
        var found = emit.Code.Keep(Expression.Constant(0));
        var upstream = exits.Watched();
        emit.Lists.Each(e.Source, upstream, value =>
        {
            var (yes, next) = (new Place(), new Place());
            // Of a filtered list the rest is gone through: it may be missing as a whole.
            var stops = isFirst && !upstream.AreUsed;
            if (isFirst && !stops)
                emit.Code.GoIf(Expression.NotEqual(found, Expression.Constant(0)), next);
            emit.Lists.Step(exits);
            if (e.Lambda is { } lambda)
            {
                emit.Lists.Bind(lambda, value);
                emit.Condition(lambda.Body, yes, next, emit.IsTwoValued ? exits with { Missing = next } : exits);
            }
            emit.Code.Mark(yes);
            emit.Code.Do(Expression.Assign(picked, value));
            emit.Code.Do(Expression.Assign(found, Expression.Add(found, Expression.Constant(1))));
            if (stops)
                emit.Code.Go(end);
            emit.Code.Mark(next);
        });
        emit.Code.Mark(end);
        var isEmpty = Expression.Equal(found, Expression.Constant(0));
        emit.Code.GoIf(isEmpty, e.Operator is QueryOperator.First or QueryOperator.Last or QueryOperator.Single ? exits.Failed : exits.Missing);
        if (e.Operator is QueryOperator.Single or QueryOperator.SingleOrDefault)
            emit.Code.GoIf(Expression.GreaterThan(found, Expression.Constant(1)), exits.Failed);
        return emit.Values.Present(picked, element, exits.Missing);
    }
}
