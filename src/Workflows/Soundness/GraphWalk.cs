using System.Collections.Immutable;

namespace Tthc.Workflows.Soundness;

/// <summary>Walks over numbered edges. Iterative: the stack of the process does not depend on what people write.</summary>
internal static class GraphWalk
{
    /// <summary>Everything reached from some numbers, themselves included, without entering what is closed.</summary>
    public static bool[] Reach(ImmutableArray<ImmutableArray<int>> edges, IEnumerable<int> from, bool[]? closed = null)
    {
        var reached = new bool[edges.Length];
        var pending = new Stack<int>();
        foreach (var start in from)
            Visit(start);
        while (pending.TryPop(out var at))
            foreach (var to in edges[at])
                if (closed is null || !closed[to])
                    Visit(to);
        return reached;

        void Visit(int number)
        {
            if (reached[number])
                return;
            reached[number] = true;
            pending.Push(number);
        }
    }

    /// <summary>The edges the other way round.</summary>
    public static ImmutableArray<ImmutableArray<int>> Reverse(ImmutableArray<ImmutableArray<int>> edges)
    {
        var reversed = Enumerable.Range(0, edges.Length).Select(_ => ImmutableArray.CreateBuilder<int>()).ToArray();
        for (var from = 0; from < edges.Length; from++)
            foreach (var to in edges[from])
                reversed[to].Add(from);
        return [.. reversed.Select(b => b.ToImmutable())];
    }

    /// <summary>The shortest way from one number to another over at least one edge; empty: there is none.</summary>
    public static ImmutableArray<int> Path(ImmutableArray<ImmutableArray<int>> edges, int from, int to, bool[]? closed = null)
    {
        var before = new int[edges.Length];
        Array.Fill(before, -1);
        var pending = new Queue<int>([from]);
        while (pending.TryDequeue(out var at))
        {
            foreach (var next in edges[at])
            {
                if (before[next] >= 0 || (closed is not null && closed[next]))
                    continue;
                before[next] = at;
                if (next == to)
                    return Unwind(before, from, to);
                pending.Enqueue(next);
            }
        }
        return [];
    }

    /// <summary>
    /// Groups of numbers that reach each other, each group before those it leads to (Tarjan's order turned round); what is closed or not reached from
    /// <paramref name="from"/> is in none.
    /// </summary>
    public static ImmutableArray<ImmutableArray<int>> Components(ImmutableArray<ImmutableArray<int>> edges, IEnumerable<int> from, bool[]? closed = null)
    {
        var search = new ComponentSearch(edges, closed);
        foreach (var start in from)
            search.From(start);
        return search.InOrder();
    }

    private static ImmutableArray<int> Unwind(int[] before, int from, int to)
    {
        var path = new List<int> { to };
        for (var at = before[to]; at != from; at = before[at])
            path.Add(at);
        path.Add(from);
        path.Reverse();
        return [.. path];
    }
}
