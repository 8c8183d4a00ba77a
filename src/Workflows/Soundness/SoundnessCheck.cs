using System.Collections.Immutable;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Soundness;

/// <summary>Whether every dossier that enters a procedure can leave it, lawfully and with nothing left behind.</summary>
/// <remarks>Works on the compiled graph, where branches and joins are paired already. Time and memory are bounded by steps times edges.</remarks>
public static class SoundnessCheck
{
    /// <summary>Everything wrong with the flow, in the order of the file for each kind.</summary>
    public static ImmutableArray<SoundnessFinding> Run(CompiledProcedure procedure)
    {
        if (procedure.StepOrder.IsEmpty)
            return [];
        var graph = new FlowGraph(procedure);
        var findings = ImmutableArray.CreateBuilder<SoundnessFinding>();
        var reached = GraphWalk.Reach(graph.NextOrInside(), [graph.Start]);
        var leaving = GraphWalk.Reach(GraphWalk.Reverse(graph.Next), Enumerable.Range(0, graph.Steps.Length).Where(i => graph.Ends[i]));
        for (var i = 0; i < graph.Steps.Length; i++)
        {
            if (!reached[i])
                findings.Add(new(SoundnessProblem.Unreachable, graph.Steps[i].Id, null, []));
            else if (!leaving[i])
                findings.Add(new(SoundnessProblem.NoWayOut, graph.Steps[i].Id, null, WayTo(graph, i)));
        }
        LoopCheck.Run(graph, reached, leaving, findings);
        ResultCheck.Run(graph, findings);
        ChoiceCheck.Run(graph, reached, findings);
        return findings.ToImmutable();
    }

    private static ImmutableArray<string> WayTo(FlowGraph graph, int step) =>
        step == graph.Start ? [graph.Steps[step].Id] : graph.Names(GraphWalk.Path(graph.NextOrInside(), graph.Start, step));
}
