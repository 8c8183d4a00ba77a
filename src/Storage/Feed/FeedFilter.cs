using System.Collections.Immutable;
using Tthc.Storage.Dossiers;

namespace Tthc.Storage.Feed;

/// <summary>Which events a reader of the feed wants; conditions left out hold for every event.</summary>
public sealed record FeedFilter
{
    /// <summary>Every event.</summary>
    public static FeedFilter All { get; } = new();

    /// <summary>Of dossiers received or decided by one of these agencies.</summary>
    public ImmutableArray<string> Agencies { get; init; } = [];

    /// <summary>Of dossiers of one of these procedures.</summary>
    public ImmutableArray<string> ProcedureCodes { get; init; } = [];

    /// <summary>Of one of these kinds.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>Of this dossier.</summary>
    public long? DossierId { get; init; }

    /// <summary>Whether events are found by their place or their dossier alone, nothing on the way being left out.</summary>
    internal bool LeavesNothingOut => Agencies.IsEmpty && ProcedureCodes.IsEmpty && Kinds.IsEmpty;

    /// <summary>Whether an event is wanted: the same question that the store answers.</summary>
    public bool Wants(FeedEvent found) =>
        (Agencies.IsEmpty || Agencies.Contains(found.Agency, StringComparer.Ordinal) || Agencies.Contains(found.CompetentAgency, StringComparer.Ordinal))
        && (ProcedureCodes.IsEmpty || ProcedureCodes.Contains(found.ProcedureCode, StringComparer.Ordinal))
        && (Kinds.IsEmpty || Kinds.Contains(found.Recorded.Event.Kind, StringComparer.Ordinal))
        && (DossierId is null || DossierId == found.Recorded.DossierId);
}

/// <summary>One event of the feed with what its readers choose by.</summary>
/// <param name="Recorded">The event and its position.</param>
/// <param name="Agency">The agency that received the dossier.</param>
/// <param name="CompetentAgency">The agency that decides it.</param>
/// <param name="ProcedureCode">Its procedure.</param>
public sealed record FeedEvent(RecordedEvent Recorded, string Agency, string CompetentAgency, string ProcedureCode);

/// <summary>What was found on one stretch of the feed.</summary>
/// <param name="Events">The events wanted, in order.</param>
/// <param name="Position">
/// How far the feed was looked through: the place to go on from, also when nothing wanted was on the way.
/// </param>
public sealed record FeedPage(ImmutableArray<FeedEvent> Events, long Position);
