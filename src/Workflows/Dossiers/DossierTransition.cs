using System.Collections.Immutable;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Dossiers.CaseFacts;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Dossiers.Verbs;
using Tthc.Workflows.Facts;
using Tthc.Workflows.Findings;

namespace Tthc.Workflows.Dossiers;

/// <summary>A command carried through: what happened, what the rules found in it, the state after both, and everything that follows from that state.</summary>
public sealed record DossierTransition
{
    /// <summary>State before.</summary>
    public required Dossier Before { get; init; }

    /// <summary>State after.</summary>
    public required Dossier After { get; init; }

    /// <summary>What happened and what the rules found in it, in order; empty when the rules were asked again and found nothing new.</summary>
    public ImmutableArray<RecordedEvent> Events { get; init; } = [];

    /// <summary>The act itself; null when the rules were only asked again.</summary>
    public RecordedEvent? Act { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>All acts of the dossier as rules see them, these included.</summary>
    public ImmutableArray<EventFacts> Acts { get; init; } = [];

    /// <summary>Where rules that only try out would have judged otherwise.</summary>
    public ImmutableArray<ShadowDifference> Shadows { get; init; } = [];

    /// <summary>The earliest coming deadline; null: none.</summary>
    public PlannedDeadline? Deadline { get; init; }

    /// <summary>The earliest deadline before; null: none.</summary>
    public PlannedDeadline? DeadlineBefore { get; init; }

    /// <summary>Open work.</summary>
    public ImmutableArray<WorkItem> WorkItems { get; init; } = [];

    /// <summary>Open work before.</summary>
    public ImmutableArray<WorkItem> WorkItemsBefore { get; init; } = [];

    /// <summary>Offset of the offices' local time, by which a code has its day.</summary>
    public TimeSpan LocalOffset { get; init; }

    /// <summary>Dossiers opened together with it, each a transition of its own.</summary>
    public ImmutableArray<DossierTransition> Children { get; init; } = [];

    /// <summary>Whether it needs a code: of the receipt, or of the filing.</summary>
    public bool NeedsCode => Act?.Event is Received or Submitted;

    /// <summary>Instant at which the act is said to have happened.</summary>
    public DateTimeOffset OccurredAt => Act?.OccurredAt ?? RecordedAt;

    /// <summary>Whether anything is to be written: an act, a finding, or another instant at which the rules want to look again.</summary>
    public bool ChangesAnything => !Events.IsEmpty || After.LookAgainAt != Before.LookAgainAt;

    private DecisionContext Context { get; init; } = null!;

    /// <summary>Whether the one who waits for this dossier has to be told that it ended.</summary>
    public bool EndsForParent =>
        After.ParentId is not null && EndsDuty(After.Status) && !EndsDuty(Before.Status);

    /// <summary>Decides, applies and derives.</summary>
    public static (DossierTransition? Transition, Refusal? Refusal) Of(Dossier dossier, DossierCommand command, DecisionContext context)
    {
        if (!context.Actor.IsTrusted && CheckInstant(dossier, context) is { } wrong)
            return (null, wrong);
        return Decided(dossier, command, context with { Now = RecordedInstant.Of(context.Now), OccurredAt = RecordedInstant.Of(context.OccurredAt) });
    }

    private static (DossierTransition?, Refusal?) Decided(Dossier dossier, DossierCommand command, DecisionContext context)
    {
        var decision = command.Decide(dossier, context);
        if (!decision.IsAccepted)
            return (null, decision.Refusal);
        var recorded = decision.Event is { } happened
            ? new RecordedEvent(
                dossier.Version + 1, context.Now, decision.OccurredAt ?? context.At, context.Actor.Officer, context.Actor.Agency, context.Published.RevisionId, happened)
            : null;
        var transition = Derive(dossier, recorded, context, decision.OccurredAt ?? context.Now);
        return decision.Children.IsEmpty ? (transition, null) : WithChildren(transition, decision.Children, context);
    }

    /// <summary>With the code that the store gave it, in state and event alike.</summary>
    public DossierTransition Numbered(string code)
    {
        DossierEvent happened = Act?.Event switch
        {
            Received received => received with { Code = code },
            Submitted submitted => submitted with { FilingCode = code },
            _ => throw new InvalidOperationException("Only a receipt or a filing is given a code."),
        };
        return Derive(Before, Act with { Event = happened }, Context, RecordedAt) with { Children = Children };
    }

    private static DossierTransition Derive(Dossier before, RecordedEvent? act, DecisionContext context, DateTimeOffset judgedAt)
    {
        var changed = act is null ? before : DossierEvolution.Apply(before, act);
        var judged = context.World.Compliance.Judge(changed, act, context, judgedAt);
        var procedure = context.Procedure;
        return new DossierTransition
        {
            Before = before,
            After = judged.Dossier,
            Act = act,
            Events = judged.Events,
            RecordedAt = context.Now,
            Acts = judged.Acts,
            Shadows = judged.Shadows,
            Context = context,
            LocalOffset = context.World.LocalOffset,
            Deadline = DeadlinePlan.Next(judged.Dossier, procedure),
            DeadlineBefore = DeadlinePlan.Next(before, procedure),
            WorkItems = WorkItemPlan.Of(judged.Dossier, procedure),
            WorkItemsBefore = WorkItemPlan.Of(before, procedure),
        };
    }

    private static (DossierTransition?, Refusal?) WithChildren(DossierTransition parent, ImmutableArray<ChildOpening> openings, DecisionContext context)
    {
        var children = ImmutableArray.CreateBuilder<DossierTransition>(openings.Length);
        foreach (var opening in openings)
        {
            var day = context.World.DayOf(opening.At);
            if (context.World.FindProcedure(opening.ProcedureCode, day) is not { } published)
                return (null, Refusals.ProcedureNotInForce.With("procedure", opening.ProcedureCode, "date", day.ToString("O")));
            var (child, refusal) = Open(parent, opening, context with { Published = published, Actor = Actor.System, OccurredAt = opening.At, FreshIds = [], Acts = [], Tallies = Tallies.None });
            if (child is null)
                return (null, refusal);
            children.Add(child);
        }
        return (parent with { Children = children.DrainToImmutable() }, null);
    }

    private static (DossierTransition?, Refusal?) Open(DossierTransition parent, ChildOpening opening, DecisionContext context)
    {
        var known = context.Procedure.PapersFor(null).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var form = new IntakeForm
        {
            ProcedureCode = opening.ProcedureCode,
            Agency = opening.Agency,
            Applicant = parent.After.Applicant!,
            Owner = parent.After.Owner,
            Subject = parent.After.Subject,
            Papers = [.. parent.After.Papers.Items.Where(p => known.Contains(p.Key))],
            Facts = CaseFactCheck.Inherited(parent.After.Facts, context.Procedure),
        };
        return Of(Dossier.Blank(opening.ChildId), new ReceiveDossier(form, parent.After.Channel) { ParentId = parent.After.Id }, context);
    }

    private static Refusal? CheckInstant(Dossier dossier, DecisionContext context)
    {
        if (context.OccurredAt is not { } at)
            return null;
        if (at > context.Now)
            return Refusals.OccurredInFuture.With("at", at.ToString("O"));
        var day = context.World.DayOf(dossier.ReceivedAt ?? at);
        if (context.World.PolicyFor(day) is not { } policy)
            return Refusals.NoPolicy.With("date", day.ToString("O"));
        return at < context.Now.AddDays(-policy.OccurredBackDays)
            ? Refusals.OccurredTooLongAgo.With("at", at.ToString("O"), "days", $"{policy.OccurredBackDays}")
            : null;
    }

    private static bool EndsDuty(DossierStatus status) =>
        status is DossierStatus.Settled or DossierStatus.Returned or DossierStatus.Withdrawn or DossierStatus.Stopped;
}
