using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>What every end without a result does: the steps are left, the clock and an open pause end.</summary>
internal static class EndOfDossier
{
    public static Decision Of(Dossier dossier, DecisionContext context, DossierEvent happened, DossierStatus status, DateTimeOffset? legalInstant = null)
    {
        var at = legalInstant ?? context.At;
        if (legalInstant is null && ClockActs.CheckOrder(dossier, at) is { } order)
            return order;
        var ended = ClockActs.Reached(dossier, at);
        var flow = new TokenFlow(dossier, context, [], at);
        flow.CancelAll();
        if (flow.Problem is { } problem)
            return problem;
        return Decision.Accept(
            happened with { Status = status, Clock = ClockActs.Stop(dossier, ended), Pause = ClockActs.CloseAtEnd(dossier, ended), Moves = flow.ToMoves() },
            occurredAt: legalInstant);
    }
}
