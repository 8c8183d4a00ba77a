using System.Collections.Immutable;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Facts;

namespace Tthc.Engine.Dossiers.AtHand;

/// <summary>A dossier to act on, with its acts as rules see them: what a decision and its judging need, and what is kept at hand.</summary>
internal sealed record DossierInHand(Dossier Dossier, ImmutableArray<EventFacts> Acts)
{
    /// <summary>Just made: its codes are not known to anybody yet.</summary>
    public bool IsNew { get; private init; }

    public static DossierInHand Blank(long id) => new(Dossier.Blank(id), []);

    public static DossierInHand After(DossierTransition transition) => new(transition.After, transition.Acts) { IsNew = transition.Before.Version == 0 };
}
