using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Interpreting.Lists;
using Tthc.RuleLanguage.Evaluation.Interpreting.Rules;
using Tthc.RuleLanguage.Evaluation.Timing;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Interpreting;

/// <summary>
/// Walks over checked trees. Depending on what it is asked for it also keeps what every sub-expression came to, and follows how values go on in time.
/// One instance serves one evaluation.
/// </summary>
/// <param name="facts">The facts.</param>
/// <param name="context">Clock and budget.</param>
/// <param name="mode">What a missing fact means.</param>
internal sealed class Interpreter(object facts, EvaluationContext context, MissingFacts mode)
{
    private EvaluationContext? _aside;
    private EvaluationContext? _probe;

    public EvaluationContext Context { get; private set; } = context;

    /// <summary>Whether missing facts are null, as in RulesEngine.</summary>
    public bool IsTwoValued { get; } = mode == MissingFacts.Null;

    /// <summary>Follows how values go on in time.</summary>
    public bool Follows { get; set; }

    /// <summary>Keeps what every sub-expression came to.</summary>
    public TraceKeeper? Keeper { get; set; }

    public VariableSlots Slots { get; } = new();

    public Outcome Evaluate(BoundExpression e)
    {
        if (Keeper is not { IsOpen: true } keeper)
            return Walk(e);
        var mark = keeper.Mark;
        var outcome = Walk(e);
        keeper.Close(this, e, outcome, mark);
        return outcome;
    }

    /// <summary>Evaluates the beginning of a path of facts: the path is kept as a whole.</summary>
    public Outcome EvaluateReceiver(BoundExpression e) => e is BoundMember or BoundFacts or BoundVariable ? Walk(e) : Evaluate(e);

    /// <summary>Evaluates what the result no longer depends on, so that it can be shown and its changes known: it spends nothing of the budget.</summary>
    public Outcome EvaluateAside(BoundExpression e)
    {
        var main = Context;
        if (_aside is null)
            _aside = new EvaluationContext(main.Now, main.LocalOffset, main.Limits);
        Context = _aside;
        var outcome = Evaluate(e);
        Context = main;
        return outcome;
    }

    /// <summary>Asks a question while the clock stands elsewhere.</summary>
    public bool At(long utcTicks, Func<bool> question)
    {
        var (main, follows, keeper) = (Context, Follows, Keeper);
        Context = _probe ??= new EvaluationContext(main.Now, main.LocalOffset, main.Limits);
        Context.Begin(new DateTimeOffset(utcTicks, TimeSpan.Zero));
        (Follows, Keeper) = (false, null);
        Slots.BeginProbe();
        var answer = question();
        Slots.EndProbe();
        (Context, Follows, Keeper) = (main, follows, keeper);
        return answer;
    }

    /// <summary>Nothing, for a reason.</summary>
    public Outcome Missing(MissingReason reason, Course? course = null) => new(null, reason, course, IsTwoValued && reason.IsError);

    /// <summary>Nothing, for a reason.</summary>
    public Outcome Missing(MissingKind kind, BoundExpression where, Course? course = null) => Missing(MissingTexts.Of(kind, where.Span), course);

    private Outcome Walk(BoundExpression e) => e switch
    {
        BoundMember m => Accesses.Member(this, m),
        BoundBinary b => b.Operator switch
        {
            BinaryOperator.And or BinaryOperator.Or => Connectives.Of(this, b),
            BinaryOperator.BitAnd or BinaryOperator.BitOr when b.Left.Type.Kind == TypeKind.Boolean => Connectives.Of(this, b),
            >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual => Comparisons.Of(this, b),
            _ => Sums.Of(this, b),
        },
        BoundConstant c => c.Value is null ? Missing(c.Type.Kind == TypeKind.Unknown ? MissingKind.MissingFact : MissingKind.NullWritten, c) : new Outcome(c.Value),
        BoundFacts => new Outcome(facts),
        BoundVariable v => Accesses.Variable(this, v),
        BoundCall c => Calls.Of(this, c),
        BoundClock c => Clocks.Read(this, c),
        BoundUnary u => u.Operator == UnaryOperator.Not ? Connectives.Not(this, u) : Sums.Negate(this, u),
        BoundQuery q => Queries.Of(this, q),
        BoundConversion c => Calls.Convert(this, c),
        BoundIn i => Comparisons.In(this, i),
        BoundConditional c => Choices.Of(this, c),
        BoundCoalesce c => Choices.Coalesce(this, c),
        BoundIndex i => Accesses.Index(this, i),
        BoundGroupKey k => Accesses.GroupKey(this, k),
        BoundNewRecord r => Makings.Record(this, r),
        BoundNewList l => Makings.List(this, l),
        _ => throw new InvalidOperationException($"{e.GetType().Name} is never evaluated."),
    };
}
