using System.Collections.Immutable;

namespace Tthc.Workflows.Soundness.Times;

/// <summary>A step on a path with what it takes, in working minutes.</summary>
/// <param name="Step">The step.</param>
/// <param name="Minutes">What it takes; negative for time that the way into the step adds to the total by law.</param>
public sealed record PathCost(string Step, long Minutes);

/// <summary>The longest way through a procedure. A step has one limit for all its visits, so in a loop every step counts once.</summary>
/// <remarks>Steps that lead to each other are taken together (a dossier can visit them all); what is left has no loops, and the longest way
/// through it is found in one pass. A parallel counts as the branch its join waits for, inner parallels first. A way that lengthens the
/// total by law takes that much less; inside a loop no more than the step it leads to takes, as nothing says how often it is gone.</remarks>
internal sealed class LongestPath
{
    private readonly FlowGraph _graph;
    private readonly Func<int, long?> _costOf;
    private readonly Func<int, int, long> _credit;
    private readonly Way?[] _forks;

    private LongestPath(FlowGraph graph, Func<int, long?> costOf, Func<int, int, long> credit)
    {
        _graph = graph;
        _costOf = costOf;
        _credit = credit;
        _forks = new Way?[graph.Steps.Length];
    }

    /// <summary>
    /// The longest way from the start; <paramref name="costOf"/> gives null for a step that has no time of its own, <paramref name="credit"/> the
    /// minutes by which the way from one step to another lengthens the total.
    /// </summary>
    public static ImmutableArray<PathCost> Find(FlowGraph graph, Func<int, long?> costOf, Func<int, int, long> credit)
    {
        var search = new LongestPath(graph, costOf, credit);
        foreach (var fork in search.InnerForksFirst())
            search._forks[fork] = search.ThroughFork(fork);
        return [.. search.From(graph.Start).Steps.Select(step => new PathCost(graph.Steps[step.Number].Id, step.Minutes))];
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
        // Where branches are chosen or open by condition, nothing keeps the slowest from being the only one.
        var all = plan.JoinCount == 0 || plan.ChooseSome || plan.Branches.Any(branch => branch.When is not null);
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
        var best = new Way?[components.Length];
        var longest = Way.Empty;
        for (var i = 0; i < components.Length; i++)
        {
            var way = components[i].Aggregate(best[i] ?? Way.Empty, (before, step) => before.Then(WayOf(step)).Less(step, CreditInside(components[i], step)));
            longest = Way.Longer(longest, way);
            foreach (var from in components[i])
                foreach (var to in _graph.Next[from].Where(to => componentOf[to] != i))
                    best[componentOf[to]] = Way.Longer(best[componentOf[to]], way.Less(to, _credit(from, to)));
        }
        return longest;
    }

    private Way WayOf(int step) =>
        _forks[step] ?? (_costOf(step) is { } minutes ? new Way(minutes, [(step, minutes)]) : Way.Empty);

    /// <summary>What every way into a step of a loop adds to the total, up to what the step takes.</summary>
    private long CreditInside(ImmutableArray<int> component, int step)
    {
        var ways = component.Length == 1 ? [] : Enumerable.Range(0, _graph.Steps.Length).Where(from => _graph.Next[from].Contains(step)).ToList();
        return ways.Count == 0 ? 0 : Math.Min(ways.Min(from => component.Contains(from) ? _credit(from, step) : 0), WayOf(step).Minutes);
    }

    private sealed record Way(long Minutes, ImmutableArray<(int Number, long Minutes)> Steps)
    {
        public static Way Empty { get; } = new(0, []);

        public Way Then(Way next) => next.Steps.IsEmpty ? this : new(Minutes + next.Minutes, Steps.AddRange(next.Steps));

        public Way Less(int step, long credit) => credit == 0 ? this : new(Minutes - credit, Steps.Add((step, -credit)));

        // Of equally long ways the one that names more steps explains more.
        public static Way Longer(Way? left, Way right) =>
            left is null || right.Minutes > left.Minutes || (right.Minutes == left.Minutes && right.Steps.Length > left.Steps.Length) ? right : left;
    }
}
