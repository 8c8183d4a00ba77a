using Tthc.Workflows.Dossiers.CaseFacts;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>An event completed with what it does to the clock, and accepted.</summary>
internal static class FlowEffects
{
    /// <summary>After tokens moved: waits end or begin, the way taken may lengthen the limit.</summary>
    public static Decision Complete(
        Dossier dossier, DecisionContext context, TokenFlow flow, DossierEvent happened, StepAction? action = null, DateTimeOffset? legalInstant = null)
    {
        var waits = flow.StandingWaits;
        var at = legalInstant is null ? flow.At : ClockActs.Reached(dossier, flow.At);
        var change = new ClockChange(dossier, context, at, happened with { Status = StatusAfter(dossier, waits, happened), Conditions = flow.Conditions.Judged });
        var refusal = change.EndWaits(waits) ?? change.Extend(action?.Extends) ?? change.BeginWaits(waits);
        return refusal is null ? Decision.Accept(change.Event, flow.Children, legalInstant) : refusal;
    }

    /// <summary>A supplement or suspension ended: the clock goes on, unless a wait that pauses it has begun meanwhile.</summary>
    public static Decision GoOn(Dossier dossier, DecisionContext context, DossierEvent happened, bool restart)
    {
        var waits = new TokenFlow(dossier, context, [], context.At).StandingWaits;
        var change = new ClockChange(dossier, context, context.At, happened);
        var refusal = change.GoOn(restart) ?? change.BeginWaits(waits);
        return refusal is null ? Decision.Accept(change.Event) : refusal;
    }

    /// <summary>A payment that a join did not wait for any more is not awaited any more.</summary>
    private static DossierStatus StatusAfter(Dossier dossier, IReadOnlyList<CompiledStep> waits, DossierEvent happened) =>
        happened.Status == DossierStatus.None && dossier.Status == DossierStatus.AwaitingPayment && !waits.Any(w => w.Wait!.Kind == WaitKind.Payment)
            ? DossierStatus.Processing
            : happened.Status;
}
