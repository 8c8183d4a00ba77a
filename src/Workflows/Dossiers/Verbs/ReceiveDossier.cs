using System.Collections.Immutable;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>Receipt: at the counter, by post, or acceptance of an online filing. The receipt slip is out, the clock runs: status 2.</summary>
public sealed record ReceiveDossier(IntakeForm? Form, Channel Channel) : DossierCommand
{
    /// <summary>Papers that came on file with the acceptance of a filing.</summary>
    public ImmutableArray<PaperOnFile> Papers { get; init; } = [];

    /// <summary>The dossier that opened this one; its papers are in order by the parent's receipt.</summary>
    public long? ParentId { get; init; }

    /// <inheritdoc/>
    public override bool MakesDossier => Form is not null;

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (dossier.Status != (Form is null ? DossierStatus.Submitted : DossierStatus.None))
            return Refusals.StatusForbids.With("status", $"{(int)dossier.Status}", "verb", nameof(ReceiveDossier));
        if (ClockActs.CheckOrder(dossier, context.At) is { } order)
            return order;
        var day = context.World.DayOf(context.At);
        if (!context.Procedure.IsInForce(day))
            return Refusals.ProcedureNotInForce.With("procedure", context.Procedure.Code, "date", day.ToString("O"));
        if (Form is null)
            return Accept(dossier, null, context);
        if (Channel == Channel.None)
            return Refusals.MissingChannel.With();
        var (intake, refusal) = IntakeCheck.Resolve(Form, Channel, context, ParentId);
        if (intake is null)
            return refusal!;
        return Accept(Dossier.Blank(dossier.Id) with
        {
            CaseKey = intake.CaseKey,
            ReceivingAgency = intake.ReceivingAgency,
            CompetentAgency = intake.CompetentAgency,
            Papers = intake.Papers,
        }, intake, context);
    }

    private Decision Accept(Dossier subject, Intake? intake, DecisionContext context)
    {
        if (Rights.ToReceive(context.Actor, subject.ReceivingAgency, context.Procedure) is { } denied)
            return denied;
        if (PaperCheck.Unknown(Papers.Select(p => p.Key), context.Procedure, subject.CaseKey) is { } unknown)
            return unknown;
        if (ParentId is null && PaperCheck.Missing([.. subject.Papers, .. Papers], context.Procedure, subject.CaseKey) is { } missing)
            return missing;
        if (IntakeCheck.CompetentFor(subject.ReceivingAgency, context) is not { } competent)
            return Refusals.NoAgency.With("step", context.Procedure.Start, "selector", AgencyResolution.Describe(context.Procedure.Competent));
        return Start(subject with { CompetentAgency = competent, ReceivedAt = context.At }, intake, context);
    }

    private Decision Start(Dossier subject, Intake? intake, DecisionContext context)
    {
        if (context.Procedure.FindCase(subject.CaseKey) is not { } kase)
            return Refusals.UnknownCase.With("case", subject.CaseKey ?? "", "known", string.Join(", ", context.Procedure.Cases.Keys));
        if (!ClockActs.TryCalendar(subject, context, out var calendar, out var refusal))
            return refusal;
        var policy = new DuePolicy(context.Procedure.DueTimeOfDay, context.Procedure.LateFilingCutOff);
        if (!Clock.Start(kase.Promised, policy, calendar, context.At).TryGet(out var clock, out var gap))
            return gap;
        var started = subject with { Clock = clock };
        var flow = new TokenFlow(started, context, [], context.At);
        flow.Go(Target.To(context.Procedure.Start), null, null);
        if (flow.Problem is { } problem)
            return problem;
        var happened = new Received
        {
            Intake = intake,
            ProcedureRevision = context.Published.RevisionId,
            CompetentAgency = subject.CompetentAgency,
            Papers = EquatableList.From(Papers),
            Clock = clock,
            Status = DossierStatus.Received,
            Moves = flow.ToMoves(),
        };
        return FlowEffects.Complete(started, context, flow, happened);
    }
}
