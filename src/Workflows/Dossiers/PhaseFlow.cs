using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers;

/// <summary>Clocks of phases within one decision: a phase runs while a step of it holds the dossier, in the calendar of the deciding agency.</summary>
/// <remarks>A phase entered again goes on with the time it has used, as a step does: being sent back buys no time.</remarks>
internal sealed class PhaseFlow(Dossier dossier, DecisionContext context)
{
    private readonly List<PhaseClock> _begun = [];

    /// <summary>A step of the phase is entered.</summary>
    public Refusal? Begin(string phase, DateTimeOffset at)
    {
        var known = dossier.Phases.Items.FirstOrDefault(p => p.Phase == phase);
        if (known is { Clock.LeftAt: null } || _begun.Exists(p => p.Phase == phase))
            return null;
        if (!ClockActs.TryCalendar(dossier, context, out var calendar, out var refusal))
            return refusal;
        var used = TimeSpan.Zero;
        if (known is not null && !known.Clock.Used(at, dossier.Suspensions, calendar).TryGet(out used, out var gap))
            return gap.ToRefusal();
        var minutes = context.Procedure.Phases[phase].Limit.Minutes((int)calendar.WorkingDay.TotalMinutes);
        var clock = StepClock.Arrive(at, minutes, used);
        if (!clock.DueAt(dossier.Suspensions, calendar).TryGet(out var due, out gap))
            return gap.ToRefusal();
        _begun.Add(new PhaseClock(phase, clock, due));
        return null;
    }

    /// <summary>Phases that began, and those of which no step holds the dossier any more.</summary>
    public EquatableList<PhaseClock> Changed(IReadOnlyCollection<CompiledStep> standing, DateTimeOffset at) => EquatableList.From(
        dossier.Phases.Items
            .Where(p => p.Clock.LeftAt is null && !standing.Any(s => s.Phase == p.Phase))
            .Select(p => p with { Clock = p.Clock.Leave(at) })
            .Concat(_begun));
}
