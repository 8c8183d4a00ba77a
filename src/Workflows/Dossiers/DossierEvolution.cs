using Tthc.Workflows.Dossiers.CaseFacts;
using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Dossiers;

/// <summary>The only thing that changes the state of a dossier: one event applied to it. Used alike when it happens and when it is read back.</summary>
public static class DossierEvolution
{
    /// <summary>The state after an event.</summary>
    public static Dossier Apply(Dossier dossier, RecordedEvent recorded)
    {
        var happened = recorded.Event;
        var touchesClock = happened.Clock is not null || happened.Pause is not null || happened is Submitted;
        var next = dossier with
        {
            Version = recorded.Sequence,
            Status = happened.Status == DossierStatus.None ? dossier.Status : happened.Status,
            Clock = happened.Clock ?? dossier.Clock,
            PassedDeadlines = happened.Clock is { } clock ? StillPassed(dossier, clock) : dossier.PassedDeadlines,
            ClockTouchedAt = touchesClock ? Later(dossier.ClockTouchedAt, recorded.OccurredAt) : dossier.ClockTouchedAt,
        };
        if (happened.Pause is { } pause)
            next = WithPause(next, pause);
        if (happened.NextPause is { } following)
            next = WithPause(next, following);
        if (happened.Moves is { } moves)
            next = TokenMoves.Apply(next, moves);
        return ApplyFacts(next, recorded, happened);
    }

    /// <summary>The state after a whole log.</summary>
    public static Dossier Fold(long id, IEnumerable<RecordedEvent> log)
    {
        var dossier = Dossier.Blank(id);
        foreach (var recorded in log)
            dossier = Apply(dossier, recorded);
        return dossier;
    }

    private static Dossier ApplyFacts(Dossier next, RecordedEvent recorded, DossierEvent happened) => happened switch
    {
        Submitted e => TakeIn(next, e.Intake) with { FilingCode = e.FilingCode, SubmittedAt = recorded.OccurredAt, AcceptanceDueAt = e.AcceptanceDueAt },
        Received e => Receive(next, e, recorded),
        StepClaimed e => WithOfficer(next, e.Token, e.Officer),
        StepAssigned e => WithOfficer(next, e.Token, e.Officer),
        StepAdvanced { Facts.IsEmpty: true } e => WithPapers(next, e.Papers),
        StepAdvanced e => WithPapers(next, e.Papers) with { Facts = CaseFactCheck.Merge(next.Facts, e.Facts) },
        StepSentBack or TacitlyConsented or WaitEnded => next,
        ChildEnded e => next with { Children = next.Children.Replace(c => c.Id == e.ChildId, c => c with { Status = e.ChildStatus }) },
        DeadlinePassed e => next with { PassedDeadlines = next.PassedDeadlines.Add(e.Name) },
        SupplementRequested e => next with { Supplements = next.Supplements.Add(e.Request) },
        SupplementReceived e => AnswerSupplement(WithPapers(next, e.Papers), e, recorded.OccurredAt),
        PaymentRequested e => next with { Payments = next.Payments.Add(new(e.NoticeNumber, e.Amount, recorded.OccurredAt, null, null)) },
        PaymentConfirmed e => next with
        {
            Payments = next.Payments.Replace(p => p.ConfirmedAt is null, p => p with { ConfirmedAt = recorded.OccurredAt, ReceiptNumber = e.ReceiptNumber }),
        },
        Suspended or Resumed => next,
        ApologyIssued e => next with { Apologies = next.Apologies.Add(e.Slip), ReappointedAt = e.Slip.NewDueAt },
        Settled e => Ended(next, recorded, null) with { Result = e.Result },
        Returned e => next with { Handover = e.Handover },
        Declined e => Ended(next, recorded, e.Reason),
        Withdrawn e => Ended(next, recorded, e.Reason),
        Stopped e => Ended(next, recorded, e.Ground),
        Reopened => next with { Result = null, EndedAt = null, EndRecordedAt = null },
        Imported e => next with { ImportedFrom = e.Source, ImportedAt = recorded.RecordedAt },
        FindingRaised e => next with { Findings = next.Findings.Add(e.Finding) },
        FindingCleared e => next with
        {
            Findings = next.Findings.Replace(f => f.Number == e.Number, f => f with { ClearedAt = recorded.OccurredAt, ClearedBy = e.Reason }),
        },
        ObligationDischarged e => next with
        {
            Findings = next.Findings.Replace(f => f.Number == e.Number, f => f with { Obligation = f.Obligation! with { DischargedAt = recorded.OccurredAt } }),
        },
        _ => throw new InvalidOperationException($"No meaning for the event {happened.GetType().Name}."),
    };

