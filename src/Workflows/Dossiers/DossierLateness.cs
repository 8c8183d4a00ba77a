using System.Runtime.InteropServices;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Deadlines;

namespace Tthc.Workflows.Dossiers;

/// <summary>Lateness of a dossier in fact and on the system: two figures, neither of which is ever made from the other.</summary>
/// <remarks>
/// <para>In fact: judged by when the result was there (day of signature, or the instant the end is said to have happened). On the system:
/// judged by when that end was recorded. Both against the lawful due moment, which a new appointment after an apology does not move.</para>
/// <para>Where the two differ it is a finding for inspection, not an error to be corrected.</para>
/// </remarks>
/// <param name="InFact">By when it happened.</param>
/// <param name="OnSystem">By when it was recorded.</param>
public sealed record DossierLateness(LatenessFigure InFact, LatenessFigure OnSystem)
{
    /// <summary>Which of the four cases it is.</summary>
    public LatenessCell Cell => (InFact.IsLate, OnSystem.IsLate) switch
    {
        (false, false) => LatenessCell.InTime,
        (true, true) => LatenessCell.Late,
        (false, true) => LatenessCell.RecordedLate,
        _ => LatenessCell.Concealed,
    };

    /// <summary>The figures as of an instant. A dossier that is open is judged at that instant in both; one never received is not late.</summary>
    public static Reckoned<DossierLateness> Of(Dossier dossier, DateTimeOffset at, WorkCalendar calendar)
    {
        if (dossier.Clock is not { } clock)
            return new DossierLateness(LatenessFigure.None, LatenessFigure.None);
        if (!Figure(clock, InFactAt(dossier, calendar), at, calendar).TryGet(out var fact, out var gap))
            return gap;
        return Figure(clock, dossier.EndRecordedAt, at, calendar).TryGet(out var system, out gap) ? new DossierLateness(fact, system) : gap;
    }

    /// <summary>When it ended in fact. A signature bears a day and no hour: on another day than the end it counts until the office closed on it.</summary>
    internal static DateTimeOffset? InFactAt(Dossier dossier, WorkCalendar calendar)
    {
        if (dossier.EndedAt is not { } ended || dossier.Result is not { } result || calendar.LocalDate(ended) == result.Date)
            return dossier.EndedAt;
        var closing = calendar.Covers(result.Date) ? calendar.ClosesAt(result.Date) : null;
        return closing ?? calendar.EndOfDay(result.Date);
    }

    private static Reckoned<LatenessFigure> Figure(Clock clock, DateTimeOffset? end, DateTimeOffset at, WorkCalendar calendar)
    {
        var judged = end is { } known && known < at ? known : at;
        var judging = clock with { StoppedAt = end };
        return judging.WorkingTimeLate(judged, calendar).TryGet(out var late, out var gap)
            ? new LatenessFigure(judging.IsLate(judged), late, judged) { Verdict = judging.Judge(judged, calendar) }
            : gap;
    }
}

/// <summary>One figure of lateness.</summary>
/// <param name="IsLate">Whether the limit had passed.</param>
/// <param name="WorkingTime">Working time beyond the due moment, pauses left out.</param>
/// <param name="JudgedAt">The instant it is judged by; null for a dossier never received.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LatenessFigure(bool IsLate, TimeSpan WorkingTime, DateTimeOffset? JudgedAt)
{
    /// <summary>In the words of the periodic reports; null when there is nothing to judge.</summary>
    public Timeliness? Verdict { get; init; }

    /// <summary>Nothing to judge.</summary>
    public static LatenessFigure None => default;
}

/// <summary>The four cases of lateness in fact against lateness on the system.</summary>
public enum LatenessCell
{
    /// <summary>In time in both.</summary>
    InTime,

    /// <summary>Late in both.</summary>
    Late,

    /// <summary>The result was there in time, the system was not kept up to date: a fault of discipline, counted as late by the index.</summary>
    RecordedLate,

    /// <summary>Late in fact, in time on the system: lateness that the record hides.</summary>
    Concealed,
}
