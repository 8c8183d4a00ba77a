using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>What every act on a step checks first.</summary>
internal static class StepWork
{
    /// <summary>The status lets steps be worked on, and the order of time is kept.</summary>
    public static Refusal? Check(Dossier dossier, Token token, CompiledStep step, DecisionContext context, string verb)
    {
        if (dossier.Status is not (DossierStatus.Received or DossierStatus.Processing or DossierStatus.AwaitingPayment or DossierStatus.Settled)
            && !(step.Kind == StepKind.Consultation && StatusTransitions.IsOpen(dossier.Status)))
            return Refusals.StatusForbids.With("status", $"{(int)dossier.Status}", "verb", verb);
        // The work of others goes on while one branch waits; but nobody works on a dossier that is suspended.
        if (dossier.IsPaused && step.Kind == StepKind.Task && dossier.Pauses is [.., { Until: null, Kind: PauseKind.Suspension or PauseKind.Supplement } pause])
            return Refusals.ClockPaused.With("kind", $"{pause.Kind}");
        return context.At < token.ArrivedAt
            ? Refusals.OccurredOutOfOrder.With("at", context.At.ToString("O"), "after", token.ArrivedAt.ToString("O"))
            : null;
    }
}
