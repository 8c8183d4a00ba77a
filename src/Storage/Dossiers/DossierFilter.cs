using System.Collections.Immutable;

namespace Tthc.Storage.Dossiers;

/// <summary>Which dossiers a list holds; all given conditions must hold, those left out hold for every dossier.</summary>
public sealed record DossierFilter
{
    /// <summary>Received by one of these agencies.</summary>
    public ImmutableArray<string> Agencies { get; init; } = [];

    /// <summary>Decided by this agency.</summary>
    public string? CompetentAgency { get; init; }

    /// <summary>Of this procedure.</summary>
    public string? ProcedureCode { get; init; }

    /// <summary>In one of these statuses.</summary>
    public ImmutableArray<int> Statuses { get; init; } = [];

    /// <summary>Received at or after.</summary>
    public DateTimeOffset? ReceivedFrom { get; init; }

    /// <summary>Received before.</summary>
    public DateTimeOffset? ReceivedTo { get; init; }

    /// <summary>Due before.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Not ended.</summary>
    public bool OpenOnly { get; init; }

    /// <summary>Due before this instant and not ended by then.</summary>
    public DateTimeOffset? OverdueAsOf { get; init; }

    /// <summary>Ended at or after.</summary>
    public DateTimeOffset? EndedFrom { get; init; }

    /// <summary>Ended before.</summary>
    public DateTimeOffset? EndedTo { get; init; }

    /// <summary>Ended after the day on which they were due, by days of this offset from UTC; null: late or not.</summary>
    public TimeSpan? LateByDaysOf { get; init; }

    /// <summary>Opened for this dossier.</summary>
    public long? ParentId { get; init; }
}

/// <summary>The order of a list of dossiers; equal ones are ordered by id.</summary>
public enum DossierOrder
{
    /// <summary>Newest first: by the instant received, else filed, else last.</summary>
    ReceivedDescending,

    /// <summary>Due soon first, without a due instant last.</summary>
    DueAscending,

    /// <summary>By the instant ended; dossiers that have not ended are not in the list.</summary>
    EndedAscending,

    /// <summary>By dossier code; dossiers without one are not in the list.</summary>
    Code,
}

/// <summary>Where a page ended: the next one begins after it, whatever came or went in between.</summary>
/// <param name="Id">The last dossier of the page.</param>
/// <param name="Instant">Its place in an order by time, in microseconds since 1970 UTC.</param>
/// <param name="Code">Its place in the order by code.</param>
public sealed record DossierListKey(long Id, long Instant, string Code);

/// <summary>One page of a list of dossiers.</summary>
/// <param name="Rows">The dossiers, in order.</param>
/// <param name="Next">Where to go on; null when this was the last page.</param>
public sealed record DossierPage(ImmutableArray<DossierRow> Rows, DossierListKey? Next);
