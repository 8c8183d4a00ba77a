using System.Collections.Immutable;
using Tthc.RuleLanguage.Evaluation;
using Tthc.Text;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Testing;

/// <summary>The tests that stand beside a rule file: <c>name.tests.json</c>.</summary>
/// <param name="Source">The file.</param>
/// <param name="Cases">Cases in the order of the file.</param>
public sealed record RuleTestFile(SourceText Source, ImmutableArray<RuleTestCase> Cases);

/// <summary>A case: facts, an instant, and what the rules are to say.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="At">The evaluation instant.</param>
/// <param name="Expect">What is expected of some rules; the others are not looked at.</param>
public sealed record RuleTestCase(Located<string> Name, DateTimeOffset At, ImmutableArray<RuleExpectation> Expect)
{
    /// <summary>The set; null: the only one of the file.</summary>
    public Located<string>? Set { get; init; }

    /// <summary>Facts as JSON, of which what is not given is missing; null: <see cref="Given"/> is there.</summary>
    public JsonCursor? Facts { get; init; }

    /// <summary>What the host makes facts of, such as the events of a dossier; null: <see cref="Facts"/> are there.</summary>
    public JsonCursor? Given { get; init; }
}

/// <summary>What is expected of one rule.</summary>
/// <param name="Rule">Its name or identity.</param>
public sealed record RuleExpectation(Located<string> Rule)
{
    /// <summary>What it says; null: not looked at.</summary>
    public Located<Verdict>? Verdict { get; init; }

    /// <summary>What is told to people; null: not looked at.</summary>
    public BilingualTemplate? Message { get; init; }

    /// <summary>When the verdict may change; null: not looked at.</summary>
    public Located<NextChange>? NextChange { get; init; }
}
