using System.Collections.Immutable;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Facts;

namespace Tthc.RuleLanguage.Checking;

/// <summary>A checked rule set: what is compiled, traced and asked when its verdicts may change.</summary>
/// <param name="Name">Name of the workflow, as RulesEngine calls it.</param>
/// <param name="Facts">What it speaks of.</param>
/// <param name="MissingFacts">What a missing fact means to it.</param>
/// <param name="Globals">Named values, in order; each may read those before it.</param>
/// <param name="Rules">Enabled rules at the top, in the order they are judged.</param>
public sealed record BoundRuleSet(
    string Name, FactSchema Facts, MissingFacts MissingFacts, ImmutableArray<BoundParameter> Globals, ImmutableArray<BoundRule> Rules);

/// <summary>A named value.</summary>
/// <param name="Variable">The variable that expressions read.</param>
/// <param name="Value">Its value.</param>
/// <param name="Text">Where that was written.</param>
public sealed record BoundParameter(Variable Variable, BoundExpression Value, ExpressionText Text);

/// <summary>How the verdicts of children make one.</summary>
public enum GroupOperator
{
    /// <summary>All of them; false of none.</summary>
    And,

    /// <summary>Any of them; false of none.</summary>
    Or,
}

/// <summary>A checked rule: a condition, or a group of children.</summary>
/// <param name="Name">Name.</param>
/// <param name="Locals">Named values for it and its children, in order.</param>
public abstract record BoundRule(string Name, ImmutableArray<BoundParameter> Locals);

/// <summary>A rule with a condition of its own.</summary>
/// <param name="Name">Name.</param>
/// <param name="Locals">Named values.</param>
/// <param name="Condition">Of type bool, possibly missing.</param>
/// <param name="Text">Where the condition was written.</param>
public sealed record BoundLeaf(string Name, ImmutableArray<BoundParameter> Locals, BoundExpression Condition, ExpressionText Text) : BoundRule(Name, Locals);

/// <summary>A group.</summary>
/// <param name="Name">Name.</param>
/// <param name="Locals">Named values.</param>
/// <param name="Operator">How the verdicts of the children make one.</param>
/// <param name="Children">Enabled children.</param>
public sealed record BoundGroup(string Name, ImmutableArray<BoundParameter> Locals, GroupOperator Operator, ImmutableArray<BoundRule> Children) : BoundRule(Name, Locals);
