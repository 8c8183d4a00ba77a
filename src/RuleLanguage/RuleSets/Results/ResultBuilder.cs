using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;
using Tthc.Text;

namespace Tthc.RuleLanguage.RuleSets.Results;

/// <summary>Makes results of traces.</summary>
internal sealed class ResultBuilder(CompiledRuleSet set, object facts, EvaluationContext context)
{
    public ImmutableArray<RuleResult> All()
    {
        var traces = RuleTracer.TraceAll(set.Bound, facts, context);
        return [.. set.Rules.Select((rule, i) => Of(rule, traces[i], isTop: true))];
    }

    public RuleResult One(CompiledRule rule) => Of(rule, RuleTracer.Trace(set.Bound, rule.Bound, facts, context), isTop: true);

    private RuleResult Of(CompiledRule rule, RuleTrace trace, bool isTop)
    {
        var children = Shown(rule, [.. rule.Children.Select((child, i) => Of(child, trace.Children[i], isTop: false))]);
        var scope = ScopeValues.Of(set, rule, facts, context);
        return new RuleResult(rule, trace.Verdict, children)
        {
            Reason = trace.Reason,
            Next = trace.Next,
            ExceptionMessage = Message(rule, trace, isTop, scope),
            ReadInputs = () => Inputs(rule, scope),
            ActionResult = ActionRunner.Run(Action(rule, trace.Verdict), scope),
        };
    }

    /// <summary>The children a run that stops at the decision would have seen.</summary>
    private ImmutableArray<RuleResult> Shown(CompiledRule rule, ImmutableArray<RuleResult> children)
    {
        if (set.Options.NestedRules == NestedRuleMode.All || rule.Bound is not BoundGroup group)
            return children;
        var deciding = group.Operator == GroupOperator.And ? Verdict.False : Verdict.True;
        var decided = children.TakeWhile(child => child.Verdict != deciding).Count();
        return [.. children.Take(decided + 1)];
    }

    private static string Message(CompiledRule rule, RuleTrace trace, bool isTop, ScopeValues scope) => trace.Verdict switch
    {
        Verdict.True => "",
        Verdict.Undetermined => $"Error while executing rule : {rule.Name} - {trace.Reason?.Text.In(TextLanguage.English)}",
        _ => isTop ? rule.ErrorMessage?.AsJson(scope) ?? "" : "",
    };

    /// <summary>What cannot be told is no failure, and nothing is done about it, except where a set asks for the ways of RulesEngine.</summary>
    private Compiling.CompiledAction? Action(CompiledRule rule, Verdict verdict) => verdict switch
    {
        Verdict.True => rule.OnSuccess,
        Verdict.Undetermined when set.Bound.MissingFacts != MissingFacts.Null => null,
        _ => rule.OnFailure,
    };

    private ImmutableSortedDictionary<string, string> Inputs(CompiledRule rule, ScopeValues scope)
    {
        var inputs = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var member in set.Bound.Facts.Root.Members)
            inputs[member.Name] = ValueJson.Write(member.Get(facts), member.Type, indented: false);
        foreach (var parameter in rule.Scope)
            inputs[parameter.Variable.Name] = ValueJson.Write(scope[parameter.Variable], parameter.Variable.Type, indented: false);
        return inputs.ToImmutable();
    }
}
