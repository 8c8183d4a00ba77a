using System.Collections.Immutable;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Soundness.Times;

/// <summary>What the steps of a procedure take while an assumption holds; where their time depends on facts, the longest they may.</summary>
internal sealed class Reckoning(CompiledProcedure procedure, Assumption given, Func<string, ProcedureCase?> childCase)
{
    private readonly FlowGraph _graph = new(procedure, given);

    /// <summary>The longest way against a total.</summary>
    public ImmutableArray<PathCost> Longest(bool inCalendarDays) =>
        LongestPath.Find(_graph, step => CostOf(_graph.Steps[step], inCalendarDays), Lengthening);

    /// <summary>The longest way through a phase.</summary>
    public ImmutableArray<PathCost> LongestOf(string phase) =>
        LongestPath.Find(_graph, step => _graph.Steps[step].Phase == phase ? CostOf(_graph.Steps[step], inCalendarDays: false) : null, (_, _) => 0);

    /// <summary>The conditions that have to hold for a way to be gone and to take as long.</summary>
    public ImmutableArray<string> Needs(ImmutableArray<PathCost> path) =>
        [.. path.Select(cost => _graph.NumberOf(cost.Step)!.Value).SelectMany(step => _graph.GuardsInto(step).Concat(LimitGuard(step))).Distinct(StringComparer.Ordinal)];

    /// <summary>Minutes of a step; null when it has no time of its own: it shares another's, waits outside the clock, or nothing is promised.</summary>
    private long? CostOf(CompiledStep step, bool inCalendarDays)
    {
        if (step.Wait is { } wait)
            return wait is { ClockPaused: false, Length: { } length and not Limit.None } ? StepCost.OfWait(length, inCalendarDays) : null;
        if (step.ChildProcedure is { } child)
            return childCase(child) is { } linked && LongestOf(linked) is { } limit and not Limit.None ? StepCost.OfWait(limit, inCalendarDays) : null;
        return step.ClockStep == step.Id && Slowest(step) is { Kind: not StepLimitKind.None } time ? StepCost.Of(time) : null;
    }

    /// <summary>A linked dossier takes over the facts, and so the conditions on facts that stay as they are say in it what they say here.</summary>
    private Limit LongestOf(ProcedureCase linked) =>
        given.Open(linked.LimitWhen, new CaseLimit(linked.Limit, null, null)).Select(open => open.Value.Limit).MaxBy(limit => StepCost.Budget(limit) ?? long.MaxValue)!;

    private StepLimit Slowest(CompiledStep step) => given.Open(step.LimitWhen, step.Limit).Select(open => open.Value).MaxBy(StepCost.Of);

    private IEnumerable<string> LimitGuard(int number)
    {
        var step = _graph.Steps[number];
        var slowest = given.Open(step.LimitWhen, step.Limit).MaxBy(open => StepCost.Of(open.Value));
        return slowest.When is { } when ? [when.Text] : [];
    }

    /// <summary>By how much every open action from one step to another lengthens the total.</summary>
    private long Lengthening(int from, int to) => _graph.Steps[from].Actions.Values
        .Where(action => given.Says(action.When) is not false && given.Open(action.TargetWhen, action.Target).Any(way => way.Value == Target.To(_graph.Steps[to].Id)))
        .Select(action => action.Extends is { } extension ? StepCost.Budget(extension.By) ?? 0 : 0)
        .DefaultIfEmpty(0).Min();
}
