using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Procedures.Conditions;
using Tthc.Workflows.Soundness.Times;

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
    /// <summary>Under which facts, for a total that depends on them; empty otherwise.</summary>
    public BilingualText Given { get; init; } = new("", "");

    /// <summary>Conditions that the way shown needs besides; empty: none.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

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
    /// <param name="childCase">The ordinary case of a linked child procedure, for its limit; null where it is not known.</param>
    public static ImmutableArray<TimeOverrun> Check(CompiledProcedure procedure, Func<string, ProcedureCase?> childCase)
    {
        if (procedure.StepOrder.IsEmpty)
            return [];
        var overruns = ImmutableArray.CreateBuilder<TimeOverrun>();
        foreach (var total in Totals(procedure))
        {
            if (StepCost.Budget(total.Limit) is not { } budget)
                continue;
            var reckoning = new Reckoning(procedure, total.Given, childCase);
            var path = reckoning.Longest(total.Limit is Limit.CalendarDays);
            Add(overruns, new(total.Bound, total.Key, budget, total.Limit is Limit.WorkingTime or Limit.SameDay, path) { Given = total.Given.Words, Needs = reckoning.Needs(path) });
        }
        foreach (var phase in procedure.Phases.Values.Where(p => p.Limit.Kind != StepLimitKind.None).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var reckoning = new Reckoning(procedure, new Assumption(procedure, null, []), childCase);
            var path = reckoning.LongestOf(phase.Key);
            Add(overruns, new(TimeBound.Phase, phase.Key, StepCost.Of(phase.Limit), phase.Limit.Kind == StepLimitKind.WorkingHours, path) { Needs = reckoning.Needs(path) });
        }
        return overruns.ToImmutable();
    }

    private sealed record BoundTotal(TimeBound Bound, string Key, Limit Limit, Assumption Given);

    private static void Add(ImmutableArray<TimeOverrun>.Builder overruns, TimeOverrun overrun)
    {
        if (overrun.Total > overrun.Budget)
            overruns.Add(overrun);
    }

    private static IEnumerable<BoundTotal> Totals(CompiledProcedure procedure) => procedure.Cases.Values
        .OrderBy(c => c.Key, StringComparer.Ordinal).Prepend(procedure.DefaultCase)
        .SelectMany(variant => Alternatives(procedure, variant).SelectMany(total => Bounds(variant.Key, total.Limit, total.Given)));

    private static IEnumerable<(CaseLimit Limit, Assumption Given)> Alternatives(CompiledProcedure procedure, ProcedureCase variant)
    {
        var before = ImmutableArray<Condition>.Empty;
        foreach (var alternative in variant.LimitWhen)
        {
            yield return (alternative.Value, new Assumption(procedure, alternative.When, before));
            before = before.Add(alternative.When);
        }
        yield return (new CaseLimit(variant.Limit, variant.Commitment, variant.Basis), new Assumption(procedure, null, before));
    }

    private static IEnumerable<BoundTotal> Bounds(string key, CaseLimit total, Assumption given)
    {
        yield return new(TimeBound.Limit, key, total.Limit, given);
        if (total.Commitment is { } commitment)
            yield return new(TimeBound.Commitment, key, commitment, given);
    }
}
