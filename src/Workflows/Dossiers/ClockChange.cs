using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers;

/// <summary>Gathers what one event does to the clock. Each step gives the reason it cannot be, or null.</summary>
/// <remarks>The clock stands still as long as a wait that pauses it stands anywhere, or a supplement or suspension is open. Which waits
/// stand is read from the tokens and not from the act: a wait also ends when a join fires without it. Mutable while one decision is made,
/// never kept.</remarks>
internal sealed class ClockChange(Dossier dossier, DecisionContext context, DateTimeOffset at, DossierEvent happened)
{
    private Dossier _dossier = dossier;

    /// <summary>The event so far.</summary>
    public DossierEvent Event { get; private set; } = happened;

    /// <summary>The wait that stopped the clock stands no more: it goes on.</summary>
    public Refusal? EndWaits(IReadOnlyList<CompiledStep> standing) =>
        _dossier.IsPaused && OpenRow is { Kind: not (PauseKind.Supplement or PauseKind.Suspension) } row && !standing.Any(w => KindOf(w.Wait!) == row.Kind)
            ? GoOn(restart: false)
            : null;

    /// <summary>The clock goes on, or counts again in full.</summary>
    public Refusal? GoOn(bool restart)
    {
        if (!ClockActs.TryCalendar(_dossier, context, out var calendar, out var refusal))
            return refusal;
        if (ClockActs.CheckOrder(_dossier, at) is { } order)
            return order;
        if (!ClockActs.Resume(_dossier, context, calendar, at, restart).TryGet(out var going, out var gap))
            return gap.ToRefusal();
        Event = Event with { Clock = going.Clock, Pause = going.Row, Moves = going.AddTo(Event.Moves) };
        _dossier = _dossier with { Clock = going.Clock };
        return null;
    }

    /// <summary>The way taken lengthens the limit.</summary>
    public Refusal? Extend(LimitExtension? extends)
    {
        if (extends is null || _dossier.Clock is not { } clock)
            return null;
        if (!ClockActs.TryCalendar(_dossier, context, out var calendar, out var refusal))
            return refusal;
        if (!clock.Extend(extends.By, calendar).TryGet(out var longer, out var gap))
            return gap.ToRefusal();
        Event = Event with { Clock = longer, Extension = new(extends.Basis.ToText(), clock.DueAt, longer.DueAt) };
        _dossier = _dossier with { Clock = longer };
        return null;
    }

    /// <summary>A wait that stops the clock stands, and it runs: it is paused.</summary>
    public Refusal? BeginWaits(IReadOnlyList<CompiledStep> standing)
    {
        if (standing is not [var wait, ..] || _dossier.Clock is not { PausedAt: null, StoppedAt: null } running)
            return null;
        if (ClockActs.CheckOrder(_dossier, at) is { } order)
            return order;
        var row = ClockActs.Open(_dossier, KindOf(wait.Wait!), wait.Name.Vietnamese, context.Actor, at);
        Event = Event.Pause is null
            ? Event with { Clock = running.Pause(at), Pause = row }
            : Event with { Clock = running.Pause(at), NextPause = row };
        return null;
    }

    private PauseRow? OpenRow => _dossier.Pauses is [.., { Until: null } open] ? open : null;

    private static PauseKind KindOf(WaitPlan wait) => wait.Kind switch
    {
        WaitKind.Payment => PauseKind.Payment,
        WaitKind.Posting => PauseKind.Posting,
        _ => PauseKind.Outside,
    };
}
