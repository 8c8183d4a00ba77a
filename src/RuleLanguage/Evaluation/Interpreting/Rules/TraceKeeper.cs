using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;

namespace Tthc.RuleLanguage.Evaluation.Interpreting.Rules;

/// <summary>Keeps what sub-expressions came to, bounded: of a list the first elements only, and in all so many nodes.</summary>
internal sealed class TraceKeeper
{
    /// <summary>Elements of a list that are kept.</summary>
    public const int Elements = 20;

    private const int Nodes = 20_000;

    private readonly List<TraceNode> _open = new(32);
    private int _omitted;
    private int _left = Nodes;
    private bool _isClosed;

    /// <summary>Whether nodes are kept just now.</summary>
    public bool IsOpen => !_isClosed && _left > 0;

    public int Mark => _open.Count;

    /// <summary>The node kept last; null when the bounds left none.</summary>
    public TraceNode? TakeFrom(int mark)
    {
        var node = _open.Count > mark ? _open[^1] : null;
        _open.RemoveRange(mark, _open.Count - mark);
        return node;
    }

    public void Close(Interpreter walk, BoundExpression e, in Outcome outcome, int mark)
    {
        var children = ChildrenFrom(mark);
        var next = outcome.Course is null ? NextChange.Never : Standing.Of(walk, e, outcome);
        _open.Add(new TraceNode(e, outcome.Value, outcome.Reason, children, next) { Omitted = _omitted });
        _omitted = 0;
        _left--;
    }

    /// <summary>What follows is said of an element; gives whether nodes were kept before.</summary>
    public bool BeginElement(int index)
    {
        var wasClosed = _isClosed;
        _isClosed |= index >= Elements;
        return wasClosed;
    }

    /// <summary>All about the element is said.</summary>
    public void EndElement(int index, int mark, bool wasClosed)
    {
        if (_open.Count > mark)
            _open[^1] = _open[^1] with { Element = index };
        _isClosed = wasClosed;
    }

    /// <summary>The query that is closed next has looked at more elements than are kept.</summary>
    public void Omit(int lookedAt) => _omitted += Math.Max(0, lookedAt - Elements);

    private ImmutableArray<TraceNode> ChildrenFrom(int mark)
    {
        var count = _open.Count - mark;
        if (count == 0)
            return [];
        var children = new TraceNode[count];
        _open.CopyTo(mark, children, 0, count);
        _open.RemoveRange(mark, count);
        return ImmutableCollectionsMarshal.AsImmutableArray(children);
    }
}
