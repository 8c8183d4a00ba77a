using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;

namespace Tthc.RuleLanguage.Evaluation;

/// <summary>What a sub-expression came to.</summary>
/// <param name="Expression">The sub-expression.</param>
/// <param name="Value">Its value; null: missing.</param>
/// <param name="Reason">Why it is missing; null when it is not.</param>
/// <param name="Children">What it was made of. Of a query the list, then what its lambda said of each element looked at. A path of facts is one node. What was not looked at is not there.</param>
/// <param name="Next">When the value may be another while the facts stay.</param>
public sealed record TraceNode(BoundExpression Expression, object? Value, MissingReason? Reason, ImmutableArray<TraceNode> Children, NextChange Next)
{
    /// <summary>Index of the list element this was said of; null: it was not said of an element.</summary>
    public int? Element { get; init; }

    /// <summary>How many elements were looked at besides those kept in <see cref="Children"/>.</summary>
    public int Omitted { get; init; }
}
