using System.Collections.Immutable;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Soundness;

/// <summary>Who has to choose is a person, and an agency named after a step is known by then.</summary>
internal static class ChoiceCheck
{
    public static void Run(FlowGraph graph, bool[] reached, ImmutableArray<SoundnessFinding>.Builder findings)
    {
        for (var i = 0; i < graph.Steps.Length; i++)
        {
            if (!reached[i])
                continue;
            if (NeedsChoice(graph, i))
                FindAutomatic(graph, i, findings);
            foreach (var at in graph.Steps[i].AtWhen.Select(a => a.Value).Append(graph.Steps[i].At))
                if (at is { Kind: AgencySelectorKind.SameAsStep, Argument: { } earlier })
                    FindSkipped(graph, i, earlier, findings);
        }
    }

    /// <summary>A parallel whose branches or agencies are chosen, or a step whose agency is.</summary>
    private static bool NeedsChoice(FlowGraph graph, int step) =>
        graph.Steps[step].Fork is { } fork
            ? fork.ChooseSome || graph.Branches[step].Any(branch => IsChosen(graph.Steps[branch]))
            : IsChosen(graph.Steps[step]);

    private static bool IsChosen(CompiledStep step) => step.MayBeChosen;

    private static void FindAutomatic(FlowGraph graph, int step, ImmutableArray<SoundnessFinding>.Builder findings)
    {
        for (var from = 0; from < graph.Steps.Length; from++)
        {
            // For a step that begins a branch whoever opens the parallel chooses; what leads back to it inside the branch has to choose again.
            var leads = graph.Next[from].Contains(step) || (graph.Steps[step].Fork is not null && graph.Branches[from].Contains(step));
            if (leads && !IsOfficersStep(graph.Steps[from]))
                findings.Add(new(SoundnessProblem.ChoiceWithoutOfficer, graph.Steps[step].Id, graph.Steps[from].Id, []));
        }
    }

    private static bool IsOfficersStep(CompiledStep step) =>
        step is { Kind: StepKind.Task, Act: StepAct.Advance } || step.Wait is { Kind: WaitKind.Outside };

    private static void FindSkipped(FlowGraph graph, int step, string earlier, ImmutableArray<SoundnessFinding>.Builder findings)
    {
        if (graph.NumberOf(earlier) is not { } done)
            return;
        done = AlwaysDoneWith(graph, done, step);
        var closed = new bool[graph.Steps.Length];
        closed[done] = true;
        var skipped = step == done
            || (done != graph.Start && GraphWalk.Reach(graph.NextOrInside(), [graph.Start], closed)[step]);
        if (!skipped)
            return;
        var path = step == graph.Start ? [] : graph.Names(GraphWalk.Path(graph.NextOrInside(), graph.Start, step, step == done ? null : closed));
        findings.Add(new(SoundnessProblem.AgencyOfSkippedStep, graph.Steps[step].Id, earlier, path));
    }

    /// <summary>A step that begins a branch is always done when its parallel is over, if the join waits for all branches and all are opened.</summary>
    private static int AlwaysDoneWith(FlowGraph graph, int done, int step)
    {
        while (graph.Steps[done].Scope is { } scope && graph.NumberOf(scope) is { } fork
            && graph.Steps[fork].Fork is { JoinCount: 0, ChooseSome: false } plan && plan.Branches.All(b => b.When is null) && graph.Branches[fork].Contains(done) && !IsInside(graph, step, fork))
        {
            done = fork;
        }
        return done;
    }

    private static bool IsInside(FlowGraph graph, int step, int fork)
    {
        for (int? at = step; at is { } inner; at = graph.Steps[inner].Scope is { } scope ? graph.NumberOf(scope) : null)
            if (inner == fork)
                return true;
        return false;
    }
}
