using System.Collections.Immutable;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Facts;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Facts;
using Tthc.Workflows.Procedures.Conditions;

namespace Tthc.Workflows.Dossiers.CaseFacts;

/// <summary>Asks the conditions of a procedure within one decision, and keeps what each said for the event.</summary>
/// <remarks>An act that can carry facts is refused when a condition cannot be told, so that the fact is given. What happens by itself, and acts
/// that carry no facts, must not hang on a missing one: alternatives then take what stands for all else, a branch opens, a paper is demanded.
/// Mutable while one decision is made, never kept.</remarks>
/// <param name="dossier">The dossier with the facts and papers of the act.</param>
/// <param name="context">What the decision is given.</param>
/// <param name="at">The instant by which the conditions judge.</param>
/// <param name="carriesFacts">Whether whoever acts can give a missing fact with the act.</param>
internal sealed class ConditionRun(Dossier dossier, DecisionContext context, DateTimeOffset at, bool carriesFacts)
{
    private readonly List<(Condition Condition, ConditionJudged Judged)> _asked = [];
    private EvaluationContext? _clock;
    private DataRecord? _facts;

    /// <summary>Why it cannot go on; null while it can.</summary>
    public Refusal? Problem { get; private set; }

    /// <summary>What was asked, in order.</summary>
    public EquatableList<ConditionJudged> Judged => EquatableList.From(_asked.Select(a => a.Judged));

    /// <summary>The first value whose condition holds, or the one for all else.</summary>
    public T Choose<T>(ImmutableArray<Alternative<T>> alternatives, T otherwise)
    {
        foreach (var alternative in alternatives)
        {
            if (Ask(alternative.When) is not { } holds)
                return otherwise;
            if (holds)
                return alternative.Value;
        }
        return otherwise;
    }

    /// <summary>Whether something under a condition is due: a branch is opened, a paper is demanded.</summary>
    public bool Holds(Condition? when) => when is null || (Ask(when) ?? true);

    /// <summary>A way that an officer wants to take under a condition; refused unless it holds.</summary>
    public Refusal? Demand(Condition? when, string what)
    {
        if (when is null || Ask(when) is true || Problem is not null)
            return Problem;
        var facts = ReadFacts.Of(when, Facts(when)).Select(f => $"{ReadFacts.Titled(f.Name, context.Procedure)} = {f.Value ?? "?"}");
        return Refusals.ConditionNotMet.With("what", what, "condition", when.Text, "facts", string.Join("; ", facts));
    }

    private EvaluationContext Clock
    {
        get
        {
            _clock ??= new EvaluationContext(at, context.World.LocalOffset);
            _clock.Begin(at);
            return _clock;
        }
    }

    private bool? Ask(Condition condition)
    {
        foreach (var (asked, known) in _asked)
            if (ReferenceEquals(asked, condition))
                return known.Holds;
        var facts = Facts(condition);
        bool? holds = condition.Judge(facts, Clock) switch { Verdict.True => true, Verdict.False => false, _ => null };
        var read = ReadFacts.Of(condition, facts);
        _asked.Add((condition, new ConditionJudged(condition.Place, condition.Text, holds) { Facts = EquatableList.From(read) }));
        if (holds is null && carriesFacts)
            Problem ??= Undetermined(condition, read);
        return holds;
    }

    private Refusal Undetermined(Condition condition, IReadOnlyCollection<FindingFact> read)
    {
        var missing = read.Where(f => f.Value is null).Select(f => f.Name).ToList();
        return Refusals.ConditionOpen.With(
            "condition", condition.Text,
            "missing", string.Join(", ", missing.DefaultIfEmpty("?").Select(name => ReadFacts.Titled(name, context.Procedure))),
            "example", string.Join(", ", missing.Select(name => ReadFacts.Example(name, context.Procedure)).OfType<string>().DefaultIfEmpty("-")));
    }

    private DataRecord Facts(Condition condition)
    {
        if (_facts is not null)
            return _facts;
        var calendar = context.World.CalendarOf(dossier.CompetentAgency, context.World.DayOf(at));
        var policy = context.World.PolicyFor(context.World.DayOf(dossier.ReceivedAt ?? at));
        return _facts = condition.Schema.FactsOf(dossier, new FactSources(context.Procedure, calendar, policy, context.Acts));
    }
}
