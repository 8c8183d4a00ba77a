using System.Collections.Immutable;

namespace Tthc.Workflows.Soundness;

/// <summary>A step on a path with what it takes, in working minutes.</summary>
public sealed record PathCost(string Step, long Minutes);

/// <summary>The longest way through a procedure. A step has one limit for all its visits, so in a loop every step counts once.</summary>
/// <remarks>Steps that lead to each other are taken together (a dossier can visit them all); what is left has no loops, and the longest way
/// through it is found in one pass. A parallel counts as the branch its join waits for, inner parallels first.</remarks>
internal sealed class LongestPath
{
    private readonly FlowGraph _graph;
    private readonly Func<int, long?> _costOf;
    private readonly Way?[] _forks;

    private LongestPath(FlowGraph graph, Func<int, long?> costOf)
    {
        _graph = graph;
        _costOf = costOf;
        _forks = new Way?[graph.Steps.Length];
    }

    /// <summary>The longest way from the start; <paramref name="costOf"/> gives null for a step that has no time of its own.</summary>
    public static ImmutableArray<PathCost> Find(FlowGraph graph, Func<int, long?> costOf)
    {
        var search = new LongestPath(graph, costOf);
        foreach (var fork in search.InnerForksFirst())
            search._forks[fork] = search.ThroughFork(fork);
        return [.. search.From(graph.Start).Steps.Select(step => new PathCost(graph.Steps[step].Id, costOf(step)!.Value))];
    }

    private IEnumerable<int> InnerForksFirst() =>
        Enumerable.Range(0, _graph.Steps.Length).Where(i => _graph.Steps[i].Fork is not null).OrderByDescending(Depth);

    private int Depth(int step)
    {
        var depth = 0;
        for (var at = _graph.Steps[step].Scope; at is not null && depth <= _graph.Steps.Length; depth++)
            at = _graph.NumberOf(at) is { } outer ? _graph.Steps[outer].Scope : null;
        return depth;
    }

    private Way ThroughFork(int fork)
    {
        var plan = _graph.Steps[fork].Fork!;
        var ways = _graph.Branches[fork].Select(From).OrderBy(way => way.Minutes).ToList();
        if (ways.Count == 0)
            return Way.Empty;
        // Where branches are chosen, nothing keeps the officer from choosing the slowest.
        var all = plan.JoinCount == 0 || plan.ChooseSome;
        var awaited = ways[all ? ^1 : Math.Min(plan.JoinCount, ways.Count) - 1];
        return ways.First(way => way.Minutes == awaited.Minutes);
    }

    private Way From(int start)
    {
        var components = GraphWalk.Components(_graph.Next, [start]);
        var componentOf = new int[_graph.Steps.Length];
        for (var i = 0; i < components.Length; i++)
            foreach (var member in components[i])
                componentOf[member] = i;
        var best = new Way[components.Length];
        Array.Fill(best, Way.Empty);
        var longest = Way.Empty;
        for (var i = 0; i < components.Length; i++)
        {
            best[i] = components[i].Aggregate(best[i], (way, step) => way.Then(WayOf(step)));
            longest = Way.Longer(longest, best[i]);
            foreach (var to in components[i].SelectMany(step => _graph.Next[step]).Where(to => componentOf[to] != i))
                best[componentOf[to]] = Way.Longer(best[componentOf[to]], best[i]);
        }
        return longest;
    }

    private Way WayOf(int step) =>
        _forks[step] ?? (_costOf(step) is { } minutes ? new Way(minutes, [step]) : Way.Empty);

    private sealed record Way(long Minutes, ImmutableArray<int> Steps)
    {
        public static Way Empty { get; } = new(0, []);

        public Way Then(Way next) => next.Steps.IsEmpty ? this : new(Minutes + next.Minutes, Steps.AddRange(next.Steps));

        // Of equally long ways the one that names more steps explains more.
        public static Way Longer(Way left, Way right) =>
            right.Minutes > left.Minutes || (right.Minutes == left.Minutes && right.Steps.Length > left.Steps.Length) ? right : left;
    }
}
