using Tthc.RuleLanguage.Facts;

namespace Tthc.RuleLanguage.RuleSets.Data;

/// <summary>Facts given as JSON together with the schema that was inferred from them.</summary>
/// <param name="Schema">What rules may speak of: an unknown member is a missing fact.</param>
/// <param name="Facts">The facts.</param>
public sealed record InferredFacts(FactSchema Schema, DataRecord Facts);
