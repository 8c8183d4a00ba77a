using System.Collections.Immutable;

namespace Tthc.Storage.Dossiers;

/// <summary>
/// One dossier as the store keeps it: the columns that lists search by, and the state itself as opaque JSON.
/// </summary>
/// <remarks>
/// Instants keep microseconds; what is finer is cut off towards the past. The columns repeat parts of
/// <see cref="State"/> for searching; the state is what decisions read.
/// </remarks>
public sealed record DossierRow
{
    /// <summary>Identity for ever, from <see cref="DossierIds"/>.</summary>
    public required long Id { get; init; }

    /// <summary>National dossier code; null until the dossier is received.</summary>
    public string? Code { get; init; }

    /// <summary>Code of the online filing it began as; null for a dossier handed in at the counter.</summary>
    public string? FilingCode { get; init; }

    /// <summary>Number of events so far: 1 after the first.</summary>
    public required int Version { get; init; }

    /// <summary>Code of the administrative procedure.</summary>
    public required string ProcedureCode { get; init; }

    /// <summary>The procedure revision the dossier is pinned to.</summary>
    public required long ProcedureRevisionId { get; init; }

    /// <summary>The case the dossier belongs to, as its agency names it.</summary>
    public string? CaseKey { get; init; }

    /// <summary>Identifier of the agency that received it.</summary>
    public required string Agency { get; init; }

    /// <summary>Identifier of the agency that decides it.</summary>
    public required string CompetentAgency { get; init; }

    /// <summary>National status number, 1 to 10.</summary>
    public required int Status { get; init; }

    /// <summary>How it came in, as the domain numbers channels.</summary>
    public required int Channel { get; init; }

    /// <summary>When it was filed online.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The current due instant.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The first due instant promised.</summary>
    public DateTimeOffset? OriginalDueAt { get; init; }

    /// <summary>When its treatment ended; null while it is open.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether the clock stands still (supplement, payment, suspension).</summary>
    public bool ClockPaused { get; init; }

    /// <summary>The dossier that this one was opened for.</summary>
    public long? ParentId { get; init; }

    /// <summary>The whole state, UTF-8 JSON, opaque to the store.</summary>
    public required byte[] State { get; init; }
}

/// <summary>A dossier with its events.</summary>
/// <param name="Row">The dossier.</param>
/// <param name="Events">Its events in order, none after the version of the row.</param>
public sealed record DossierWithEvents(DossierRow Row, ImmutableArray<RecordedEvent> Events);
