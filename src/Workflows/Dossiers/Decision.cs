using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Dossiers;

/// <summary>What becomes of an act: an event, or a refusal.</summary>
public readonly record struct Decision
{
    private Decision(DossierEvent? happened, DateTimeOffset? occurredAt, ImmutableArray<ChildOpening> children, Refusal? refusal)
    {
        IsAccepted = refusal is null;
        Event = happened;
        OccurredAt = occurredAt;
        Children = children.IsDefault ? [] : children;
        Refusal = refusal;
    }

    /// <summary>The facts; null when refused, and when nothing happened but that the rules are asked again.</summary>
    public DossierEvent? Event { get; }

    /// <summary>The legal instant of what the engine does by itself; null: that of the context.</summary>
    public DateTimeOffset? OccurredAt { get; }

    /// <summary>Dossiers to open together with it.</summary>
    public ImmutableArray<ChildOpening> Children { get; }

    /// <summary>Why not; null when accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether it is taken.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAccepted { get; }

    /// <summary>No act: the rules are asked again, by the instant given or by now.</summary>
    public static Decision OnlyJudge(DateTimeOffset? at) => new(null, at, [], null);

    /// <summary>An accepted act.</summary>
    public static Decision Accept(DossierEvent happened, ImmutableArray<ChildOpening> children = default, DateTimeOffset? occurredAt = null) =>
        new(happened, occurredAt, children, null);

    /// <summary>A refused act.</summary>
    public static implicit operator Decision(Refusal refusal) => new(null, null, [], refusal);

    /// <summary>A refused act: the calendar does not reach there.</summary>
    public static implicit operator Decision(CalendarOutOfRange gap) => gap.ToRefusal();
}

/// <summary>A dossier that a step opens: its number, what it is about, where, and when.</summary>
public sealed record ChildOpening(long ChildId, string ProcedureCode, string Agency, DateTimeOffset At);

/// <summary>Turns a gap in the calendars into a refusal.</summary>
internal static class CalendarGaps
{
    public static Refusal ToRefusal(this CalendarOutOfRange gap) =>
        Refusals.CalendarMissing.With("calendar", gap.CalendarId, "from", gap.CoversFrom.ToString("O"), "to", gap.CoversTo.ToString("O"));
}
