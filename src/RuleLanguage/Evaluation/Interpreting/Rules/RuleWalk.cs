using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;

namespace Tthc.RuleLanguage.Evaluation.Interpreting.Rules;

/// <summary>Walks over rules: parameters first, then the condition or the children.</summary>
/// <param name="set">The set.</param>
/// <param name="facts">The facts.</param>
/// <param name="context">Clock and budget.</param>
internal sealed class RuleWalk(BoundRuleSet set, object facts, EvaluationContext context)
{
    private readonly List<ParameterTrace> _parameters = [];

    public Interpreter Walk { get; } = new(facts, context, set.MissingFacts);

    /// <summary>Evaluates named values and makes them known.</summary>
    public void Define(ImmutableArray<BoundParameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            var mark = Walk.Keeper?.Mark ?? 0;
            Walk.Slots.Push(parameter.Variable, Walk.Evaluate(parameter.Value), parameter.Value);
            if (Walk.Keeper?.TakeFrom(mark) is { } node)
                _parameters.Add(new ParameterTrace(parameter.Variable, node) { Text = parameter.Text });
        }
    }

    public Verdict Judge(BoundRule rule)
    {
        var slots = Walk.Slots.Count;
        Define(rule.Locals);
        var verdict = rule switch
        {
            BoundLeaf leaf => JudgeLeaf(leaf),
            BoundGroup group => group.Children.Aggregate(Judgement.Start(group), (so, child) => Judgement.With(group.Operator, so, Judge(child))),
            _ => throw new InvalidOperationException($"{rule.GetType().Name} is no rule."),
        };
        Walk.Slots.PopTo(slots);
        return verdict;
    }

    public RuleTrace Trace(BoundRule rule)
    {
        var (slots, known) = (Walk.Slots.Count, _parameters.Count);
        Define(rule.Locals);
        var trace = rule switch
        {
            BoundLeaf leaf => TraceLeaf(leaf),
            BoundGroup group => TraceGroup(group),
            _ => throw new InvalidOperationException($"{rule.GetType().Name} is no rule."),
        };
        Walk.Slots.PopTo(slots);
        _parameters.RemoveRange(known, _parameters.Count - known);
        return trace;
    }

    private Verdict JudgeLeaf(BoundLeaf leaf)
    {
        var outcome = Walk.Evaluate(leaf.Condition);
        if (outcome.IsFailed)
            Walk.Context.Fail();
        return Judgement.Of(outcome, set.MissingFacts);
    }

    private RuleTrace TraceLeaf(BoundLeaf leaf)
    {
        var mark = Walk.Keeper?.Mark ?? 0;
        var outcome = Walk.Evaluate(leaf.Condition);
        var condition = Walk.Keeper?.TakeFrom(mark);
        if (outcome.IsFailed)
            Walk.Context.Fail();
        var verdict = Judgement.Of(outcome, set.MissingFacts);
        return new RuleTrace(leaf, verdict, verdict == Verdict.Undetermined ? outcome.Reason : null, ReadBy(leaf), condition, [], outcome.Until);
    }

    private RuleTrace TraceGroup(BoundGroup group)
    {
        var children = group.Children.Select(Trace).ToImmutableArray();
        var verdict = children.Aggregate(Judgement.Start(group), (so, child) => Judgement.With(group.Operator, so, child.Verdict));
        var reason = verdict == Verdict.Undetermined ? children.First(c => c.Verdict == Verdict.Undetermined).Reason : null;
        return new RuleTrace(group, verdict, reason, ReadBy(group), null, children, Next(group.Operator, verdict, children));
    }

    // While one child that decides stays, the group does; otherwise any child may change it.
    private static NextChange Next(GroupOperator op, Verdict verdict, ImmutableArray<RuleTrace> children)
    {
        var deciding = Judgement.Deciding(op);
        return verdict == deciding && !children.IsEmpty
            ? children.Where(c => c.Verdict == deciding).Select(c => c.Next).Max()
            : children.Select(c => c.Next).Append(NextChange.Never).Min();
    }

    private ImmutableArray<ParameterTrace> ReadBy(BoundRule rule)
    {
        if (_parameters.Count == 0)
            return [];
        var read = RuleUse.Of(rule).Variables;
        return [.. _parameters.Where(p => read.Contains(p.Variable))];
    }
}
