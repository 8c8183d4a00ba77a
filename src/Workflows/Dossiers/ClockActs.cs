using System.Diagnostics.CodeAnalysis;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Dossiers;

/// <summary>What pausing and going on mean for the clock, the ledger and the steps that stay.</summary>
internal static class ClockActs
{
    /// <summary>The deciding agency's calendar, which is the calendar of the clock.</summary>
    public static bool TryCalendar(Dossier dossier, DecisionContext context, [NotNullWhen(true)] out WorkCalendar? calendar, [NotNullWhen(false)] out Refusal? refusal)
    {
        var day = context.World.DayOf(dossier.ReceivedAt ?? context.At);
        calendar = context.World.CalendarOf(dossier.CompetentAgency, day);
        refusal = calendar is null ? Refusals.UnknownAgency.With("agency", dossier.CompetentAgency, "date", day.ToString("O")) : null;
        return calendar is not null;
    }

    /// <summary>An act on the clock cannot be said to lie before the last one, nor before the dossier came to where it stands.</summary>
    /// <remarks>A pause said to begin earlier would overlap time that steps left since have on their account already.</remarks>
    public static Refusal? CheckOrder(Dossier dossier, DateTimeOffset at)
    {
        var reached = Reached(dossier, at);
        return at < reached ? Refusals.OccurredOutOfOrder.With("at", at.ToString("O"), "after", reached.ToString("O")) : null;
    }

    /// <summary>When what the engine does by itself takes effect on the clock: at its legal instant, but not before what is on record already.</summary>
    public static DateTimeOffset Reached(Dossier dossier, DateTimeOffset legalInstant)
    {
        var reached = dossier.ClockTouchedAt is { } touched && touched > legalInstant ? touched : legalInstant;
        foreach (var token in dossier.Tokens)
            reached = token.ArrivedAt > reached ? token.ArrivedAt : reached;
        foreach (var fork in dossier.Forks)
            reached = fork.DoneAt is { } done && done > reached ? done : reached;
        return reached;
    }

    /// <summary>A row that opens a pause.</summary>
    public static PauseRow Open(Dossier dossier, PauseKind kind, string ground, Actor actor, DateTimeOffset at, DateTimeOffset? answerDueAt = null) => new()
    {
        Kind = kind,
        Ground = ground,
        Actor = actor.Officer,
        From = at,
        DueBefore = dossier.Clock?.DueAt,
        AnswerDueAt = answerDueAt,
    };

    /// <summary>The clock going on, or counting again in full; the row that closes the pause; the new due moments of the steps that stay.</summary>
    public static Reckoned<Resumption> Resume(Dossier dossier, DecisionContext context, WorkCalendar calendar, DateTimeOffset at, bool restart)
    {
        var clock = dossier.Clock!;
        var resumed = restart ? clock.Restart(at, calendar) : clock.Resume(at, calendar);
        if (!resumed.TryGet(out var running, out var gap))
            return gap;
        var row = dossier.Pauses[^1] with { Until = at, DueAfter = running.DueAt, Restarted = restart };
        var after = dossier with { Clock = running };
        if (!Phases(after, calendar).TryGet(out var phases, out gap))
            return gap;
        var moved = new List<Rescheduled>();
        foreach (var token in dossier.Tokens)
        {
            if (token.BudgetMinutes is null || token.Agency is not { } agency || !context.Procedure.Steps.TryGetValue(token.Step, out var step))
                continue;
            if (context.World.CalendarOf(agency, context.World.DayOf(token.ArrivedAt)) is not { } own)
                continue;
            if (!StepTimes.DueAt(after, token, step, own).TryGet(out var due, out gap))
                return gap;
            if (due != token.DueAt)
                moved.Add(new(token.Id, due));
        }
        return new Resumption(running, row, EquatableList.From(moved), phases);
    }

    /// <summary>The clocks of open phases that the end of the pause gives a new due moment.</summary>
    private static Reckoned<EquatableList<PhaseClock>> Phases(Dossier after, WorkCalendar calendar)
    {
        var moved = new List<PhaseClock>();
        foreach (var phase in after.Phases)
        {
            if (phase.Clock.LeftAt is not null)
                continue;
            if (!phase.Clock.DueAt(after.Suspensions, calendar).TryGet(out var due, out var gap))
                return gap;
            if (due != phase.DueAt)
                moved.Add(phase with { DueAt = due });
        }
        return EquatableList.From(moved);
    }

    /// <summary>Ends the clock if there is one.</summary>
    public static Clock? Stop(Dossier dossier, DateTimeOffset at) => dossier.Clock is { StoppedAt: null } running ? running.Stop(at) : null;

    /// <summary>Closes an open pause at the end of the dossier.</summary>
    public static PauseRow? CloseAtEnd(Dossier dossier, DateTimeOffset at) =>
        dossier.Pauses is [.., { Until: null } open] ? open with { Until = at, DueAfter = open.DueBefore } : null;
}

/// <summary>What going on brings.</summary>
internal sealed record Resumption(Clock Clock, PauseRow Row, EquatableList<Rescheduled> Rescheduled, EquatableList<PhaseClock> Phases)
{
    /// <summary>Moves of an event with what the end of the pause shifts; null when there is nothing to move.</summary>
    public Moves? AddTo(Moves? moves)
    {
        var stayed = moves is null ? Rescheduled : Rescheduled.Without(r => moves.Left.Items.Any(l => l.Token == r.Token));
        var phases = moves is null ? Phases : Phases.Without(p => moves.Phases.Items.Any(m => m.Phase == p.Phase));
        if (stayed.IsEmpty && phases.IsEmpty)
            return moves;
        var own = moves ?? new Moves();
        return own with { Rescheduled = stayed, Phases = EquatableList.From(own.Phases.Concat(phases)) };
    }
}
