using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.RuleSets.Results;
using Tthc.Text;

namespace Tthc.RuleLanguage.RuleSets;

/// <summary>A rule set ready to judge. Immutable and safe to share between threads.</summary>
public sealed class CompiledRuleSet
{
    internal CompiledRuleSet(RuleSetDefinition definition, BoundRuleSet bound, ImmutableArray<CompiledRule> rules, RuleSetOptions options)
    {
        (Definition, Bound, Rules, Options) = (definition, bound, rules, options);
        Evaluator = SetEvaluator.Compile(bound);
    }

    /// <summary>Its name.</summary>
    public string Name => Bound.Name;

    /// <summary>As it was written.</summary>
    public RuleSetDefinition Definition { get; }

    /// <summary>As it is judged.</summary>
    public BoundRuleSet Bound { get; }

    /// <summary>The compiled form, which gives verdicts and allocates nothing.</summary>
    public SetEvaluator Evaluator { get; }

    /// <summary>Rules at the top, injected ones last; the index is that of the verdicts.</summary>
    public ImmutableArray<CompiledRule> Rules { get; }

    /// <summary>How it was compiled.</summary>
    public RuleSetOptions Options { get; }

    /// <summary>The rule at the top of that name or identity; null: none.</summary>
    public CompiledRule? Find(string name) =>
        Rules.FirstOrDefault(rule => rule.Name == name) ?? Rules.FirstOrDefault(rule => rule.Metadata.Id?.Value == name);

    /// <summary>
    /// Judges all rules and does their actions, with results in the shape of RulesEngine: children, messages, values of actions. Slow, for explaining and
    /// for files that rely on it; <see cref="Evaluator"/> gives the same verdicts.
    /// </summary>
    /// <param name="facts">Held as the root of the schema.</param>
    /// <param name="context">Clock and budget; begun by the caller.</param>
    public ImmutableArray<RuleResult> Results(object facts, EvaluationContext context) => new ResultBuilder(this, facts, context).All();

    /// <summary>The result of one rule at the top.</summary>
    /// <param name="rule">A rule of <see cref="Rules"/>.</param>
    /// <param name="facts">Held as the root of the schema.</param>
    /// <param name="context">Clock and budget; begun by the caller.</param>
    public RuleResult Result(CompiledRule rule, object facts, EvaluationContext context) => new ResultBuilder(this, facts, context).One(rule);

    /// <summary>
    /// What is told to people about a case the rule holds for: its message filled in, or its ErrorMessage, its title, its name, the first of them that is there.
    /// </summary>
    /// <param name="rule">A rule of the set.</param>
    /// <param name="facts">Held as the root of the schema.</param>
    /// <param name="context">Clock and budget; begun by the caller.</param>
    /// <param name="language">In which language.</param>
    public string MessageOf(CompiledRule rule, object facts, EvaluationContext context, TextLanguage language)
    {
        var message = (language == TextLanguage.Vietnamese ? rule.MessageVietnamese : rule.MessageEnglish) ?? rule.ErrorMessage;
        return message?.ForPeople(ScopeValues.Of(this, rule, facts, context), language) ?? rule.Metadata.Title?.In(language) ?? rule.Name;
    }

    /// <summary>The message in both languages.</summary>
    /// <param name="rule">A rule of the set.</param>
    /// <param name="facts">Held as the root of the schema.</param>
    /// <param name="context">Clock and budget; begun by the caller.</param>
    public BilingualText MessageOf(CompiledRule rule, object facts, EvaluationContext context) => new(
        MessageOf(rule, facts, context, TextLanguage.Vietnamese), MessageOf(rule, facts, context, TextLanguage.English));

    /// <summary>The value of a further expression, checked in the scope of a rule.</summary>
    /// <param name="rule">A rule of the set.</param>
    /// <param name="expression">Checked against the facts of the set with <see cref="CompiledRule.Scope"/>.</param>
    /// <param name="facts">Held as the root of the schema.</param>
    /// <param name="context">Clock and budget; begun by the caller.</param>
    public EvaluatedValue ValueOf(CompiledRule rule, BoundExpression expression, object facts, EvaluationContext context) =>
        ScopeValues.Of(this, rule, facts, context).Evaluate(expression);
}
