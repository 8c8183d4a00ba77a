using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.RuleSets;
using Tthc.Text;
using Tthc.Text.Json.Fields;

namespace Tthc.Workflows.Findings;

/// <summary>A rule as the judge uses it: what of its metadata concerns findings, worked out once.</summary>
public sealed class ComplianceRule
{
    /// <summary>The word of a rule whose findings nothing clears.</summary>
    public const string Never = "never";

    private readonly string? _obligation;
    private readonly BoundExpression? _dueAt;

    internal ComplianceRule(CompiledRule rule, int index, FindingTrack track, bool raisesFindings, BoundExpression? dueAt)
    {
        (Rule, Index, Track, RaisesFindings, _dueAt) = (rule, index, track, raisesFindings, dueAt);
        var metadata = rule.Metadata;
        FactPaths = [.. RulePaths.Of(rule)];
        Title = metadata.Title ?? new BilingualText(rule.Name, rule.Name);
        Severity = (FindingSeverity)(metadata.Severity ?? RuleSeverity.Medium);
        IsCleared = metadata.ClearedBy?.Value != Never;
        FulfilledBy = IsCleared ? metadata.ClearedBy?.Value : null;
        _obligation = metadata.Obligation?.Kind.Value ?? metadata.Opens?.Value;
    }

    /// <summary>The rule.</summary>
    public CompiledRule Rule { get; }

    /// <summary>Its place among the verdicts of its set.</summary>
    public int Index { get; }

    /// <summary>Id by which findings name it.</summary>
    public string Id => Rule.Id;

    /// <summary>The field its id, or else its name, was written in.</summary>
    public Located<string> Named => Rule.Metadata.Id ?? Rule.Definition.Name;

    /// <summary>The facts it reads, by path.</summary>
    public ImmutableArray<string> FactPaths { get; }

    /// <summary>What it is called.</summary>
    public BilingualText Title { get; }

    /// <summary>How grave its findings are.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>What its findings are about.</summary>
    public FindingTrack Track { get; }

    /// <summary>Whether it raises findings; a rule that only gives a verdict for reports does not.</summary>
    public bool RaisesFindings { get; }

    /// <summary>Whom it reminds; null: its findings are violations.</summary>
    public Reminder? Reminds { get; internal init; }

    /// <summary>Whether its finding is cleared when it does not hold any more.</summary>
    public bool IsCleared { get; }

    /// <summary>Kind of the event that fulfils the duty it opens; null: none.</summary>
    public string? FulfilledBy { get; }

    /// <summary>The duty its finding opens; null: none.</summary>
    internal Obligation? ObligationFor(CompiledRuleSet set, object facts, EvaluationContext evaluation)
    {
        if (_obligation is null)
            return null;
        var due = _dueAt is null ? null : set.ValueOf(Rule, _dueAt, facts, evaluation).Value as DateTimeOffset?;
        return new Obligation(_obligation, due is { } at ? Dossiers.RecordedInstant.Of(at) : null);
    }
}
