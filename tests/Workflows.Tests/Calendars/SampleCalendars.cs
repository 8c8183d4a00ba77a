using System.Collections.Immutable;
using Tthc.Workflows.Calendars;

namespace Tthc.Workflows.Tests.Calendars;

/// <summary>Small calendars whose every day is visible in the test that uses them.</summary>
internal static class SampleCalendars
{
    /// <summary>Monday to Friday 7:00-11:00 and 13:00-17:00, 2024 to 2026, with the holidays and swaps the examples need.</summary>
    public static WorkCalendar Office { get; } = WorkCalendar.Compile(Definition());

    public static CalendarDefinition Definition(params CalendarDay[] more) => new(
        "office", "Cơ quan", "Office", TimeSpan.FromHours(7), 480,
        [Period(new DateOnly(2024, 1, 1), null, Spans("07:00-11:00", "13:00-17:00"))],
        [.. Days(), .. more],
        new DateOnly(2024, 1, 1), new DateOnly(2026, 12, 31));

    public static OfficePeriod Period(DateOnly from, DateOnly? to, ImmutableArray<OfficeSpan> hours) => new(
        from, to,
        Enumerable.Range(1, 5).ToImmutableDictionary(day => (DayOfWeek)day, _ => hours),
        hours);

    public static ImmutableArray<OfficeSpan> Spans(params string[] spans) =>
        [.. spans.Select(text => text.Split('-')).Select(ends => new OfficeSpan(TimeOnly.Parse(ends[0]), TimeOnly.Parse(ends[1])))];

    /// <summary>A local moment, written as people do.</summary>
    public static DateTimeOffset Local(string moment) => new(DateTime.Parse(moment), TimeSpan.FromHours(7));

    public static CalendarDay Day(string date, CalendarDayKind kind, bool confirmed = true) =>
        new(DateOnly.Parse(date), kind, confirmed, "test", "ngày", "day");

    private static IEnumerable<CalendarDay> Days()
    {
        string[] off =
        [
            "2024-01-01", "2024-02-08", "2024-02-09", "2024-02-12", "2024-02-13", "2024-02-14", "2024-04-18", "2024-04-30", "2024-05-01",
            "2024-09-02", "2024-09-03", "2025-01-01", "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31", "2025-04-07",
            "2025-04-30", "2025-05-01", "2025-09-01", "2025-09-02", "2026-01-01", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19",
            "2026-02-20", "2026-04-27", "2026-04-30", "2026-05-01", "2026-09-01", "2026-09-02", "2026-11-24",
        ];
        string[] freed = ["2024-04-29", "2025-05-02", "2026-01-02", "2026-08-31"];
        string[] worked = ["2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"];
        return off.Select(date => Day(date, CalendarDayKind.Holiday))
            .Concat(freed.Select(date => Day(date, CalendarDayKind.SwapOff)))
            .Concat(worked.Select(date => Day(date, CalendarDayKind.SwapWork)));
    }
}
