using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>A planned moment has come. What the procedure orders for it happens at the legal instant, whenever it is observed.</summary>
public sealed record ExpireDeadline(string Name, DateTimeOffset LegalInstant) : DossierCommand
{
    /// <summary>Refused when the deadline is not armed any more: something else came first. No refusal of a person's act.</summary>
    public static RefusalDescriptor NotArmed => Refusals.DeadlineNotArmed;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (DeadlinePlan.Next(dossier, context.Procedure) is not { } planned || planned.Name != Name || planned.At != LegalInstant || planned.At > context.Now)
            return NotArmed.With("name", Name);
        if (Name == DeadlineNames.Rules)
            return Decision.OnlyJudge(LegalInstant);
        if (Name == DeadlineNames.Supplement)
            return Unanswered(dossier, context, SupplementSilence(dossier, context));
        if (Name == DeadlineNames.Suspension)
            return Unanswered(dossier, context, context.Procedure.Suspension?.Silence ?? Silence.Wait);
        foreach (var token in dossier.Tokens)
        {
            if (Name == DeadlineNames.Consent(token.Id))
                return Consent(dossier, token, context);
            if (Name == DeadlineNames.Posting(token.Id))
                return EndPosting(dossier, token, context);
            if (Name == DeadlineNames.Step(token.Id))
                return Decision.Accept(new DeadlinePassed(Name, LegalInstant) { Step = token.Step, Agency = token.Agency, Officer = token.Officer }, occurredAt: LegalInstant);
        }
        return Decision.Accept(new DeadlinePassed(Name, LegalInstant), occurredAt: LegalInstant);
    }

    private static Silence SupplementSilence(Dossier dossier, DecisionContext context) =>
        context.Procedure.Supplement.Silence
        ?? context.World.PolicyFor(context.World.DayOf(dossier.ReceivedAt ?? context.At))?.SupplementSilence
        ?? Silence.Wait;

    private Decision Unanswered(Dossier dossier, DecisionContext context, Silence silence)
    {
        if (silence != Silence.Stop || !StatusTransitions.Allows(dossier.Status, DossierStatus.Stopped))
            return Decision.Accept(new DeadlinePassed(Name, LegalInstant), occurredAt: LegalInstant);
        var form = Forms.Number(context, dossier, Forms.Stop) ?? Forms.Number(context, dossier, Forms.Refusal);
        return EndOfDossier.Of(dossier, context, new Stopped($"deadline:{Name}") { Form = form }, DossierStatus.Stopped, LegalInstant);
    }

    private Decision Consent(Dossier dossier, Token token, DecisionContext context)
    {
        var flow = MoveOn(dossier, token, context, LeaveReason.TacitConsent);
        return flow.Problem is { } problem
            ? problem
            : FlowEffects.Complete(
                dossier, context, flow, new TacitlyConsented(token.Id, token.Step, token.Agency ?? "", LegalInstant) { Moves = flow.ToMoves() }, legalInstant: LegalInstant);
    }

    private Decision EndPosting(Dossier dossier, Token token, DecisionContext context)
    {
        var flow = MoveOn(dossier, token, context, LeaveReason.Done);
        return flow.Problem is { } problem
            ? problem
            : FlowEffects.Complete(
                dossier, context, flow, new WaitEnded(token.Id, token.Step, LegalInstant) { Moves = flow.ToMoves() }, legalInstant: LegalInstant);
    }

    private TokenFlow MoveOn(Dossier dossier, Token token, DecisionContext context, LeaveReason reason)
    {
        var flow = new TokenFlow(dossier, context, [], LegalInstant);
        flow.Leave(token, reason);
        if (context.Procedure.Steps[token.Step].Next is { } next)
            flow.Take(next, token);
        return flow;
    }
}
