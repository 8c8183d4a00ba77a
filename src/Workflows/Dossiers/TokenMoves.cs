using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Dossiers;

/// <summary>Applies the moves of an event to the tokens and to the time used so far.</summary>
internal static class TokenMoves
{
    public static Dossier Apply(Dossier dossier, Moves moves)
    {
        var next = dossier;
        foreach (var left in moves.Left)
            next = Leave(next, left);
        foreach (var entered in moves.Entered)
            next = Enter(next, entered);
        foreach (var rescheduled in moves.Rescheduled)
            next = Reschedule(next, rescheduled);
        foreach (var phase in moves.Phases)
            next = WithPhase(next, phase);
        if (moves.Forks is { } forks)
            next = next with { Forks = forks, LastFork = forks.IsEmpty ? next.LastFork : Math.Max(next.LastFork, forks.Items.Max(f => f.Id)) };
        return next;
    }

    private static Dossier Leave(Dossier next, TokenLeft left)
    {
        var clockStep = left.ClockStep ?? left.Step;
        var steps = WithUse(next.Steps, clockStep, u => u with { Used = u.Used + left.Used });
        if (left.Agency is { } agency)
            steps = WithUse(steps, left.Step, u => u with { Agency = agency });
        return next with
        {
            Tokens = next.Tokens.Without(t => t.Id == left.Token),
            Steps = steps,
            Agencies = left.Agency is null ? next.Agencies : WithAgency(next.Agencies, left),
            PassedDeadlines = next.PassedDeadlines.IsEmpty ? next.PassedDeadlines : next.PassedDeadlines.Without(d => DeadlineNames.BelongsTo(d, left.Token)),
        };
    }

    private static Dossier Reschedule(Dossier next, Rescheduled rescheduled) => next with
    {
        Tokens = next.Tokens.Replace(t => t.Id == rescheduled.Token, t => t with { DueAt = rescheduled.DueAt }),
        PassedDeadlines = next.PassedDeadlines.IsEmpty ? next.PassedDeadlines : next.PassedDeadlines.Without(d => DeadlineNames.BelongsTo(d, rescheduled.Token)),
    };

    private static Dossier WithPhase(Dossier next, PhaseClock phase)
    {
        foreach (var known in next.Phases)
            if (known.Phase == phase.Phase)
                return next with { Phases = next.Phases.Replace(p => p.Phase == phase.Phase, _ => phase) };
        return next with { Phases = next.Phases.Add(phase) };
    }

    private static Dossier Enter(Dossier next, TokenEntered entered)
    {
        var token = entered.Token;
        next = next with
        {
            Tokens = next.Tokens.Add(token),
            LastToken = Math.Max(next.LastToken, token.Id),
            Steps = WithUse(next.Steps, token.Step, u => u with { Visits = u.Visits + 1 }),
        };
        return entered.Child is { } child ? next with { Children = next.Children.Add(child) } : next;
    }

    private static EquatableList<StepUse> WithUse(EquatableList<StepUse> steps, string step, Func<StepUse, StepUse> change)
    {
        foreach (var use in steps)
            if (use.Step == step)
                return steps.Replace(u => u.Step == step, change);
        return steps.Add(change(new StepUse { Step = step }));
    }

    private static EquatableList<AgencyUse> WithAgency(EquatableList<AgencyUse> agencies, TokenLeft left)
    {
        foreach (var use in agencies)
            if (use.Agency == left.Agency)
                return agencies.Replace(u => u.Agency == left.Agency, u => u with { Used = u.Used + left.Used, LateMinutes = u.LateMinutes + left.LateMinutes });
        return agencies.Add(new(left.Agency!, left.Used, left.LateMinutes));
    }
}
