using System.Collections.Immutable;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>The applicant is asked for papers, all gaps at once, only for papers that the rules name: status 5, the clock pauses.</summary>
public sealed record RequestSupplement(ImmutableArray<string> Papers, string Reason, string SlipNumber, bool OfficerFault) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (!StatusTransitions.Allows(dossier.Status, DossierStatus.AwaitingSupplement) || dossier.Status == DossierStatus.AwaitingSupplement)
            return Refusals.StatusForbids.With("status", $"{(int)dossier.Status}", "verb", nameof(RequestSupplement));
        if (dossier.IsPaused)
            return Refusals.ClockPaused.With("kind", $"{dossier.Pauses[^1].Kind}");
        if (Rights.ToHandle(context.Actor, dossier, context.Procedure) is { } denied)
            return denied;
        if (ClockActs.CheckOrder(dossier, context.At) is { } order)
            return order;
        var refused = CheckText(dossier, context) ?? CheckBound(dossier, context);
        return refused is null ? Ask(dossier, context) : refused;
    }

    private Refusal? CheckText(Dossier dossier, DecisionContext context)
    {
        if (string.IsNullOrWhiteSpace(Reason))
            return Refusals.MissingReason.With();
        if (string.IsNullOrWhiteSpace(SlipNumber))
            return Refusals.MissingSlip.With("form", Forms.Number(context, dossier, Forms.Supplement) ?? Forms.Supplement);
        if (Papers.IsEmpty)
            return Refusals.MissingPaper.With("papers", "-", "names", "-");
        return PaperCheck.Unknown(Papers, context.Procedure, dossier.CaseKey);
    }

    private Refusal? CheckBound(Dossier dossier, DecisionContext context)
    {
        var day = context.World.DayOf(dossier.ReceivedAt ?? context.At);
        if (context.World.PolicyFor(day) is not { } policy)
            return Refusals.NoPolicy.With("date", day.ToString("O"));
        var most = context.Procedure.Supplement.AtMost ?? policy.SupplementAtMost;
        // What is asked for before acceptance belongs to the check at receipt; the bound is on the solving that follows.
        var count = dossier.Supplements.Items.Count(s => !s.OfficerFault && (dossier.ReceivedAt is not { } received || s.RequestedAt >= received));
        return !OfficerFault && count >= most ? Refusals.SecondSupplement.With("most", $"{most}", "count", $"{count}") : null;
    }

    private Decision Ask(Dossier dossier, DecisionContext context)
    {
        if (!ClockActs.TryCalendar(dossier, context, out var calendar, out var refusal))
            return refusal;
        if (!AnswerDue(context.Procedure.Supplement.AnswerWithin, calendar, context.At).TryGet(out var due, out var gap))
            return gap;
        var request = new SupplementRequest
        {
            Number = dossier.Supplements.Count + 1,
            Papers = EquatableList.From(Papers),
            Reason = Reason,
            SlipNumber = SlipNumber,
            RequestedBy = context.Actor.Officer,
            RequestedAt = context.At,
            AnswerDueAt = due,
            OfficerFault = OfficerFault,
        };
        return Decision.Accept(new SupplementRequested(request)
        {
            Status = DossierStatus.AwaitingSupplement,
            Clock = dossier.Clock?.Pause(context.At),
            Pause = ClockActs.Open(dossier, PauseKind.Supplement, Reason, context.Actor, context.At, due),
        });
    }

    /// <summary>Until when an answer is due; null without a limit.</summary>
    internal static Reckoned<DateTimeOffset?> AnswerDue(Limit? within, WorkCalendar calendar, DateTimeOffset at)
    {
        if (within is null)
            return (DateTimeOffset?)null;
        return Clock.Start(within, DuePolicy.Default, calendar, at).TryGet(out var clock, out var gap) ? clock.DueAt : gap;
    }
}
