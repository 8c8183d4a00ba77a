using System.Collections.Immutable;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Procedures.Conditions;
using Tthc.Workflows.Soundness.Times;

namespace Tthc.Workflows.Soundness;

/// <summary>The steps of a compiled procedure as numbers, with their ways on; a way through a parallel is an edge from the parallel to where its join leads.</summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private readonly Assumption? _given;

    /// <summary>The graph of a procedure; with an assumption, without the ways it closes.</summary>
    public FlowGraph(CompiledProcedure procedure, Assumption? given = null)
    {
        _given = given;
        Steps = [.. procedure.StepOrder.Select(id => procedure.Steps[id])];
        for (var i = 0; i < Steps.Length; i++)
            _numbers.Add(Steps[i].Id, i);
        Start = NumberOf(procedure.Start) ?? 0;
        Next = [.. Steps.Select(step => ToSteps(TargetsOf(step)))];
        Branches = [.. Steps.Select(step => ToSteps(step.Fork?.Branches.Where(b => given?.Says(b.When) is not false).Select(b => Target.To(b.Step)) ?? []))];
        SendBack = [.. Steps.Select(step => ToSteps(step.SendBackTo.Select(Target.To)))];
        Ends = [.. Steps.Select(Leaves)];
    }

    /// <summary>The steps in the order of the file.</summary>
    public ImmutableArray<CompiledStep> Steps { get; }

    /// <summary>Where a received dossier begins.</summary>
    public int Start { get; }

    /// <summary>Ways on that stay in the same branch.</summary>
    public ImmutableArray<ImmutableArray<int>> Next { get; }

    /// <summary>Where the branches of a parallel begin.</summary>
    public ImmutableArray<ImmutableArray<int>> Branches { get; }

    /// <summary>Ways back that the holder may take with a reason.</summary>
    public ImmutableArray<ImmutableArray<int>> SendBack { get; }

    /// <summary>Whether a way of the step ends the dossier or, inside a branch, the branch.</summary>
    public ImmutableArray<bool> Ends { get; }

    /// <summary>Number of a step; null: there is none of that name.</summary>
    public int? NumberOf(string step) => _numbers.TryGetValue(step, out var number) ? number : null;

    /// <summary>Names of steps, for messages.</summary>
    public ImmutableArray<string> Names(IEnumerable<int> steps) => [.. steps.Select(i => Steps[i].Id)];

    /// <summary>Ways on inside the branch, and ways back.</summary>
    public ImmutableArray<ImmutableArray<int>> NextOrBack() => [.. Next.Select((next, i) => next.AddRange(SendBack[i]))];

    /// <summary>Ways on, those into branches included.</summary>
    public ImmutableArray<ImmutableArray<int>> NextOrInside() => [.. Next.Select((next, i) => next.AddRange(Branches[i]))];

    private ImmutableArray<int> ToSteps(IEnumerable<Target> targets) =>
        [.. targets.Where(t => t.Kind == TargetKind.Step).Select(t => NumberOf(t.Step!)).OfType<int>().Distinct()];

    /// <summary>Conditions without which no way leads from one step to another; empty: one way needs none.</summary>
    public IEnumerable<string> GuardsInto(int step)
    {
        var ways = Steps.SelectMany(from => WaysOf(from).Concat(BranchesOf(from)).Where(way => way.To == Target.To(Steps[step].Id))).ToList();
        return ways.Exists(way => way.Guards.All(guard => guard is null)) ? [] : ways.SelectMany(way => way.Guards).OfType<Condition>().Select(c => c.Text).Distinct(StringComparer.Ordinal);
    }

    private IEnumerable<Target> TargetsOf(CompiledStep step) => WaysOf(step).Select(way => way.To);

    private IEnumerable<(Target To, Condition?[] Guards)> WaysOf(CompiledStep step)
    {
        if (step.Fork is { } fork)
            return Open(null, fork.ThenWhen, fork.Then).Concat(fork.Else is { } other ? [(other, [null])] : []);
        return step.ActionOrder.Select(key => step.Actions[key]).Where(action => _given?.Says(action.When) is not false)
            .SelectMany(action => Open(action.When, action.TargetWhen, action.Target));
    }

    private static IEnumerable<(Target To, Condition?[] Guards)> BranchesOf(CompiledStep step) =>
        step.Fork?.Branches.Select(b => (Target.To(b.Step), new Condition?[] { b.When })) ?? [];

    private IEnumerable<(Target To, Condition?[] Guards)> Open(Condition? when, ImmutableArray<Alternative<Target>> alternatives, Target otherwise) =>
        _given is null
            ? alternatives.Select(a => (a.Value, new[] { when, a.When })).Append((otherwise, [when]))
            : _given.Open(alternatives, otherwise).Select(a => (a.Value, new[] { when, a.When }));

    private bool Leaves(CompiledStep step) =>
        TargetsOf(step).Any(target => target.Kind == (step.Scope is null ? TargetKind.End : TargetKind.BranchEnd));
}
