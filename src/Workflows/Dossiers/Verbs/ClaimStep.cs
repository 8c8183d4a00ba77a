using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>An officer takes a step that waits for his role.</summary>
public sealed record ClaimStep(StepTarget At) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (!At.TryFind(dossier, context.Procedure, out var token, out var step, out var refusal))
            return refusal;
        if (StepWork.Check(dossier, token, step, context, nameof(ClaimStep)) is { } forbidden)
            return forbidden;
        if (Rights.ToDo(context.Actor, token, step) is { } denied)
            return denied;
        return Decision.Accept(new StepClaimed(token.Id, token.Step, context.Actor.Officer));
    }
}
