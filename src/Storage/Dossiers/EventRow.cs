namespace Tthc.Storage.Dossiers;

/// <summary>One event of a dossier, as written. Events are the legal record: never changed, never deleted.</summary>
public sealed record EventRow
{
    /// <summary>1, 2, 3 … within its dossier; equal to the dossier's version after it.</summary>
    public required int Sequence { get; init; }

    /// <summary>Fixed kebab name of the event.</summary>
    public required string Kind { get; init; }

    /// <summary>The server's own instant.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it is said to have happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Who caused it.</summary>
    public required string Actor { get; init; }

    /// <summary>The agency that <see cref="Actor"/> acted for.</summary>
    public required string ActorAgency { get; init; }

    /// <summary>The procedure revision in force for the dossier at this event.</summary>
    public required long ProcedureRevisionId { get; init; }

    /// <summary>UTF-8 JSON, opaque to the store.</summary>
    public required byte[] Payload { get; init; }
}

/// <summary>One event as read back, with its place in the feed.</summary>
/// <param name="Position">Place in the feed of all dossiers, gapless from 1, in the order of commit.</param>
/// <param name="DossierId">The dossier it belongs to.</param>
/// <param name="Code">That dossier's code as of now; in the feed, of one not received its filing code.</param>
/// <param name="Event">The event as written.</param>
public sealed record RecordedEvent(long Position, long DossierId, string? Code, EventRow Event);
