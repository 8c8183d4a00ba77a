using System.Collections.Immutable;

namespace Tthc.Workflows.Soundness;

/// <summary>Tarjan's search for strongly connected components, with a stack of its own in place of recursion.</summary>
internal sealed class ComponentSearch(ImmutableArray<ImmutableArray<int>> edges, bool[]? closed)
{
    private readonly int[] _index = new int[edges.Length];
    private readonly int[] _low = new int[edges.Length];
    private readonly bool[] _open = new bool[edges.Length];
    private readonly int[] _nextEdge = new int[edges.Length];
    private readonly Stack<int> _calls = new();
    private readonly Stack<int> _members = new();
    private readonly List<ImmutableArray<int>> _found = [];
    private int _counter;

    public void From(int start)
    {
        if (_index[start] != 0 || IsClosed(start))
            return;
        Enter(start);
        while (_calls.TryPeek(out var at))
        {
            if (_nextEdge[at] < edges[at].Length)
                Follow(at, edges[at][_nextEdge[at]++]);
            else
                Leave(at);
        }
    }

    /// <summary>Sources first.</summary>
    public ImmutableArray<ImmutableArray<int>> InOrder() => [.. Enumerable.Reverse(_found)];

    private bool IsClosed(int number) => closed is not null && closed[number];

    private void Enter(int number)
    {
        _index[number] = _low[number] = ++_counter;
        _open[number] = true;
        _calls.Push(number);
        _members.Push(number);
    }

    private void Follow(int from, int to)
    {
        if (IsClosed(to))
            return;
        if (_index[to] == 0)
            Enter(to);
        else if (_open[to])
            _low[from] = Math.Min(_low[from], _index[to]);
    }

    private void Leave(int number)
    {
        _calls.Pop();
        if (_calls.TryPeek(out var caller))
            _low[caller] = Math.Min(_low[caller], _low[number]);
        if (_low[number] != _index[number])
            return;
        var component = ImmutableArray.CreateBuilder<int>();
        int member;
        do
        {
            member = _members.Pop();
            _open[member] = false;
            component.Add(member);
        }
        while (member != number);
        component.Sort();
        _found.Add(component.ToImmutable());
    }
}
