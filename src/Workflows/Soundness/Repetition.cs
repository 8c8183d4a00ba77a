namespace Tthc.Workflows.Soundness;

/// <summary>Which steps a dossier can come to again: those of a loop, and all inside a parallel that is in one.</summary>
internal sealed class Repetition
{
    private readonly FlowGraph _graph;
    private readonly int[] _loop;

    public Repetition(FlowGraph graph, IEnumerable<int> reached)
    {
        _graph = graph;
        _loop = Enumerable.Repeat(-1, graph.Steps.Length).ToArray();
        var edges = graph.NextOrBack();
        var components = GraphWalk.Components(edges, reached);
        for (var i = 0; i < components.Length; i++)
            if (components[i].Length > 1 || edges[components[i][0]].Contains(components[i][0]))
                foreach (var member in components[i])
                    _loop[member] = i;
    }

    /// <summary>Whether the step can be entered more than once.</summary>
    public bool CanComeAgain(int step) => _loop[step] >= 0 || OuterComesAgain(step);

    /// <summary>Whether <paramref name="later"/> can be entered after <paramref name="earlier"/>, to which it leads, has been.</summary>
    public bool CanFollow(int earlier, int later) =>
        (_loop[earlier] >= 0 && _loop[earlier] == _loop[later]) || OuterComesAgain(later);

    private bool OuterComesAgain(int step)
    {
        for (var at = Outer(step); at is { } fork; at = Outer(fork))
            if (_loop[fork] >= 0)
                return true;
        return false;
    }

    private int? Outer(int step) => _graph.Steps[step].Scope is { } scope ? _graph.NumberOf(scope) : null;
}
