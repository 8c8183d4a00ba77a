using Tthc.Text.Json.Fields;

namespace Tthc.Workflows.Procedures.Conditions;

/// <summary>A value that is taken when its condition holds. A list of them is tried in order; what stands for all else is kept beside it.</summary>
/// <param name="When">The condition.</param>
/// <param name="Value">The value.</param>
public sealed record Alternative<T>(Condition When, T Value);

/// <summary>An alternative as written.</summary>
/// <param name="When">The text of the condition.</param>
/// <param name="Value">The value.</param>
public sealed record WrittenAlternative<T>(Located<string> When, T Value);
