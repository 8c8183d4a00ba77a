using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>The history of another system was taken over: from here on the dossier is handled, and judged, here.</summary>
/// <param name="Source">That system.</param>
public sealed record MarkImported(string Source) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context) => Decision.Accept(new Imported(Source, dossier.Version), occurredAt: context.Now);
}
