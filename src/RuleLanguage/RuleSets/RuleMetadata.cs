using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets;

/// <summary>What a rule or a rule set carries besides its conditions. Known properties are typed, all others are kept as they were written.</summary>
public sealed record RuleMetadata
{
    /// <summary>Nothing at all.</summary>
    public static RuleMetadata None { get; } = new();

    /// <summary>Short identity, such as V01; null: the name of the rule has to do.</summary>
    public Located<string>? Id { get; init; }

    /// <summary>How grave it is; null: not said.</summary>
    public RuleSeverity? Severity { get; init; }

    /// <summary>Acts it rests on.</summary>
    public ImmutableArray<LegalBasis> Basis { get; init; } = [];

    /// <summary>What it is called.</summary>
    public BilingualText? Title { get; init; }

    /// <summary>Templates of the message about a case it holds for.</summary>
    public BilingualTemplate? Message { get; init; }

    /// <summary>Days it is in force.</summary>
    public ValidityPeriod InForce { get; init; } = ValidityPeriod.Always;

    /// <summary>Name of the obligation it opens; null: none.</summary>
    public Located<string>? Opens { get; init; }

    /// <summary>Name of what clears the finding; null: nothing but the verdict itself.</summary>
    public Located<string>? ClearedBy { get; init; }

    /// <summary>The obligation it opens, in full; null: none, or by name only.</summary>
    public ObligationDefinition? Obligation { get; init; }

    /// <summary>What it is asked about, in the host's words, such as procedures or levels; null: everything.</summary>
    public JsonEntry? Scope { get; init; }

    /// <summary>Everything else.</summary>
    public ImmutableArray<JsonEntry> Rest { get; init; } = [];
}

/// <summary>How grave a finding is.</summary>
public enum RuleSeverity
{
    /// <summary>Worth a look.</summary>
    Low,

    /// <summary>To be mended.</summary>
    Medium,

    /// <summary>Somebody answers for it.</summary>
    High,
}

/// <summary>An act a rule rests on.</summary>
/// <param name="Act">The act, such as NĐ 61/2018/NĐ-CP, or a whole citation.</param>
/// <param name="Article">Article and clause; null: not said.</param>
/// <param name="IsConfirmed">Whether somebody compared it with the act; null: not said.</param>
public sealed record LegalBasis(string Act, string? Article, bool? IsConfirmed)
{
    /// <summary>A remark; null: none.</summary>
    public string? Note { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Article is null ? Act : $"{Act}, {Article}";
}

/// <summary>A duty that a finding puts on somebody.</summary>
/// <param name="Kind">Which, in the host's words.</param>
/// <param name="Due">Until when, in the host's words; null: not said.</param>
/// <param name="Rest">What else the host wants to know.</param>
public sealed record ObligationDefinition(Located<string> Kind, Located<string>? Due, ImmutableArray<JsonEntry> Rest);

/// <summary>A template of a message in both languages; where English is not given, it is the Vietnamese one.</summary>
/// <param name="Vietnamese">For the people of the office.</param>
/// <param name="English">For those who maintain the system.</param>
public sealed record BilingualTemplate(Located<string> Vietnamese, Located<string> English)
{
    /// <summary>The template in a language.</summary>
    public Located<string> In(TextLanguage language) => language == TextLanguage.Vietnamese ? Vietnamese : English;
}

/// <summary>Days, both included.</summary>
/// <param name="From">First day; null: from the beginning.</param>
/// <param name="To">Last day; null: until further notice.</param>
public sealed record ValidityPeriod(DateOnly? From, DateOnly? To)
{
    /// <summary>Every day.</summary>
    public static ValidityPeriod Always { get; } = new(null, null);

    /// <summary>Whether a day is among them.</summary>
    public bool Contains(DateOnly day) => (From is null || day >= From) && (To is null || day <= To);
}
