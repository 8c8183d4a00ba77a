using System.Diagnostics;
using System.Globalization;
using Tthc.Workflows.Calendars;

namespace Tthc.Bench.Calendar;

/// <summary>Measures the operations that deadlines are made of.</summary>
internal sealed class CalendarRun
{
    private const int Cases = 4096;
    private readonly WorkCalendar _calendar;
    private readonly double _seconds;
    private readonly DateTimeOffset[] _earlier = new DateTimeOffset[Cases];
    private readonly DateTimeOffset[] _later = new DateTimeOffset[Cases];
    private readonly int[] _days = new int[Cases];

    public CalendarRun(WorkCalendar calendar, double seconds)
    {
        _calendar = calendar;
        _seconds = seconds;
        var random = new Random(20260701);
        var from = new DateTimeOffset(2021, 1, 4, 0, 0, 0, TimeSpan.Zero);
        var to = new DateTimeOffset(2027, 6, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < Cases; i++)
        {
            var a = from + (random.NextDouble() * (to - from));
            var b = from + (random.NextDouble() * (to - from));
            (_earlier[i], _later[i]) = a <= b ? (a, b) : (b, a);
            _days[i] = random.Next(1, 60);
        }
    }

    public void Run()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"calendar {_calendar.Id}, {Environment.ProcessorCount} cores, one used"));
        Console.WriteLine("| operation | million/s | ns | bytes/op |");
        Console.WriteLine("|---|---:|---:|---:|");
        Measure("WorkingTimeBetween, any two instants", i => Value(_calendar.WorkingTimeBetween(_earlier[i], _later[i])).Ticks);
        Measure("AddWorkingMinutes, up to 60 days", i => Value(_calendar.AddWorkingMinutes(_earlier[i], _days[i] * 480L)).Ticks);
        Measure("AddWorkingDays, up to 60", i => Value(_calendar.AddWorkingDays(_calendar.LocalDate(_earlier[i]), _days[i])).DayNumber);
        Measure("NextWorkingInstant", i => Value(_calendar.NextWorkingInstant(_earlier[i])).Ticks);
        Measure("IsWorkingTime", i => _calendar.IsWorkingTime(_earlier[i]) ? 1 : 0);
    }

    // An operation that met the end of the calendar would be measured for nothing.
    private static T Value<T>(Reckoned<T> reckoned) =>
        reckoned.TryGet(out var value, out var gap) ? value : throw new InvalidOperationException($"The calendar does not reach: {gap}");

    private void Measure(string name, Func<int, long> operation)
    {
        // Long enough to be compiled with its profile.
        Time(operation, _seconds);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var (operations, took) = Time(operation, _seconds);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)operations;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {operations / took.TotalSeconds / 1e6:0.0} | {took.TotalNanoseconds / operations:0} | {bytes:0.##} |"));
    }

    private static (long Operations, TimeSpan Took) Time(Func<int, long> operation, double seconds)
    {
        var started = Stopwatch.GetTimestamp();
        var operations = 0L;
        var sum = 0L;
        while (Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)
        {
            for (var i = 0; i < Cases; i++)
                sum ^= operation(i);
            operations += Cases;
        }
        // Used, so that no compiler leaves the work out.
        GC.KeepAlive(sum);
        return (operations, Stopwatch.GetElapsedTime(started));
    }
}
