using System.Collections.Immutable;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Evaluation.Timing;
using Tthc.RuleLanguage.RuleSets;

namespace Tthc.Workflows.Findings;

/// <summary>A rule set compiled to judge dossiers.</summary>
/// <param name="Compiled">The rules.</param>
/// <param name="Rules">What findings need to know of each, in the order of the verdicts.</param>
public sealed record ComplianceSet(CompiledRuleSet Compiled, ImmutableArray<ComplianceRule> Rules)
{
    /// <summary>The rules that raise findings and whose verdict time alone may change, as they are followed in time.</summary>
    internal WakeUpEvaluator Timed { get; } = WakeUpEvaluator.Of(
        Compiled.Bound, Rules.Where(r => r.RaisesFindings && WakeUp.IsTimed(Compiled.Bound, r.Rule.Bound)).Select(r => r.Rule.Bound));

    /// <summary>Name.</summary>
    public string Name => Compiled.Name;

    /// <summary>File it was read from.</summary>
    public string Path => Compiled.Definition.Source.Path;

    /// <summary>Days of receipt for which it holds.</summary>
    public ValidityPeriod InForce => Compiled.Definition.Metadata.InForce;

    /// <summary>Which revision judges a dossier under way.</summary>
    public JudgingRevision Judges => Compiled.Definition.Judges;

    /// <summary>Whether it only tries out.</summary>
    public bool IsShadow => Compiled.Definition.IsShadow;
}
