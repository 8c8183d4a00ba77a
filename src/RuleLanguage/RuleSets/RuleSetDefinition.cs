using System.Collections.Immutable;
using Tthc.RuleLanguage.Evaluation;
using Tthc.Text;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets;

/// <summary>A rule set as it was written, positions kept: a workflow, as RulesEngine calls it.</summary>
/// <param name="Name">Its name; compared with case.</param>
/// <param name="Rules">Rules at the top, disabled ones included, in the order of the file.</param>
public sealed record RuleSetDefinition(Located<string> Name, ImmutableArray<RuleDefinition> Rules)
{
    /// <summary>Other rule sets whose rules are judged after its own.</summary>
    public ImmutableArray<Located<string>> Injects { get; init; } = [];

    /// <summary>Named values all rules may read, in order.</summary>
    public ImmutableArray<ParameterDefinition> GlobalParams { get; init; } = [];

    /// <summary>Named thresholds, each with the days its values are in force.</summary>
    public ImmutableArray<ThresholdDefinition> Parameters { get; init; } = [];

    /// <summary>What a missing fact means.</summary>
    public MissingFacts MissingFacts { get; init; }

    /// <summary>Name of the schema of its facts; null: written for no host in particular, its facts are what it is given.</summary>
    public Located<string>? Facts { get; init; }

    /// <summary>Which revision of the set judges what is under way.</summary>
    public JudgingRevision Judges { get; init; }

    /// <summary>Title, legal basis and validity of the set as a whole.</summary>
    public RuleMetadata Metadata { get; init; } = RuleMetadata.None;

    /// <summary>Its rules run beside the others and only log.</summary>
    public bool IsShadow { get; init; }

    /// <summary>The file.</summary>
    public SourceText Source => Name.Location.Source;
}

/// <summary>Which revision of a rule set judges a dossier that is under way when a new revision comes into force.</summary>
public enum JudgingRevision
{
    /// <summary>The newest in force; what a set that says nothing means, for it judges and sets no limit.</summary>
    Newest,

    /// <summary>The one in force when the dossier was received: nobody is judged by a rule that was not there.</summary>
    AtReceipt,
}
