using Tthc.Workflows.Calendars;

namespace Tthc.Workflows.Tests.Calendars;

/// <summary>The calendar as anyone would write it without thinking of speed: look at every minute. Shares nothing with the compiled form.</summary>
internal sealed class MinuteWalker
{
    private readonly CalendarDefinition _definition;
    private readonly DateTimeOffset _from;
    private readonly bool[] _open;

    public MinuteWalker(CalendarDefinition definition)
    {
        _definition = definition;
        _from = new DateTimeOffset(definition.CoversFrom.ToDateTime(default), definition.UtcOffset);
        var minutes = (definition.CoversTo.DayNumber - definition.CoversFrom.DayNumber + 1) * 1440;
        _open = [.. Enumerable.Range(0, minutes).Select(minute => IsOpen(_from.DateTime.AddMinutes(minute)))];
    }

    public int Length => _open.Length;

    public DateTimeOffset At(int minute) => _from.AddMinutes(minute);

    public bool IsOpen(int minute) => _open[minute];

    public int Between(int from, int to) => from <= to ? _open[from..to].Count(open => open) : -Between(to, from);

    /// <summary>The first minute mark by which the budget has been worked; null when the calendar ends before.</summary>
    public int? Add(int start, int budget)
    {
        var minute = start;
        for (var left = budget; left > 0; minute++)
        {
            if (minute == _open.Length)
                return null;
            left -= _open[minute] ? 1 : 0;
        }
        return minute;
    }

    /// <summary>The last minute mark from which the budget remains up to the start; null when the calendar begins after.</summary>
    public int? Subtract(int start, int budget)
    {
        var minute = start;
        for (var left = budget; left > 0; minute--)
        {
            if (minute == 0)
                return null;
            left -= _open[minute - 1] ? 1 : 0;
        }
        return minute;
    }

    public int? NextOpen(int start) => Enumerable.Range(start, _open.Length - start).Where(minute => _open[minute]).Cast<int?>().FirstOrDefault();

    public bool IsWorkingDay(DateOnly date) =>
        Enumerable.Range((date.DayNumber - _definition.CoversFrom.DayNumber) * 1440, 1440).Any(IsOpen);

    private bool IsOpen(DateTime local)
    {
        var date = DateOnly.FromDateTime(local);
        var period = _definition.Periods.Single(one => one.From <= date && date <= (one.To ?? DateOnly.MaxValue));
        var named = _definition.Days.SingleOrDefault(day => day.Date == date);
        if (named is not null && named.Kind != CalendarDayKind.SwapWork)
            return false;
        var spans = named is not null ? period.MakeUpHours : period.Hours.GetValueOrDefault(date.DayOfWeek, []);
        var time = TimeOnly.FromDateTime(local);
        return spans.Any(span => span.From <= time && time < span.To);
    }
}
