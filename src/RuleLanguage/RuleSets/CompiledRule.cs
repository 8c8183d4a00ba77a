using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.RuleSets.Compiling;
using Tthc.RuleLanguage.RuleSets.Results;

namespace Tthc.RuleLanguage.RuleSets;

/// <summary>An enabled rule of a compiled set, with what it carries.</summary>
/// <param name="Definition">As it was written.</param>
/// <param name="Bound">As it is judged.</param>
/// <param name="Children">Enabled rules of a group, in the order of <see cref="BoundGroup.Children"/>.</param>
public sealed record CompiledRule(RuleDefinition Definition, BoundRule Bound, ImmutableArray<CompiledRule> Children)
{
    /// <summary>Its name.</summary>
    public string Name => Bound.Name;

    /// <summary>What it carries: identity, severity, legal basis, texts for people.</summary>
    public RuleMetadata Metadata => Definition.Metadata;

    /// <summary>The short identity, or the name where it has none.</summary>
    public string Id => Metadata.Id?.Value ?? Name;

    /// <summary>It only logs.</summary>
    public bool IsShadow { get; init; }

    /// <summary>Name of the set it was written in; another than the compiled one where it was injected.</summary>
    public required string Origin { get; init; }

    /// <summary>Named values its expressions may read, in order: global ones, those of the groups around it, its own. For further expressions of a host.</summary>
    public ImmutableArray<BoundParameter> Scope { get; init; } = [];

    /// <summary>What is done when it holds.</summary>
    public CompiledAction? OnSuccess { get; init; }

    /// <summary>What is done when it does not.</summary>
    public CompiledAction? OnFailure { get; init; }

    internal MessageText? ErrorMessage { get; init; }

    internal MessageText? MessageVietnamese { get; init; }

    internal MessageText? MessageEnglish { get; init; }
}
