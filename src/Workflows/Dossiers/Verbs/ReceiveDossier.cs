using System.Collections.Immutable;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Dossiers.CaseFacts;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>Receipt: at the counter, by post, or acceptance of an online filing. The receipt slip is out, the clock runs: status 2.</summary>
public sealed record ReceiveDossier(IntakeForm? Form, Channel Channel) : DossierCommand
{
    /// <summary>Papers that came on file with the acceptance of a filing.</summary>
    public ImmutableArray<PaperOnFile> Papers { get; init; } = [];

    /// <summary>Facts of the case given or corrected with the acceptance of a filing.</summary>
    public ImmutableArray<CaseFactValue> Facts { get; init; } = [];

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
        return Accept(DossierEvolution.TakeIn(Dossier.Blank(dossier.Id), intake), intake, context);
    }

    private Decision Accept(Dossier subject, Intake? intake, DecisionContext context)
    {
        if (Rights.ToReceive(context.Actor, subject.ReceivingAgency, context.Procedure) is { } denied)
            return denied;
        if (PaperCheck.Unknown(Papers.Select(p => p.Key), context.Procedure, subject.CaseKey) is { } unknown)
            return unknown;
        var (facts, wrong) = CaseFactCheck.Resolve(Facts, context.Procedure, isReceived: false);
        if (wrong is not null)
            return wrong;
        if (IntakeCheck.CompetentFor(subject.ReceivingAgency, context) is not { } competent)
            return Refusals.NoAgency.With("step", context.Procedure.Start, "selector", AgencyResolution.Describe(context.Procedure.Competent));
        var informed = DossierEvolution.WithPapers(subject, EquatableList.From(Papers)) with
        {
            Facts = CaseFactCheck.Merge(subject.Facts, facts),
            CompetentAgency = competent,
            ReceivedAt = context.At,
        };
        var conditions = new ConditionRun(informed, context, context.At, carriesFacts: !context.Actor.IsSystem);
        if (ParentId is null && CheckComplete(informed, context, conditions) is { } missing)
            return missing;
        var received = new Received
        {
            Intake = intake,
            ProcedureRevision = context.Published.RevisionId,
            CompetentAgency = competent,
            Papers = EquatableList.From(Papers),
            Facts = facts,
            Status = DossierStatus.Received,
        };
        return Start(informed, received, context, conditions);
    }

    private static Refusal? CheckComplete(Dossier informed, DecisionContext context, ConditionRun conditions) =>
        CaseFactCheck.Missing(informed, context.Procedure) ?? PaperCheck.MissingAtReceipt(informed, informed.Papers, context.Procedure, conditions);

    private static Decision Start(Dossier subject, Received received, DecisionContext context, ConditionRun conditions)
    {
        if (context.Procedure.FindCase(subject.CaseKey) is not { } kase)
            return Refusals.UnknownCase.With("case", subject.CaseKey ?? "", "known", string.Join(", ", context.Procedure.Cases.Keys));
        if (!ClockActs.TryCalendar(subject, context, out var calendar, out var refusal))
            return refusal;
        var policy = new DuePolicy(context.Procedure.DueTimeOfDay, context.Procedure.LateFilingCutOff);
        var promised = conditions.Choose(kase.LimitWhen, new CaseLimit(kase.Limit, kase.Commitment, kase.Basis)).Promised;
        if (!Clock.Start(promised, policy, calendar, context.At).TryGet(out var clock, out var gap))
            return gap;
        var started = subject with { Clock = clock };
        var flow = new TokenFlow(started, context, [], context.At) { Conditions = conditions };
        flow.Go(Target.To(context.Procedure.Start), null, null);
        if (flow.Problem is { } problem)
            return problem;
        return FlowEffects.Complete(started, context, flow, received with { Clock = clock, Moves = flow.ToMoves() });
    }
}
