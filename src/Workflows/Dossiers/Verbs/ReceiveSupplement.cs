using System.Collections.Immutable;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>The applicant answered: the clock goes on, or counts again in full, as the procedure says.</summary>
public sealed record ReceiveSupplement(ImmutableArray<PaperOnFile> Papers) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (dossier.Status != DossierStatus.AwaitingSupplement)
            return Refusals.StatusForbids.With("status", $"{(int)dossier.Status}", "verb", nameof(ReceiveSupplement));
        if (!context.Actor.Roles.Contains(Rights.Portal) && Rights.ToHandle(context.Actor, dossier, context.Procedure) is { } denied)
            return denied;
        if (ClockActs.CheckOrder(dossier, context.At) is { } order)
            return order;
        var request = dossier.Supplements[^1];
        if (PaperCheck.Unknown(Papers.Select(p => p.Key), context.Procedure, dossier.CaseKey) is { } unknown)
            return unknown;
        if (request.Papers.Items.Where(k => !Papers.Any(p => p.Key == k)).ToList() is { Count: > 0 } missing)
            return Refusals.MissingPaper.With("papers", string.Join(", ", missing), "names", string.Join(", ", missing));
        var happened = new SupplementReceived(request.Number) { Papers = EquatableList.From(Papers) };
        return dossier.Clock is null ? BeforeReceipt(dossier, context, happened) : GoOn(dossier, context, happened);
    }

    /// <summary>A filing asked for papers before it was accepted: no clock runs yet, it waits for acceptance again.</summary>
    private static Decision BeforeReceipt(Dossier dossier, DecisionContext context, SupplementReceived happened)
    {
        var (due, refusal) = SubmitDossier.AcceptanceDue(dossier.ReceivingAgency, context);
        return refusal is null
            ? Decision.Accept(happened with { Status = DossierStatus.Submitted, Pause = ClockActs.CloseAtEnd(dossier, context.At), AcceptanceDueAt = due })
            : refusal;
    }

    private static Decision GoOn(Dossier dossier, DecisionContext context, SupplementReceived happened)
    {
        var day = context.World.DayOf(dossier.ReceivedAt ?? context.At);
        if (context.World.PolicyFor(day) is not { } policy)
            return Refusals.NoPolicy.With("date", day.ToString("O"));
        var restart = (context.Procedure.Supplement.Clock ?? policy.SupplementClock) == SupplementClock.Restart;
        return FlowEffects.GoOn(dossier, context, happened with { Status = DossierStatus.Processing }, restart);
    }
}
