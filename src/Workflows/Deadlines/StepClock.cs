using Tthc.Workflows.Calendars;

namespace Tthc.Workflows.Deadlines;

/// <summary>The clock of one step: working minutes allowed since it arrived. It stands still whenever the dossier's clock does.</summary>
/// <remarks>The pauses are not copied: every question is asked with the ledger of the dossier, so the two cannot disagree.</remarks>
public sealed record StepClock
{
    /// <summary>When the step received the dossier, UTC.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>Working minutes allowed. Zero is a limit (at once); null is none.</summary>
    public long? BudgetMinutes { get; init; }

    /// <summary>Working time used up in earlier visits of the same step, when it was sent back.</summary>
    public TimeSpan UsedBefore { get; init; }

    /// <summary>When the step handed on, UTC; null while it holds the dossier.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>A step receives the dossier.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The budget is negative.</exception>
    public static StepClock Arrive(DateTimeOffset at, long? budgetMinutes, TimeSpan usedBefore = default)
    {
        if (budgetMinutes is { } minutes)
            ArgumentOutOfRangeException.ThrowIfNegative(minutes, nameof(budgetMinutes));
        return new StepClock { ArrivedAt = at.ToUniversalTime(), BudgetMinutes = budgetMinutes, UsedBefore = usedBefore };
    }

    /// <summary>The step hands on.</summary>
    public StepClock Leave(DateTimeOffset at) => this with { LeftAt = at.ToUniversalTime() };

    /// <summary>Working time used up to <paramref name="at"/>, earlier visits included, pauses left out.</summary>
    public Reckoned<TimeSpan> Used(DateTimeOffset at, Suspensions suspensions, WorkCalendar calendar)
    {
        var end = LeftAt < at ? LeftAt.Value : at;
        if (!ClockAxis.WorkingTime.Between(calendar, ArrivedAt, end).TryGet(out var all, out var gap))
            return gap;
        return ClockAxis.WorkingTime.Suspended(calendar, suspensions, ArrivedAt, end).TryGet(out var still, out gap)
            ? UsedBefore + all - still
            : gap;
    }

    /// <summary>Whole working minutes used.</summary>
    public Reckoned<long> UsedMinutes(DateTimeOffset at, Suspensions suspensions, WorkCalendar calendar) =>
        Used(at, suspensions, calendar).TryGet(out var used, out var gap) ? used.Ticks / TimeSpan.TicksPerMinute : gap;

    /// <summary>Working time left; negative when late; null without a limit.</summary>
    public Reckoned<TimeSpan?> Remaining(DateTimeOffset at, Suspensions suspensions, WorkCalendar calendar)
    {
        if (BudgetMinutes is not { } budget)
            return (TimeSpan?)null;
        return Used(at, suspensions, calendar).TryGet(out var used, out var gap) ? TimeSpan.FromMinutes(budget) - used : gap;
    }

    /// <summary>Whole working minutes by which the step is late; zero when it is not or has no limit.</summary>
    public Reckoned<long> LateMinutes(DateTimeOffset at, Suspensions suspensions, WorkCalendar calendar)
    {
        if (!Remaining(at, suspensions, calendar).TryGet(out var left, out var gap))
            return gap;
        return left < TimeSpan.Zero ? -left.Value.Ticks / TimeSpan.TicksPerMinute : 0;
    }

    /// <summary>When the budget runs out, given the suspensions that have ended; null without a limit.</summary>
    public Reckoned<DateTimeOffset?> DueAt(Suspensions suspensions, WorkCalendar calendar)
    {
        if (BudgetMinutes is not { } budget)
            return (DateTimeOffset?)null;
        if (!calendar.NextWorkingInstant(ArrivedAt).TryGet(out var end, out var gap))
            return gap;
        var left = TimeSpan.FromMinutes(budget) - UsedBefore;
        if (left > TimeSpan.Zero && !calendar.AddWorkingTime(end, left).TryGet(out end, out gap))
            return gap;
        foreach (var pause in suspensions.Closed)
        {
            // What begins when the budget has run out gives nothing back.
            if (pause.From > end)
                continue;
            var from = pause.From > ArrivedAt ? pause.From : ArrivedAt;
            if (!ClockAxis.WorkingTime.Between(calendar, from, pause.To).TryGet(out var paused, out gap) || !calendar.AddWorkingTime(end, paused).TryGet(out end, out gap))
                return gap;
        }
        return (DateTimeOffset?)end;
    }
}
