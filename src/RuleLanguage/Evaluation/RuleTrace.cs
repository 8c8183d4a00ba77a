using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;

namespace Tthc.RuleLanguage.Evaluation;

/// <summary>Why a rule says what it says.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Verdict">What it says.</param>
/// <param name="Reason">Why that cannot be told; null when it can.</param>
/// <param name="Parameters">The named values it reads.</param>
/// <param name="Condition">The condition; null for a group.</param>
/// <param name="Children">The rules of a group.</param>
/// <param name="Next">When the verdict may be another while the facts stay.</param>
public sealed record RuleTrace(
    BoundRule Rule, Verdict Verdict, MissingReason? Reason, ImmutableArray<ParameterTrace> Parameters, TraceNode? Condition, ImmutableArray<RuleTrace> Children,
    NextChange Next);

/// <summary>What a named value came to.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Value">Its value, with what it was made of.</param>
public sealed record ParameterTrace(Variable Variable, TraceNode Value)
{
    /// <summary>Where it was written; null for a value handed in.</summary>
    public ExpressionText? Text { get; init; }
}
