using System.Collections.Immutable;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Soundness;

/// <summary>Which bound the steps do not fit into.</summary>
public enum TimeBound
{
    /// <summary>The legal limit, of the procedure or of a case.</summary>
    Limit,

    /// <summary>The shorter promise, of the procedure or of a case.</summary>
    Commitment,

    /// <summary>The time of a phase.</summary>
    Phase,
}

/// <summary>Steps that take longer than they may.</summary>
/// <param name="Bound">Which bound.</param>
/// <param name="Key">Key of the case or phase; empty for the procedure itself.</param>
/// <param name="Budget">What is allowed, in minutes of eight-hour days.</param>
/// <param name="InHours">Whether the bound is written in hours, and so is best explained in hours.</param>
/// <param name="Path">The longest way, with what each step takes.</param>
public sealed record TimeOverrun(TimeBound Bound, string Key, long Budget, bool InHours, ImmutableArray<PathCost> Path)
{
    /// <summary>What the steps take together.</summary>
    public long Total => Path.Sum(step => step.Minutes);

    /// <summary>The step at which the running sum passes the bound.</summary>
    public string OverflowsAt
    {
        get
        {
            var sum = 0L;
            foreach (var step in Path)
                if ((sum += step.Minutes) > Budget)
                    return step.Step;
            return Path[^1].Step;
        }
    }
}

/// <summary>The step limits along the longest way may not exceed the limit: else a dossier can be late though nobody was.</summary>
public static class TimeArithmetic
{
    /// <summary>Every bound that the steps exceed.</summary>
    /// <param name="procedure">The procedure.</param>
    /// <param name="childLimit">Limit of a linked child procedure; null where it is not known.</param>
    public static ImmutableArray<TimeOverrun> Check(CompiledProcedure procedure, Func<string, Limit?> childLimit)
    {
        if (procedure.StepOrder.IsEmpty)
            return [];
        var graph = new FlowGraph(procedure);
        var overruns = ImmutableArray.CreateBuilder<TimeOverrun>();
        foreach (var (bound, key, limit) in Totals(procedure))
        {
            if (StepCost.Budget(limit) is not { } budget)
                continue;
            var path = LongestPath.Find(graph, i => CostOf(graph.Steps[i], limit is Limit.CalendarDays, childLimit), (from, to) => Lengthening(graph, from, to));
            Add(overruns, new(bound, key, budget, limit is Limit.WorkingTime or Limit.SameDay, path));
        }
        foreach (var phase in procedure.Phases.Values.Where(p => p.Limit.Kind != StepLimitKind.None).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var path = LongestPath.Find(graph, i => graph.Steps[i].Phase == phase.Key ? CostOf(graph.Steps[i], inCalendarDays: false, childLimit) : null, (_, _) => 0);
            Add(overruns, new(TimeBound.Phase, phase.Key, StepCost.Of(phase.Limit), phase.Limit.Kind == StepLimitKind.WorkingHours, path));
        }
        return overruns.ToImmutable();
    }

    private static void Add(ImmutableArray<TimeOverrun>.Builder overruns, TimeOverrun overrun)
    {
        if (overrun.Total > overrun.Budget)
            overruns.Add(overrun);
    }

    private static IEnumerable<(TimeBound Bound, string Key, Limit Limit)> Totals(CompiledProcedure procedure)
    {
        foreach (var variant in procedure.Cases.Values.OrderBy(c => c.Key, StringComparer.Ordinal).Prepend(procedure.DefaultCase))
        {
            yield return (TimeBound.Limit, variant.Key, variant.Limit);
            if (variant.Commitment is { } commitment)
                yield return (TimeBound.Commitment, variant.Key, commitment);
        }
    }

    /// <summary>Minutes of a step; null when it has no time of its own: it shares another's, waits outside the clock, or nothing is promised.</summary>
    private static long? CostOf(CompiledStep step, bool inCalendarDays, Func<string, Limit?> childLimit)
    {
        if (step.Wait is { } wait)
            return wait is { ClockPaused: false, Length: { } length and not Limit.None } ? StepCost.OfWait(length, inCalendarDays) : null;
        if (step.ChildProcedure is { } child)
            return childLimit(child) is { } limit and not Limit.None ? StepCost.OfWait(limit, inCalendarDays) : null;
        return step.ClockStep == step.Id && step.Limit.Kind != StepLimitKind.None ? StepCost.Of(step.Limit) : null;
    }

    /// <summary>By how much every action from one step to another lengthens the total.</summary>
    private static long Lengthening(FlowGraph graph, int from, int to) => graph.Steps[from].Actions.Values
        .Where(action => action.Target == Target.To(graph.Steps[to].Id))
        .Select(action => action.Extends is { } extension ? StepCost.Budget(extension.By) ?? 0 : 0)
        .DefaultIfEmpty(0).Min();
}
