using System.Collections.Immutable;
using Tthc.RuleLanguage.Facts;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.RuleSets.Testing;

/// <summary>What tests need of whoever the rules are written for.</summary>
public sealed record RuleTestHost
{
    /// <summary>Nobody in particular: facts are JSON, their schema is inferred from each case.</summary>
    public static RuleTestHost None { get; } = new();

    /// <summary>The typed schema of a set; null: inferred from the facts of each case.</summary>
    public Func<RuleSetDefinition, FactSchema?> Schema { get; init; } = _ => null;

    /// <summary>
    /// Makes facts, held as the root of the schema, of what a case gives besides <c>facts</c>; null: cannot be done, after it has been reported. Null: nobody does.
    /// </summary>
    public Func<RuleTestCase, DiagnosticBag, object?>? Facts { get; init; }

    /// <summary>Facts at the top that are added to those a case writes as JSON, because they have functions: a calendar.</summary>
    public ImmutableDictionary<string, object?> Provided { get; init; } = ImmutableDictionary<string, object?>.Empty;

    /// <summary>Offset of local time.</summary>
    public TimeSpan LocalOffset { get; init; }

    /// <summary>How the sets are compiled.</summary>
    public RuleSetOptions Options { get; init; } = RuleSetOptions.Default;

    /// <summary>A set that is compiled already for the facts of <see cref="Schema"/> with <see cref="Options"/>; null: compile it.</summary>
    public Func<RuleSetDefinition, CompiledRuleSet?>? Compiled { get; init; }
}
