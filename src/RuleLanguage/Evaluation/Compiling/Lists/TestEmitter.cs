using System.Linq.Expressions;
using Tthc.RuleLanguage.Checking;

namespace Tthc.RuleLanguage.Evaluation.Compiling.Lists;

/// <summary>Any, All, Contains.</summary>
internal sealed class TestEmitter(Emitter emit)
{
    private static readonly ConstantExpression s_true = Expression.Constant(true);
    private static readonly ConstantExpression s_false = Expression.Constant(false);

    public void AnyOrAll(BoundQuery e, Place whenTrue, Place whenFalse, Exits exits)
    {
        var isAny = e.Operator == QueryOperator.Any;
        var (decided, open) = isAny ? (whenTrue, whenFalse) : (whenFalse, whenTrue);
        if (e.Lambda is not { } lambda)
        {
            Occupied(e, whenTrue, whenFalse, exits);
            return;
        }
        var search = new Search(emit, exits);
        emit.Lists.Each(e.Source, search.Upstream, element =>
        {
            var (hit, gap, next) = (new Place(), new Place(), new Place());
            search.BeginElement(next);
            emit.Lists.Step(exits);
            emit.Lists.Bind(lambda, element);
            var inner = emit.IsTwoValued ? exits with { Missing = isAny ? next : hit } : new Exits(gap, gap, exits.Spent);
            emit.Condition(lambda.Body, isAny ? hit : next, isAny ? next : hit, inner);
            search.Hit(hit, decided, next);
            search.Gap(gap, next);
            emit.Code.Mark(next);
        });
        search.End(decided, open);
    }

    public void Contains(BoundQuery e, Place whenTrue, Place whenFalse, Exits exits)
    {
        var search = new Search(emit, exits);
        var wanted = emit.Code.Temp(e.Argument!.Type.AsNullable().ClrType);
        var argument = emit.IsTwoValued ? emit.Nullable(e.Argument, exits) : emit.Value(e.Argument, exits);
        emit.Code.Do(Expression.Assign(wanted, Emitter.As(argument, wanted.Type)));
        emit.Lists.Each(e.Source, search.Upstream, element =>
        {
            var (hit, gap, next) = (new Place(), new Place(), new Place());
            search.BeginElement(next);
            emit.Lists.Step(exits);
            element = emit.Code.Keep(Emitter.As(element, wanted.Type));
            emit.Code.GoIf(ValueComparison.SameOrNull(element, wanted), hit);
            if (!emit.IsTwoValued && e.Source.Type.Element!.IsNullable)
                emit.Code.GoIf(Expression.Equal(element, Expression.Constant(null, element.Type)), gap);
            emit.Code.Go(next);
            search.Hit(hit, whenTrue, next);
            search.Gap(gap, next);
            emit.Code.Mark(next);
        });
        search.End(whenTrue, whenFalse);
    }

    private void Occupied(BoundQuery e, Place whenTrue, Place whenFalse, Exits exits)
    {
        var search = new Search(emit, exits);
        emit.Lists.Each(e.Source, search.Upstream, _ =>
        {
            var (hit, next) = (new Place(), new Place());
            search.BeginElement(next);
            emit.Code.Go(hit);
            search.Hit(hit, whenTrue, next);
            emit.Code.Mark(next);
        });
        search.End(whenTrue, whenFalse);
    }

    /// <summary>
    /// A search that ends at the first hit, unless an element further on could still make the whole list missing: then the hit is remembered and the rest of
    /// the list is gone through.
    /// </summary>
    private sealed class Search(Emitter emit, Exits exits)
    {
        private readonly int _start = emit.Code.Position;
        private ParameterExpression? _found;
        private ParameterExpression? _hasGap;

        /// <summary>Where the code of the list jumps out.</summary>
        public Exits Upstream { get; } = exits.Watched();

        public void BeginElement(Place next)
        {
            if (!IsFiltered)
                return;
            _found = emit.Code.Temp(typeof(bool));
            emit.Code.DoAt(_start, Expression.Assign(_found, s_false));
            emit.Code.GoIf(_found, next);
        }

        public void Hit(Place hit, Place decided, Place next)
        {
            if (!hit.IsUsed)
                return;
            emit.Code.Mark(hit);
            if (_found is null)
            {
                emit.Code.Go(decided);
                return;
            }
            emit.Code.Do(Expression.Assign(_found, s_true));
            emit.Code.Go(next);
        }

        public void Gap(Place gap, Place next)
        {
            if (!gap.IsUsed)
                return;
            _hasGap = emit.Code.Temp(typeof(bool));
            emit.Code.DoAt(_start, Expression.Assign(_hasGap, s_false));
            emit.Code.Mark(gap);
            emit.Code.Do(Expression.Assign(_hasGap, s_true));
            emit.Code.Go(next);
        }

        public void End(Place decided, Place open)
        {
            if (_found is not null)
                emit.Code.GoIf(_found, decided);
            if (_hasGap is not null)
                emit.Code.GoIf(_hasGap, exits.Missing);
            emit.Code.Go(open);
        }

        // Whatever jumped out before the first element was reached belongs to the list itself; being careful costs a test each.
        private bool IsFiltered => Upstream.AreUsed;
    }
}
