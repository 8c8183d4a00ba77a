using System.Text.Json.Serialization;
using Tthc.Workflows.Calendars;

namespace Tthc.Workflows.Deadlines;

/// <summary>
/// The legal clock of a dossier: a budget on one axis and a ledger of suspensions. The due moment follows from the two and is kept with
/// them so that it can be read without a calendar.
/// </summary>
/// <remarks>
/// <para>In one calendar, used + remaining = budget at every instant, pauses not counted. A pause moves the due moment by the time it took on
/// the axis: one wholly outside office hours changes nothing on the working axis; on the calendar axis it counts in whole dates.</para>
/// <para>The day of receipt of a limit in working days is not counted, so what a pause takes of that day does not move the due moment.</para>
/// <para>A limit in days is due at the end of a day. A pause of part of a day therefore moves it to the end of the day its remaining time
/// reaches into; parts of several pauses add up before that rounding, not after.</para>
/// <para>A pause that begins when the dossier is late already does not cure the lateness: the due moment stays.</para>
/// <para>The caller sees to it that instants do not run backwards and that a clock is not paused twice; breaking that is a bug and throws.</para>
/// </remarks>
public sealed record Clock
{
    /// <summary>What the law gives.</summary>
    public required Limit Limit { get; init; }

    /// <summary>How due moments are rounded.</summary>
    public required DuePolicy Policy { get; init; }

    /// <summary>The receipt, UTC. Never changes.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The event the count runs from: the receipt, or the last restart.</summary>
    public required DateTimeOffset CountsFrom { get; init; }

    /// <summary>From where the axis is measured: the first moment that counts.</summary>
    public required DateTimeOffset Anchor { get; init; }

    /// <summary>The scale of <see cref="Budget"/> and of every pause.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ClockAxis Axis { get; init; }

    /// <summary>Time granted on the axis, extensions included; null when there is no limit.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>The lawful due moment as of now: moved by pauses, restarts and extensions. Null when there is no appointment.</summary>
    /// <remarks>A new appointment after an apology is not lawful time and does not belong here.</remarks>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The due moment given at receipt. Never changes.</summary>
    public DateTimeOffset? OriginalDueAt { get; init; }

    /// <summary>After this instant it is late: 24:00 of the due date for limits in days (Civil Code art. 148), the due moment itself for hours.</summary>
    public DateTimeOffset? LateFrom { get; init; }

    /// <summary>When the clock stood still.</summary>
    public Suspensions Suspensions { get; init; } = Suspensions.Empty;

    /// <summary>When the clock ended; null while the dossier is open.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Since when the clock stands still; null while it runs.</summary>
    [JsonIgnore]
    public DateTimeOffset? PausedAt => Suspensions.OpenSince;

    /// <summary>Whether the due moment is an exact time of day and not the end of office.</summary>
    internal bool KeepsTimeOfDay => Limit is Limit.WorkingTime
        || (Limit is Limit.WorkingDays or Limit.CalendarDays && Policy.TimeOfDay == DueTimeOfDay.SameAsReceipt);

    /// <summary>Starts the clock at a receipt.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative, or a limit in days is zero.</exception>
    public static Reckoned<Clock> Start(Limit limit, DuePolicy policy, WorkCalendar calendar, DateTimeOffset at) =>
        ClockStart.Of(limit, policy, calendar, at.ToUniversalTime());

    /// <summary>Stands still from <paramref name="at"/>: a supplement is asked for, a payment awaited.</summary>
    public Clock Pause(DateTimeOffset at) => this with { Suspensions = Suspensions.Open(at) };

    /// <summary>Goes on with what remained; the due moment moves by the time paused.</summary>
    public Reckoned<Clock> Resume(DateTimeOffset at, WorkCalendar calendar) =>
        DueReckoning.Refresh(this with { Suspensions = Suspensions.Close(at) }, calendar);

    /// <summary>Counts again in full from <paramref name="at"/>, as some decrees order once the file is complete. Ends a pause; extensions lapse.</summary>
    public Reckoned<Clock> Restart(DateTimeOffset at, WorkCalendar calendar)
    {
        if (!Start(Limit, Policy, calendar, at).TryGet(out var fresh, out var gap))
            return gap;
        var suspensions = PausedAt is null ? Suspensions : Suspensions.Close(at);
        return fresh with { StartedAt = StartedAt, OriginalDueAt = OriginalDueAt, Suspensions = suspensions };
    }

    /// <summary>Grants more time by law, counted from the present due moment. Without an appointment there is nothing to extend.</summary>
    /// <exception cref="ArgumentException"><paramref name="by"/> is not a length of time.</exception>
    public Reckoned<Clock> Extend(Limit by, WorkCalendar calendar) => ClockExtension.Of(this, by, calendar);

    /// <summary>Reckons the due moment again from budget and ledger, after a correction of the calendar.</summary>
    public Reckoned<Clock> Reproject(WorkCalendar calendar) => DueReckoning.Refresh(this, calendar);

    /// <summary>Ends the clock: settled, refused, withdrawn. No lateness is counted after it.</summary>
    /// <exception cref="InvalidOperationException">It has ended already.</exception>
    public Clock Stop(DateTimeOffset at) => StoppedAt is null
        ? this with { StoppedAt = at.ToUniversalTime() }
        : throw new InvalidOperationException("The clock has ended already.");

    /// <summary>Takes the end back. No law suspends the clock meanwhile, so the time between counts.</summary>
    public Clock Reopen() => this with { StoppedAt = null };

    /// <summary>Time used on the axis up to <paramref name="at"/>, pauses left out.</summary>
    public Reckoned<TimeSpan> Elapsed(DateTimeOffset at, WorkCalendar calendar)
    {
        var end = Effective(at);
        if (!Axis.Between(calendar, Anchor, end).TryGet(out var all, out var gap))
            return gap;
        return Axis.Suspended(calendar, Suspensions, Anchor, end).TryGet(out var still, out var beyond) ? all - still : beyond;
    }

    /// <summary>Time left on the axis, before the rounding of the due moment to the end of a day; negative once used up. Null without a limit.</summary>
    public Reckoned<TimeSpan?> Remaining(DateTimeOffset at, WorkCalendar calendar)
    {
        if (Budget is not { } budget)
            return (TimeSpan?)null;
        return Elapsed(at, calendar).TryGet(out var used, out var gap) ? budget - used : gap;
    }

    /// <summary>Whether it is late at <paramref name="at"/>. A clock that stands still or has ended does not become late.</summary>
    public bool IsLate(DateTimeOffset at) => LateFrom is { } limit && Effective(at) > limit;

    /// <summary>Working time by which it is late, from the due moment on, pauses left out; zero when it is not.</summary>
    public Reckoned<TimeSpan> WorkingTimeLate(DateTimeOffset at, WorkCalendar calendar)
    {
        if (DueAt is not { } due || !IsLate(at))
            return TimeSpan.Zero;
        var end = Effective(at);
        if (!calendar.WorkingTimeBetween(due, end).TryGet(out var all, out var gap))
            return gap;
        return ClockAxis.WorkingTime.Suspended(calendar, Suspensions, due, end).TryGet(out var still, out var beyond) ? all - still : beyond;
    }

    /// <summary>The last moment up to <paramref name="at"/> at which the clock ran.</summary>
    internal DateTimeOffset Effective(DateTimeOffset at)
    {
        var end = StoppedAt < at ? StoppedAt.Value : at;
        return PausedAt < end ? PausedAt.Value : end;
    }
}
