using System.Collections.Immutable;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Facts;
using Tthc.Workflows.Findings;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers;

/// <summary>Everything a decision may look at besides the state. Handed in, so that a decision can be repeated.</summary>
public sealed record DecisionContext
{
    /// <summary>The server's own instant.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When the act is said to have happened; null: now.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>Who acts.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The procedure the dossier is pinned to (for a receipt: the one in force).</summary>
    public required PublishedProcedure Published { get; init; }

    /// <summary>Agencies, calendars, procedures and policies in force.</summary>
    public required RuleWorld World { get; init; }

    /// <summary>Numbers for dossiers that this act may open.</summary>
    public ImmutableArray<long> FreshIds { get; init; } = [];

    /// <summary>What happened to the dossier before, as rules see it; empty where nothing judges.</summary>
    public ImmutableArray<EventFacts> Acts { get; init; } = [];

    /// <summary>Counts over other dossiers, for rules that ask for them.</summary>
    public Tallies Tallies { get; init; } = Tallies.None;

    /// <summary>The instant by which the act is judged.</summary>
    public DateTimeOffset At => OccurredAt ?? Now;

    /// <summary>The compiled procedure.</summary>
    public CompiledProcedure Procedure => Published.Procedure;
}

/// <summary>A procedure with the number of its stored revision.</summary>
public sealed record PublishedProcedure(long RevisionId, CompiledProcedure Procedure);

/// <summary>Rules in force as decisions see them.</summary>
/// <param name="FindAgency">Agency by key or identifier on a day, as identifier; null: none.</param>
/// <param name="Nearest">The agency of a kind that serves an agency on a day; null: none.</param>
/// <param name="Superior">The agency above another on a day; null: none.</param>
/// <param name="MayAssign">Whether the holder of a role may hand out work of another.</param>
/// <param name="CalendarOf">Calendar of an agency on a day; null: none.</param>
/// <param name="FindProcedure">Procedure by code in force on a day; null: none.</param>
/// <param name="PolicyFor">Handling policy in force on a day; null: none.</param>
public sealed record RuleWorld(
    Func<string, DateOnly, string?> FindAgency,
    Func<string, string, DateOnly, string?> Nearest,
    Func<string, DateOnly, string?> Superior,
    Func<string, string, bool> MayAssign,
    Func<string, DateOnly, WorkCalendar?> CalendarOf,
    Func<string, DateOnly, PublishedProcedure?> FindProcedure,
    Func<DateOnly, HandlingPolicy?> PolicyFor)
{
    /// <summary>Offset of the offices' local time, from the calendars.</summary>
    public required TimeSpan LocalOffset { get; init; }

    /// <summary>The rules that judge dossiers; none unless given.</summary>
    public ComplianceRules Compliance { get; init; } = ComplianceRules.None;

    /// <summary>The agency that does the work of another on a day: itself, or the one that has taken it over; null: nobody.</summary>
    public Func<string, DateOnly, string?> Responsible { get; init; } = (agency, _) => agency;

    /// <summary>An agency under its present name: a dossier goes on where its agency was merged into another.</summary>
    internal string TodayOf(string agency, DateOnly day) => Responsible(agency, day) ?? agency;

    /// <summary>Local day of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(LocalOffset).DateTime);
}
