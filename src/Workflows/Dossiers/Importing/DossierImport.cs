using System.Collections.Immutable;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Dossiers.Verbs;
using Tthc.Workflows.Findings;

namespace Tthc.Workflows.Dossiers.Importing;

/// <summary>
/// Takes over the history of a dossier: each act is decided as it would have been on its day, with the instants of the other system, and what time decided in
/// between (silence, a due moment) is put in its place. The rules judge once, now, over the whole: what they find was found now.
/// </summary>
public sealed class DossierImport
{
    // A history in which more than this passes by itself between two acts is not one.
    private const int MostDeadlines = 100;
    private readonly DossierHistory _history;
    private readonly DecisionContext _context;
    private readonly RuleWorld _unjudged;
    private readonly ImmutableArray<RecordedEvent>.Builder _events = ImmutableArray.CreateBuilder<RecordedEvent>();
    private DecisionContext _known;
    private Dossier _dossier;

    private DossierImport(long id, DossierHistory history, DecisionContext context)
    {
        (_history, _context, _known) = (history, context, context);
        _dossier = Dossier.Blank(id);
        _unjudged = context.World with { Compliance = ComplianceRules.None };
    }

    /// <summary>The transition of a whole history, or why it is refused.</summary>
    /// <param name="id">Number of the new dossier.</param>
    /// <param name="history">The history.</param>
    /// <param name="context">Now, who imports, the procedure of the day of receipt, the rules in force.</param>
    public static ImportOutcome Of(long id, DossierHistory history, DecisionContext context)
    {
        if (!context.Procedure.ChildProcedures.IsEmpty)
            return new ImportOutcome(null, Refusals.HistoryOfLinked.With("procedure", context.Procedure.Code), 0);
        if (history.Acts is not [{ Command: ReceiveDossier }, ..])
            return new ImportOutcome(null, Refusals.HistoryWithoutReceipt.With(), 0);
        var import = new DossierImport(id, history, context);
        for (var i = 0; i < history.Acts.Length; i++)
            if (import.Do(i) is { } refusal)
                return new ImportOutcome(null, refusal, i);
        return import.Whole();
    }

    private Refusal? Do(int index)
    {
        var act = _history.Acts[index];
        if (act.OccurredAt > act.RecordedAt || act.RecordedAt > _context.Now || (index > 0 && act.RecordedAt < _history.Acts[index - 1].RecordedAt))
            return Refusals.HistoryOrder.With("at", act.OccurredAt.ToString("O"), "recorded", act.RecordedAt.ToString("O"));
        for (var i = 0; i < MostDeadlines && index > 0 && DeadlinePlan.Next(_dossier, _context.Procedure) is { } due && due.At <= act.OccurredAt; i++)
            if (Apply(new ExpireDeadline(due.Name, due.At), _context with { Now = due.At, OccurredAt = null, Actor = Actor.System }) is { } refused)
                return refused;
        return Apply(act.Command, _context with { Now = act.RecordedAt, OccurredAt = act.OccurredAt, Actor = act.Actor });
    }

    private Refusal? Apply(DossierCommand command, DecisionContext at)
    {
        var (transition, refusal) = DossierTransition.Of(_dossier, command, at with { World = _unjudged, Acts = _known.Acts });
        if (transition is null)
            return refusal;
        if (transition.NeedsCode)
            transition = transition.Numbered(_history.Code);
        _events.AddRange(transition.Events);
        _dossier = transition.After;
        _known = _known with { Acts = transition.Acts };
        return null;
    }

    private ImportOutcome Whole()
    {
        var (marked, refusal) = DossierTransition.Of(_dossier, new MarkImported(_history.Source), _known);
        if (marked is null)
            return new ImportOutcome(null, refusal, _history.Acts.Length);
        _events.AddRange(marked.Events);
        return new ImportOutcome(marked with { Before = Dossier.Blank(_dossier.Id), Events = _events.DrainToImmutable(), DeadlineBefore = null, WorkItemsBefore = [] }, null, 0);
    }
}