    /// <summary>What is handed in becomes the dossier's own.</summary>
    internal static Dossier TakeIn(Dossier next, Intake intake) => next with
    {
        ProcedureCode = intake.ProcedureCode,
        ProcedureRevision = intake.ProcedureRevision,
        CaseKey = intake.CaseKey,
        Channel = intake.Channel,
        ReceivingAgency = intake.ReceivingAgency,
        CompetentAgency = intake.CompetentAgency,
        Applicant = intake.Applicant,
        Owner = intake.Owner,
        Subject = intake.Subject,
        Papers = intake.Papers,
        Facts = intake.Facts,
        ParentId = intake.ParentId,
    };

    private static Dossier Receive(Dossier next, Received e, RecordedEvent recorded)
    {
        var taken = e.Intake is { } intake ? TakeIn(next, intake) : next;
        return WithPapers(taken, e.Papers) with
        {
            Code = e.Code,
            ProcedureRevision = e.ProcedureRevision,
            CompetentAgency = e.CompetentAgency,
            Facts = CaseFactCheck.Merge(taken.Facts, e.Facts),
            ReceivedAt = recorded.OccurredAt,
        };
    }

    private static Dossier Ended(Dossier next, RecordedEvent recorded, string? reason) =>
        next with { EndedAt = recorded.OccurredAt, EndRecordedAt = recorded.RecordedAt, EndReason = reason };

    private static Dossier WithOfficer(Dossier next, int token, string officer) =>
        next with { Tokens = next.Tokens.Replace(t => t.Id == token, t => t with { Officer = officer }) };

    private static Dossier AnswerSupplement(Dossier next, SupplementReceived e, DateTimeOffset at)
    {
        var answered = next with { Supplements = next.Supplements.Replace(s => s.Number == e.Number, s => s with { ReceivedAt = at }) };
        return e.AcceptanceDueAt is { } due
            ? answered with { AcceptanceDueAt = due, PassedDeadlines = answered.PassedDeadlines.Without(d => d == DeadlineNames.Acceptance) }
            : answered;
    }

    /// <summary>With papers that came on file.</summary>
    internal static Dossier WithPapers(Dossier next, EquatableList<PaperOnFile> papers)
    {
        if (papers.IsEmpty)
            return next;
        var all = next.Papers;
        foreach (var paper in papers)
        {
            var known = false;
            all = all.Replace(p => p.Key == paper.Key && (known = true), p => p with
            {
                Originals = p.Originals + paper.Originals,
                Certified = p.Certified + paper.Certified,
                Copies = p.Copies + paper.Copies,
            });
            if (!known)
                all = all.Add(paper);
        }
        return next with { Papers = all };
    }

    private static EquatableList<PauseRow> LedgerWith(EquatableList<PauseRow> ledger, PauseRow row) =>
        row.Until is null || ledger is not [.., { Until: null }] ? ledger.Add(row) : ledger.Replace(r => r.Until is null, _ => row);

    /// <summary>A new pause arms the deadline of its answer anew.</summary>
    private static Dossier WithPause(Dossier next, PauseRow row) => next with
    {
        Pauses = LedgerWith(next.Pauses, row),
        PassedDeadlines = next.PassedDeadlines.IsEmpty || row.Until is not null
            ? next.PassedDeadlines
            : next.PassedDeadlines.Without(d => d is DeadlineNames.Supplement or DeadlineNames.Suspension),
    };

    /// <summary>That the due moment passed is said once for each due moment: when it moves, it is armed anew.</summary>
    private static EquatableList<string> StillPassed(Dossier next, Deadlines.Clock clock) =>
        next.PassedDeadlines.IsEmpty || next.Clock?.LateFrom == clock.LateFrom
            ? next.PassedDeadlines
            : next.PassedDeadlines.Without(d => d == DeadlineNames.Due);

    private static DateTimeOffset Later(DateTimeOffset? known, DateTimeOffset at) => known is { } k && k > at ? k : at;
}
