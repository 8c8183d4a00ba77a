using System.Collections.Immutable;
using Tthc.Storage.Database;

namespace Tthc.Storage.Dossiers;

/// <summary>Which work items a list holds; conditions left out hold for every item.</summary>
public sealed record WorkItemFilter
{
    /// <summary>In the worklist of this agency. Without it every agency's items are gone through.</summary>
    public string? Agency { get; init; }

    /// <summary>Of this unit.</summary>
    public string? Unit { get; init; }

    /// <summary>For one of these roles.</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>Taken by or given to this officer.</summary>
    public string? Officer { get; init; }

    /// <summary>Nobody has it.</summary>
    public bool UnassignedOnly { get; init; }

    /// <summary>Due before.</summary>
    public DateTimeOffset? DueBefore { get; init; }
}

/// <summary>Where a page of work items ended.</summary>
/// <param name="Due">Due instant of the last item in microseconds since 1970 UTC; the largest number for none.</param>
/// <param name="DossierId">Its dossier.</param>
/// <param name="Token">Its token.</param>
public sealed record WorkItemListKey(long Due, long DossierId, int Token)
{
    /// <summary>The place of an item.</summary>
    public static WorkItemListKey Of(ListedWorkItem item) =>
        new(Instants.ToMicroseconds(item.Item.DueAt) ?? long.MaxValue, item.DossierId, item.Item.Token);
}

/// <summary>A work item with what a worklist shows of its dossier.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="Code">Its code, or the code of the online filing while it has none.</param>
/// <param name="ProcedureCode">Its procedure.</param>
/// <param name="ProcedureRevisionId">The procedure revision it is pinned to, where the step's name stands.</param>
/// <param name="Status">National status number of the dossier.</param>
/// <param name="DossierDueAt">When the dossier is due.</param>
/// <param name="ClockPaused">Whether its clock stands still.</param>
/// <param name="Item">The work item.</param>
public sealed record ListedWorkItem(
    long DossierId, string? Code, string ProcedureCode, long ProcedureRevisionId, int Status,
    DateTimeOffset? DossierDueAt, bool ClockPaused, WorkItemRow Item);

/// <summary>One page of a worklist.</summary>
/// <param name="Items">The items, due soon first.</param>
/// <param name="Next">Where to go on; null when this was the last page.</param>
public sealed record WorkItemPage(ImmutableArray<ListedWorkItem> Items, WorkItemListKey? Next);
