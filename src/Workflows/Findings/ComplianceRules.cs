using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Facts;

namespace Tthc.Workflows.Findings;

/// <summary>The rule sets that judge dossiers, as published.</summary>
public sealed class ComplianceRules
{
    private ComplianceRules()
    {
    }

    /// <summary>No rules: nothing is found.</summary>
    public static ComplianceRules None { get; } = new();

    /// <summary>Judges a dossier after an act, or again without one.</summary>
    /// <param name="changed">The dossier with the act applied.</param>
    /// <param name="act">The act; null: the rules are only asked again.</param>
    /// <param name="context">What the decision was given.</param>
    /// <param name="at">The instant by which they judge.</param>
    internal Judgement Judge(Dossier changed, RecordedEvent? act, DecisionContext context, DateTimeOffset at)
    {
        var acts = act is null ? context.Acts : context.Acts.Add(EventFacts.Of(act));
        return new Judgement(changed with { LookAgainAt = ReferenceEquals(this, None) ? null : at }, act is null ? [] : [act], acts, []);
    }
}
