using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>What every end without a result does: the steps are left, the clock and an open pause end.</summary>
internal static class EndOfDossier
{
    public static Decision Of(Dossier dossier, DecisionContext context, DossierEvent happened, DossierStatus status, DateTimeOffset? legalInstant = null)
    {
        var at = legalInstant ?? context.At;
        if (legalInstant is null && (ClockActs.CheckOrder(dossier, at) ?? CheckArrivals(dossier, at)) is { } order)
            return order;
        var flow = new TokenFlow(dossier, context, [], at);
        flow.CancelAll();
        if (flow.Problem is { } problem)
            return problem;
        return Decision.Accept(
            happened with { Status = status, Clock = ClockActs.Stop(dossier, at), Pause = ClockActs.CloseAtEnd(dossier, at), Moves = flow.ToMoves() },
            occurredAt: legalInstant);
    }

    /// <summary>A dossier cannot have ended before it came to the step it is at.</summary>
    private static Refusal? CheckArrivals(Dossier dossier, DateTimeOffset at)
    {
        foreach (var token in dossier.Tokens)
            if (token.ArrivedAt > at)
                return Refusals.OccurredOutOfOrder.With("at", at.ToString("O"), "after", token.ArrivedAt.ToString("O"));
        return null;
    }
}
