using System.Collections.Immutable;

namespace Tthc.RuleLanguage.RuleSets.Compiling;

/// <summary>A rule in the set it is judged in.</summary>
/// <param name="Set">The set.</param>
/// <param name="Rule">A rule at its top.</param>
internal sealed record CalledRule(RuleSetDefinition Set, RuleDefinition Rule)
{
    public bool Is(CalledRule other) => ReferenceEquals(Set, other.Set) && ReferenceEquals(Rule, other.Rule);

    public override string ToString() => $"{Set.Name.Value}/{Rule.Name.Value}";
}

/// <summary>The rules whose EvaluateRule lead to a place.</summary>
/// <param name="rules">From the outermost on.</param>
internal readonly struct CallChain(ImmutableArray<CalledRule> rules)
{
    /// <summary>Longest chain. Every rule of one is compiled anew for the facts it is passed, so two calls a rule would double with every step.</summary>
    public const int Longest = 8;

    public static CallChain Empty { get; } = new([]);

    public bool IsEmpty => rules.IsEmpty;

    public bool IsFull => rules.Length > Longest;

    public CallChain Add(CalledRule rule) => new(rules.Add(rule));

    public bool Contains(CalledRule rule) => rules.Any(rule.Is);

    public override string ToString() => string.Join(" → ", rules);
}
