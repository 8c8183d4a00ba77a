using System.Collections.Immutable;

namespace Tthc.Workflows.Calendars;

/// <summary>Every covered day with running sums, so that a question over years costs a subtraction or one binary search.</summary>
/// <remarks>Day i is <c>CoversFrom + i</c>; each sum array has one entry more than there are days: entry i is what lies before day i.</remarks>
internal sealed class DayTable
{
    public DayTable(CalendarDefinition definition)
    {
        First = definition.CoversFrom.DayNumber;
        Count = definition.CoversTo.DayNumber - First + 1;
        if (Count < 1)
            throw new ArgumentException("A calendar covers at least one day.", nameof(definition));
        Patterns = new DayPattern[Count + 1];
        TicksBefore = new long[Count + 1];
        WorkingDaysBefore = new int[Count + 1];
        UnconfirmedBefore = new int[Count + 1];
        Fill(definition, definition.Days.ToDictionary(day => day.Date));
        WorkingDays = [.. Enumerable.Range(0, Count).Where(day => Patterns[day].Total > 0)];
    }

    public int First { get; }

    public int Count { get; }

    public DayPattern[] Patterns { get; }

    public long[] TicksBefore { get; }

    public int[] WorkingDaysBefore { get; }

    public int[] UnconfirmedBefore { get; }

    /// <summary>The working days in order.</summary>
    public int[] WorkingDays { get; }

    /// <summary>The first day, not before <paramref name="from"/>, at the end of which <paramref name="position"/> ticks have been worked.</summary>
    public int DayReaching(long position, int from)
    {
        int low = from, high = Count - 1;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (TicksBefore[middle + 1] >= position)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    /// <summary>The last day, not after <paramref name="to"/>, at the start of which no more than <paramref name="position"/> ticks have been worked.</summary>
    public int DayLeaving(long position, int to)
    {
        int low = 0, high = to;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (TicksBefore[middle] <= position)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    private void Fill(CalendarDefinition definition, Dictionary<DateOnly, CalendarDay> days)
    {
        var shared = new PatternPool();
        for (var i = 0; i < Count; i++)
        {
            var date = DateOnly.FromDayNumber(First + i);
            var named = days.GetValueOrDefault(date);
            var pattern = shared.Get(SpansOf(definition, date, named));
            Patterns[i] = pattern;
            TicksBefore[i + 1] = TicksBefore[i] + pattern.Total;
            WorkingDaysBefore[i + 1] = WorkingDaysBefore[i] + (pattern.Total > 0 ? 1 : 0);
            UnconfirmedBefore[i + 1] = UnconfirmedBefore[i] + (named is { Confirmed: false } ? 1 : 0);
        }
        Patterns[Count] = DayPattern.Closed;
    }

    private static ImmutableArray<OfficeSpan> SpansOf(CalendarDefinition definition, DateOnly date, CalendarDay? named)
    {
        var period = definition.Periods.FirstOrDefault(period => period.Contains(date))
            ?? throw new ArgumentException($"Calendar {definition.Id} has no office hours for {date:O}.", nameof(definition));
        return named?.Kind switch
        {
            null => period.Hours.GetValueOrDefault(date.DayOfWeek, []),
            CalendarDayKind.SwapWork => period.MakeUpHours,
            _ => [],
        };
    }

    private sealed class PatternPool
    {
        private readonly List<(ImmutableArray<OfficeSpan> Spans, DayPattern Pattern)> _known = [];

        public DayPattern Get(ImmutableArray<OfficeSpan> spans)
        {
            foreach (var (known, pattern) in _known)
            {
                if (known.AsSpan().SequenceEqual(spans.AsSpan()))
                    return pattern;
            }
            var created = DayPattern.Of(spans);
            _known.Add((spans, created));
            return created;
        }
    }
}
