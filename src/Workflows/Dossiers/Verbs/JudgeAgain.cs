namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>Nothing happened to the dossier, but its rules are to be asked again: their revision changed, or an instant has come at which a verdict may.</summary>
/// <param name="At">The instant by which they judge; null: now.</param>
public sealed record JudgeAgain(DateTimeOffset? At = null) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context) => Decision.OnlyJudge(At);
}
