using Tthc.Storage.Dossiers;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;

namespace Tthc.EndToEnd.Kills;

/// <summary>What the events of a dossier come to, without the engine.</summary>
internal static class StoredFold
{
    /// <summary>Whether the fold of the events is the state as stored. When the rules look again is worked out from state and rules; the events do not tell it.</summary>
    public static bool IsState(DossierRow row, IEnumerable<EventRow> events)
    {
        var folded = events.Aggregate(Dossier.Blank(row.Id), (state, e) => DossierEvolution.Apply(state, ToDomain(e)));
        return DossierJson.Write(folded with { LookAgainAt = DossierJson.Read(row.State).LookAgainAt }).AsSpan().SequenceEqual(row.State);
    }

    private static Workflows.Dossiers.Events.RecordedEvent ToDomain(EventRow read) => new(
        read.Sequence, read.RecordedAt, read.OccurredAt, read.Actor, read.ActorAgency, read.ProcedureRevisionId, EventKinds.Read(read.Kind, read.Payload));
}
