using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>Handling is stopped on a ground, or refused at a refusal step, always with a slip: status 8, the end.</summary>
public sealed record StopDossier(string Ground, string SlipNumber) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (!StatusTransitions.Allows(dossier.Status, DossierStatus.Stopped) || dossier.Status == DossierStatus.Stopped)
            return Refusals.StatusForbids.With("status", $"{(int)dossier.Status}", "verb", nameof(StopDossier));
        var refusal = RefusalStep(dossier, context.Procedure);
        var denied = refusal is { } at
            ? Rights.ToDo(context.Actor, at.Token, at.Step)
            : Rights.ToHandle(context.Actor, dossier, context.Procedure);
        if (denied is not null)
            return denied;
        if (string.IsNullOrWhiteSpace(Ground))
            return Refusals.MissingGround.With();
        var form = refusal?.Step.Form ?? Forms.Number(context, dossier, Forms.Stop) ?? Forms.Number(context, dossier, Forms.Refusal);
        return string.IsNullOrWhiteSpace(SlipNumber)
            ? Refusals.MissingSlip.With("form", form ?? Forms.Stop)
            : EndOfDossier.Of(dossier, context, new Stopped(Ground) { SlipNumber = SlipNumber, Form = form }, DossierStatus.Stopped);
    }

    private static (Token Token, CompiledStep Step)? RefusalStep(Dossier dossier, CompiledProcedure procedure)
    {
        foreach (var token in dossier.Tokens)
            if (procedure.Steps.TryGetValue(token.Step, out var step) && step.Act == StepAct.Refuse)
                return (token, step);
        return null;
    }
}
