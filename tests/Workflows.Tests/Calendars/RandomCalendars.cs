using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Tthc.Workflows.Calendars;

namespace Tthc.Workflows.Tests.Calendars;

/// <summary>Calendars of six weeks: two periods, days of different length, with and without lunch, Saturday mornings, days off, worked rest days.</summary>
internal static class RandomCalendars
{
    public const int Days = 42;

    private static readonly DateOnly Start = new(2025, 3, 3);

    private static Gen<ImmutableArray<OfficeSpan>> Hours { get; } =
        from cuts in Gen.Choose(0, 1440 - 1).ArrayOf(6)
        from count in Gen.Choose(1, 3)
        select Spans(cuts.Distinct().Order().Take(count * 2).ToArray());

    private static Gen<OfficePeriod> Period(DateOnly first, DateOnly? last) =>
        from full in Hours
        from part in Hours
        from partDays in Gen.Elements(true, false).ArrayOf(5)
        from saturday in Gen.Elements(true, false)
        from makeUp in Hours
        select new OfficePeriod(first, last, Week(full, part, partDays, saturday), makeUp);

    public static Gen<CalendarDefinition> Definitions { get; } =
        from change in Gen.Choose(1, Days - 2)
        from early in Period(Start, Start.AddDays(change))
        from late in Period(Start.AddDays(change + 1), null)
        from kinds in Gen.Frequency((5, Gen.Constant(-1)), (1, Gen.Choose(0, 3))).ArrayOf(Days)
        from offset in Gen.Elements(7, 0, -3)
        select new CalendarDefinition(
            "random", "", "", TimeSpan.FromHours(offset), 480, [early, late],
            [.. kinds.Index().Where(day => day.Item >= 0).Select(day => Named(day.Index, day.Item))],
            Start, Start.AddDays(Days - 1));

    /// <summary>A calendar, two minutes in it and a number of minutes.</summary>
    public static Arbitrary<(CalendarDefinition Definition, int One, int Other, int Budget)> Questions { get; } = Arb.From(
        from definition in Definitions
        from one in Gen.Choose(0, Days * 1440)
        from other in Gen.Choose(0, Days * 1440)
        from budget in Gen.OneOf(Gen.Choose(0, 600), Gen.Choose(0, 20_000))
        select (definition, one, other, budget));

    /// <summary>A calendar, an instant to the tick in its first half, and two budgets to the tick.</summary>
    public static Arbitrary<(WorkCalendar Calendar, DateTimeOffset Start, TimeSpan One, TimeSpan Other)> Instants { get; } = Arb.From(
        from definition in Definitions
        from minute in Gen.Choose(0, Days * 720)
        from ticks in Gen.Choose(0, (int)TimeSpan.TicksPerMinute - 1)
        from one in Gen.Choose(0, int.MaxValue)
        from other in Gen.Choose(0, int.MaxValue)
        select (
            WorkCalendar.Compile(definition),
            new DateTimeOffset(Start.ToDateTime(default), definition.UtcOffset).AddMinutes(minute).AddTicks(ticks),
            TimeSpan.FromTicks(one * 60L), TimeSpan.FromTicks(other * 60L)));

    private static CalendarDay Named(int index, int kind) =>
        new(Start.AddDays(index), (CalendarDayKind)kind, index % 2 == 0, "", "", "");

    private static ImmutableArray<OfficeSpan> Spans(int[] cuts) =>
    [
        .. cuts.Chunk(2).Where(pair => pair.Length == 2)
            .Select(pair => new OfficeSpan(new TimeOnly(0, 0).AddMinutes(pair[0]), new TimeOnly(0, 0).AddMinutes(pair[1])))
    ];

    private static ImmutableDictionary<DayOfWeek, ImmutableArray<OfficeSpan>> Week(
        ImmutableArray<OfficeSpan> full, ImmutableArray<OfficeSpan> part, bool[] partDays, bool saturday)
    {
        var week = partDays.Index().ToImmutableDictionary(day => (DayOfWeek)(day.Index + 1), day => day.Item ? part : full);
        return saturday ? week.Add(DayOfWeek.Saturday, part) : week;
    }
}
