using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Tthc.Workflows.Calendars;

/// <summary>The office hours of one day in ticks since local midnight, with running sums. Shared by all days that have the same hours.</summary>
internal sealed class DayPattern
{
    private readonly Span[] _spans;

    private DayPattern(Span[] spans, long total)
    {
        _spans = spans;
        Total = total;
    }

    public static DayPattern Closed { get; } = new([], 0);

    /// <summary>Working ticks of the whole day.</summary>
    public long Total { get; }

    public long Opening => _spans[0].From;

    public long Closing => _spans[^1].To;

    public static DayPattern Of(ImmutableArray<OfficeSpan> spans)
    {
        if (spans.IsDefaultOrEmpty)
            return Closed;
        var compiled = new Span[spans.Length];
        long total = 0, previousEnd = -1;
        for (var i = 0; i < spans.Length; i++)
        {
            long from = spans[i].From.Ticks, to = spans[i].To.Ticks;
            if (from <= previousEnd || to <= from)
                throw new ArgumentException($"Office hours must be in order and apart: {spans[i].From:HH:mm}-{spans[i].To:HH:mm}.", nameof(spans));
            compiled[i] = new Span(from, to, total);
            total += to - from;
            previousEnd = to;
        }
        return new DayPattern(compiled, total);
    }

    public bool IsOpenAt(long timeOfDay)
    {
        foreach (ref readonly var span in _spans.AsSpan())
        {
            if (timeOfDay < span.To)
                return timeOfDay >= span.From;
        }
        return false;
    }

    /// <summary>Working ticks of the day before the given time of day.</summary>
    public long Until(long timeOfDay)
    {
        foreach (ref readonly var span in _spans.AsSpan())
        {
            if (timeOfDay <= span.From)
                return span.Before;
            if (timeOfDay < span.To)
                return span.Before + timeOfDay - span.From;
        }
        return Total;
    }

    /// <summary>The earliest time of day by which <paramref name="worked"/> ticks have been worked; 0 &lt; worked ≤ <see cref="Total"/>.</summary>
    public long Earliest(long worked)
    {
        foreach (ref readonly var span in _spans.AsSpan())
        {
            var time = span.From + worked - span.Before;
            if (time <= span.To)
                return time;
        }
        throw new ArgumentOutOfRangeException(nameof(worked));
    }

    /// <summary>The latest time of day at which no more than <paramref name="worked"/> ticks have been worked; 0 ≤ worked &lt; <see cref="Total"/>.</summary>
    public long Latest(long worked)
    {
        foreach (ref readonly var span in _spans.AsSpan())
        {
            var time = span.From + worked - span.Before;
            if (time < span.To)
                return time;
        }
        throw new ArgumentOutOfRangeException(nameof(worked));
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Span(long From, long To, long Before);
}
