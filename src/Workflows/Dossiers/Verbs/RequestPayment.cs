using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>The notice of financial obligation is out: status 6. Only where the procedure waits for payment.</summary>
public sealed record RequestPayment(string NoticeNumber, long Amount) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (dossier.Status != DossierStatus.Processing)
            return Refusals.StatusForbids.With("status", $"{(int)dossier.Status}", "verb", nameof(RequestPayment));
        if (PaymentWait.Find(dossier, context.Procedure) is null)
            return Refusals.NoPaymentWait.With();
        if (PaymentWait.MayAct(context.Actor, dossier, context.Procedure) is { } denied)
            return denied;
        if (ClockActs.CheckOrder(dossier, context.At) is { } order)
            return order;
        if (string.IsNullOrWhiteSpace(NoticeNumber) || Amount <= 0)
            return Refusals.MissingNotice.With();
        return Decision.Accept(new PaymentRequested(NoticeNumber, Amount) { Status = DossierStatus.AwaitingPayment });
    }
}

/// <summary>The payment wait of a dossier.</summary>
internal static class PaymentWait
{
    public static Token? Find(Dossier dossier, CompiledProcedure procedure) =>
        dossier.Tokens.Items.FirstOrDefault(t => procedure.Steps.TryGetValue(t.Step, out var step) && step.Wait is { Kind: WaitKind.Payment });

    /// <summary>The role named by the wait, at the agency it names; where none is named, whoever handles the dossier or did a step of it.</summary>
    public static Refusal? MayAct(Actor actor, Dossier dossier, CompiledProcedure procedure)
    {
        var token = Find(dossier, procedure)!;
        var step = procedure.Steps[token.Step];
        if (step.Role is not null)
            return Rights.ToDo(actor, token, step);
        var tookPart = dossier.Agencies.Items.Any(a => actor.ActsFor(a.Agency))
            && procedure.Steps.Values.Any(s => s.Role is { } role && actor.Roles.Contains(role));
        return tookPart ? null : Rights.ToHandle(actor, dossier, procedure);
    }
}
