using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>What moving on does to the clock: a wait that pauses it, a wait that ends, an extension that the way taken brings.</summary>
internal static class FlowEffects
{
    /// <summary>An event with the effects of its moves on the clock, accepted.</summary>
    public static Decision Complete(
        Dossier dossier, DecisionContext context, TokenFlow flow, DossierEvent happened, CompiledStep? left, StepAction? action, DateTimeOffset? legalInstant = null)
    {
        var at = legalInstant ?? context.At;
        var result = happened;
        var current = dossier;
        if (left?.Wait is { ClockPaused: true } && dossier.IsPaused && dossier.Pauses is [.., { Until: null } open] && IsOf(open, left))
        {
            if (!ClockActs.TryCalendar(dossier, context, out var calendar, out var refusal))
                return refusal;
            if (ClockActs.CheckOrder(dossier, at) is { } order)
                return order;
            if (!ClockActs.Resume(dossier, context, calendar, at, restart: false).TryGet(out var going, out var gap))
                return gap;
            result = result with { Clock = going.Clock, Pause = going.Row, Moves = Reschedule(result.Moves!, going) };
            current = dossier with { Clock = going.Clock };
        }
        if (action?.Extends is { } extends && current.Clock is { } clock)
        {
            if (!ClockActs.TryCalendar(dossier, context, out var calendar, out var refusal))
                return refusal;
            if (!clock.Extend(extends.By, calendar).TryGet(out var longer, out var gap))
                return gap;
            result = result with { Clock = longer, Extension = new(extends.Basis.ToText(), clock.DueAt, longer.DueAt) };
            current = current with { Clock = longer };
        }
        if (flow.PausingWait is { } wait && current.Clock is { PausedAt: null, StoppedAt: null } running)
        {
            if (ClockActs.CheckOrder(dossier, at) is { } order)
                return order;
            result = result with { Clock = running.Pause(at), Pause = ClockActs.Open(current, KindOf(wait.Wait!), wait.Name.Vietnamese, context.Actor, at) };
        }
        return Decision.Accept(result, flow.Children, legalInstant);
    }

    private static Moves Reschedule(Moves moves, Resumption going) =>
        moves with { Rescheduled = going.Rescheduled.Without(r => moves.Left.Items.Any(l => l.Token == r.Token)) };

    private static bool IsOf(PauseRow row, CompiledStep wait) => row.Kind == KindOf(wait.Wait!);

    private static PauseKind KindOf(WaitPlan wait) => wait.Kind switch
    {
        WaitKind.Payment => PauseKind.Payment,
        WaitKind.Posting => PauseKind.Posting,
        _ => PauseKind.Outside,
    };
}
