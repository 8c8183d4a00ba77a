using System.Collections.Immutable;

namespace Tthc.Workflows.Soundness;

/// <summary>Loops are bounded, and a dossier at the bound still has a way on.</summary>
/// <remarks>Sending back is a person's correction with a reason and needs no bound; but it repeats steps, so it counts where a bound is used up.</remarks>
internal static class LoopCheck
{
    public static void Run(FlowGraph graph, bool[] reached, bool[] leaving, ImmutableArray<SoundnessFinding>.Builder findings)
    {
        var all = Enumerable.Range(0, graph.Steps.Length).Where(i => reached[i]).ToArray();
        FindUnbounded(graph, all, findings);
        // A step without any way out is reported as that.
        FindStuck(graph, [.. all.Where(i => leaving[i])], findings);
    }

    private static void FindUnbounded(FlowGraph graph, int[] all, ImmutableArray<SoundnessFinding>.Builder findings)
    {
        var bounded = graph.Steps.Select(step => step.AtMost is not null).ToArray();
        foreach (var component in GraphWalk.Components(graph.Next, all, bounded))
        {
            if (component.Length == 1 && !graph.Next[component[0]].Contains(component[0]))
                continue;
            var cycle = GraphWalk.Path(graph.Next, component[0], component[0], bounded);
            findings.Add(new(SoundnessProblem.LoopWithoutBound, graph.Steps[component[0]].Id, null, graph.Names(cycle)));
        }
    }

    private static void FindStuck(FlowGraph graph, int[] all, ImmutableArray<SoundnessFinding>.Builder findings)
    {
        var repetition = new Repetition(graph, all);
        var limited = Limited(graph);
        var closed = limited.Select((isLimited, step) => isLimited && repetition.CanComeAgain(step)).ToArray();
        foreach (var step in all)
        {
            var bound = graph.Next[step].Where(to => closed[to] && repetition.CanFollow(to, step)).ToList();
            if (bound.Count > 0 && !HasOtherWay(graph, step, closed))
                findings.Add(new(SoundnessProblem.StuckBehindBound, graph.Steps[step].Id, graph.Steps[bound[0]].Id, []));
        }
    }

    /// <summary>Steps that cannot be entered any number of times: bounded themselves, or a parallel of which a branch begins with such a step.</summary>
    private static bool[] Limited(FlowGraph graph)
    {
        var limited = graph.Steps.Select(step => step.AtMost is not null).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = 0; i < limited.Length; i++)
                if (!limited[i] && graph.Branches[i].Any(branch => limited[branch]))
                    limited[i] = changed = true;
        }
        return limited;
    }

    private static bool HasOtherWay(FlowGraph graph, int step, bool[] closed)
    {
        var reach = GraphWalk.Reach(graph.Next, [step], closed);
        for (var i = 0; i < reach.Length; i++)
            if (reach[i] && graph.Ends[i])
                return true;
        return false;
    }
}
