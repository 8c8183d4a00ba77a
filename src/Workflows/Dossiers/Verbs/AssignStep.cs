using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>A step is given to an officer by one who may hand out that work, or handed on by its holder.</summary>
public sealed record AssignStep(StepTarget At, string Officer) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (!At.TryFind(dossier, context.Procedure, out var token, out var step, out var refusal))
            return refusal;
        if (StepWork.Check(dossier, token, step, context, nameof(AssignStep)) is { } forbidden)
            return forbidden;
        if ((token.Role ?? step.Role) is not { } role)
            return Refusals.WrongStep.With("step", token.Step, "active", token.Step);
        if (token.Agency is { } agency && !context.Actor.ActsFor(agency))
            return Refusals.WrongAgency.With("agency", agency, "step", token.Step);
        var holds = token.Officer == context.Actor.Officer && context.Actor.Roles.Contains(role);
        if (!holds && !context.Actor.Roles.Any(own => context.World.MayAssign(own, role)))
            return Refusals.MayNotAssign.With("role", role, "step", token.Step);
        if (string.IsNullOrWhiteSpace(Officer))
            return Refusals.MissingOfficer.With();
        return Decision.Accept(new StepAssigned(token.Id, token.Step, Officer, token.Officer));
    }
}
