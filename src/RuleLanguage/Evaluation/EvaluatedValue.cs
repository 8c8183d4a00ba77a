namespace Tthc.RuleLanguage.Evaluation;

/// <summary>What an expression came to.</summary>
/// <param name="Value">The value, boxed as its type is held; null: missing.</param>
/// <param name="Reason">Why it is missing; null when it is not.</param>
public sealed record EvaluatedValue(object? Value, MissingReason? Reason);
