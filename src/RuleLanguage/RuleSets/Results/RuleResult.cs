using System.Collections.Immutable;
using Tthc.RuleLanguage.Evaluation;

namespace Tthc.RuleLanguage.RuleSets.Results;

/// <summary>What a rule came to, in the shape of RulesEngine's result tree.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Verdict">What it says.</param>
/// <param name="ChildResults">Results of the rules of a group.</param>
public sealed record RuleResult(CompiledRule Rule, Verdict Verdict, ImmutableArray<RuleResult> ChildResults)
{
    /// <summary>Whether it holds. False also when that cannot be told: ask <see cref="Verdict"/>.</summary>
    public bool IsSuccess => Verdict == Verdict.True;

    /// <summary>Why it cannot be told; null when it can.</summary>
    public MissingReason? Reason { get; init; }

    /// <summary>Empty when it holds; else the ErrorMessage filled in (rules at the top), or what went wrong.</summary>
    public string ExceptionMessage { get; init; } = "";

    /// <summary>Facts and named values it could read, as JSON by name; made when asked for.</summary>
    public ImmutableSortedDictionary<string, string> Inputs => _inputs.Value;

    /// <summary>What its action gave; null: it has none for this verdict.</summary>
    public ActionResult? ActionResult { get; init; }

    /// <summary>When the verdict may be another while the facts stay.</summary>
    public NextChange Next { get; init; }

    private readonly Lazy<ImmutableSortedDictionary<string, string>> _inputs = new(() => ImmutableSortedDictionary<string, string>.Empty);

    internal Func<ImmutableSortedDictionary<string, string>> ReadInputs
    {
        init => _inputs = new Lazy<ImmutableSortedDictionary<string, string>>(value);
    }
}

/// <summary>What an action gave.</summary>
/// <param name="Name">Name of the action.</param>
/// <param name="Output">The value of OutputExpression, or what the action of the rule judged by EvaluateRule gave; null: missing, or an action of the host.</param>
public sealed record ActionResult(string Name, object? Output)
{
    /// <summary>Why there is no output; empty when there is.</summary>
    public string Exception { get; init; } = "";

    /// <summary>For an action of the host: what it is given, as JSON by name, messages filled in.</summary>
    public ImmutableSortedDictionary<string, string> Context { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>For EvaluateRule: the result of the rule judged.</summary>
    public ImmutableArray<RuleResult> Results { get; init; } = [];
}

/// <summary>What RulesEngine offers over a list of results.</summary>
public static class RuleResults
{
    /// <summary>What the first rule that holds is reported as: its SuccessEvent, or its name; null: none holds.</summary>
    public static string? SuccessEvent(IEnumerable<RuleResult> results) =>
        results.FirstOrDefault(r => r.IsSuccess) is { } first ? first.Rule.Definition.SuccessEvent ?? first.Rule.Name : null;

    /// <summary>Whether every rule is known not to hold. One that cannot be told is neither success nor failure.</summary>
    public static bool AllFailed(IEnumerable<RuleResult> results) => results.All(r => r.Verdict == Verdict.False);
}
