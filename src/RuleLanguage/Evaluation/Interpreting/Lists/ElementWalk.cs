using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;
using Tthc.RuleLanguage.Evaluation.Values;

namespace Tthc.RuleLanguage.Evaluation.Interpreting.Lists;

/// <summary>The elements of the source of a query, one after the other, with what its lambda says of each. Every element looked at costs a step.</summary>
internal sealed class ElementWalk : IDisposable
{
    private readonly Interpreter _walk;
    private readonly BoundLambda? _lambda;
    private readonly Items _items;
    private readonly Course? _source;
    private readonly int _slots;
    private int _index = -1;

    public ElementWalk(Interpreter walk, BoundLambda? lambda, in Outcome source)
    {
        (_walk, _lambda, _items, _source) = (walk, lambda, Items.Of(source.Value!), Course.Standing(source.Until));
        Until = source.Until;
        _slots = walk.Slots.Count;
        if (lambda is not null)
            walk.Slots.Push(lambda.Parameter, default);
    }

    public int Count => _items.Count;

    public object? Element { get; private set; }

    /// <summary>What the lambda says of the element; of a query without one: the element itself.</summary>
    public Outcome Said { get; private set; }

    /// <summary>Until when all that has been looked at stays.</summary>
    public NextChange Until { get; private set; }

    /// <summary>Whether the budget ended before the elements did.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Goes on to the next element; false at the end, and where the budget ends.</summary>
    public bool Next()
    {
        if (++_index >= _items.Count)
            return false;
        if (!_walk.Context.Step())
        {
            IsSpent = true;
            return false;
        }
        Element = _items[_index];
        if (_lambda is null)
            Said = new Outcome(Element);
        else
            Ask(_lambda);
        return true;
    }

    public void Dispose()
    {
        _walk.Slots.PopTo(_slots);
        if (_lambda is not null)
            _walk.Keeper?.Omit(Math.Min(_index, _items.Count));
    }

    private void Ask(BoundLambda lambda)
    {
        _walk.Slots.Replace(new Outcome(Element, null, _source));
        if (_walk.Keeper is { } keeper)
        {
            var (mark, wasClosed) = (keeper.Mark, keeper.BeginElement(_index));
            Said = _walk.Evaluate(lambda.Body);
            keeper.EndElement(_index, mark, wasClosed);
        }
        else
        {
            Said = _walk.Evaluate(lambda.Body);
        }
        if (Said.Course is not null)
            Until = NextChange.Earlier(Until, Standing.Of(_walk, lambda.Body, Said));
    }
}
