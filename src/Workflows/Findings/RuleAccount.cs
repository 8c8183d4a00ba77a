using Tthc.RuleLanguage.Evaluation;

namespace Tthc.Workflows.Findings;

/// <summary>A rule, what it says of a dossier, and why.</summary>
/// <param name="Set">Its set.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Trace">The verdict taken apart.</param>
public sealed record RuleAccount(PublishedRuleSet Set, ComplianceRule Rule, RuleTrace Trace);
