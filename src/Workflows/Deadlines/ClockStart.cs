using Tthc.Workflows.Calendars;

namespace Tthc.Workflows.Deadlines;

/// <summary>Turns a limit and a receipt into a budget on an axis.</summary>
internal static class ClockStart
{
    public static Reckoned<Clock> Of(Limit limit, DuePolicy policy, WorkCalendar calendar, DateTimeOffset at)
    {
        Require(limit);
        if (!Receipt(policy, calendar, at).TryGet(out var receipt, out var gap))
            return gap;
        var grant = limit switch
        {
            Limit.WorkingTime time => OfWorkingTime(calendar, receipt, TimeSpan.FromMinutes(time.Minutes)),
            Limit.WorkingDays days => OfWorkingDays(policy, calendar, receipt, days.Days),
            Limit.CalendarDays days => new Grant(ClockAxis.CalendarDays, receipt, TimeSpan.FromDays(days.Days)),
            Limit.SameDay day => OfSameDay(calendar, receipt, day.CutOff),
            _ => OfWorkingTime(calendar, receipt, null),
        };
        if (!grant.TryGet(out var granted, out gap))
            return gap;
        var clock = new Clock
        {
            Limit = limit,
            Policy = policy,
            StartedAt = at,
            CountsFrom = receipt,
            Anchor = granted.Anchor,
            Axis = granted.Axis,
            Budget = granted.Budget,
        };
        return DueReckoning.Refresh(clock, calendar).TryGet(out var due, out gap) ? due with { OriginalDueAt = due.DueAt } : gap;
    }

    private static void Require(Limit limit)
    {
        if (limit is Limit.WorkingTime time)
            ArgumentOutOfRangeException.ThrowIfNegative(time.Minutes, nameof(limit));
        if (limit is Limit.WorkingDays working)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(working.Days, nameof(limit));
        if (limit is Limit.CalendarDays calendar)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(calendar.Days, nameof(limit));
    }

    /// <summary>The moment that counts as the receipt: later when the filing came after the cut-off of the policy.</summary>
    private static Reckoned<DateTimeOffset> Receipt(DuePolicy policy, WorkCalendar calendar, DateTimeOffset at)
    {
        var date = calendar.LocalDate(at);
        if (policy.LateFilingCutOff is not { } cutOff)
            return at;
        if (calendar.Covers(date) && calendar.IsWorkingDay(date) && calendar.LocalTime(at) <= cutOff)
            return at;
        return calendar.AddWorkingDays(date, 1).TryGet(out var next, out var gap) ? calendar.OpensAt(next)!.Value : gap;
    }

    private static Reckoned<Grant> OfWorkingTime(WorkCalendar calendar, DateTimeOffset receipt, TimeSpan? budget) =>
        calendar.NextWorkingInstant(receipt).TryGet(out var anchor, out var gap)
            ? new Grant(ClockAxis.WorkingTime, anchor, budget)
            : gap;

    /// <summary>The day of the event is not counted (art. 147): the axis begins when the office next opens on another day.</summary>
    private static Reckoned<Grant> OfWorkingDays(DuePolicy policy, WorkCalendar calendar, DateTimeOffset receipt, int days)
    {
        var date = calendar.LocalDate(receipt);
        if (!calendar.AddWorkingDays(date, 1).TryGet(out var first, out var gap) || !calendar.AddWorkingDays(date, days).TryGet(out var last, out gap))
            return gap;
        var due = policy.TimeOfDay == DueTimeOfDay.EndOfOffice
            ? calendar.ClosesAt(last)!.Value
            : calendar.WorkingMomentOn(last, calendar.LocalTime(receipt));
        return Spanning(calendar, calendar.OpensAt(first)!.Value, due);
    }

    private static Reckoned<Grant> OfSameDay(WorkCalendar calendar, DateTimeOffset receipt, TimeOnly cutOff)
    {
        var date = calendar.LocalDate(receipt);
        var today = calendar.Covers(date) && calendar.ClosesAt(date) is { } closing && receipt < closing && calendar.LocalTime(receipt) <= cutOff;
        var settled = today ? date : calendar.AddWorkingDays(date, 1);
        if (!settled.TryGet(out var day, out var gap))
            return gap;
        var from = calendar.OpensAt(day)!.Value;
        return Spanning(calendar, receipt > from ? receipt : from, calendar.ClosesAt(day)!.Value);
    }

    private static Reckoned<Grant> Spanning(WorkCalendar calendar, DateTimeOffset anchor, DateTimeOffset due) =>
        calendar.WorkingTimeBetween(anchor, due).TryGet(out var budget, out var gap)
            ? new Grant(ClockAxis.WorkingTime, anchor, budget)
            : gap;

    private sealed record Grant(ClockAxis Axis, DateTimeOffset Anchor, TimeSpan? Budget);
}
