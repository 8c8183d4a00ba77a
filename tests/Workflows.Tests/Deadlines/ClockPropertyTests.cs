using FsCheck;
using FsCheck.Fluent;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Tests.Calendars;

namespace Tthc.Workflows.Tests.Deadlines;

public sealed class ClockPropertyTests
{
    private sealed record Story(CalendarDefinition Definition, Limit Limit, DuePolicy Policy, int Receipt, int[] Pauses, int Ask);

    private static Gen<Limit> Limits { get; } = Gen.OneOf(
        Gen.Choose(0, 3000).Select(Limit (minutes) => new Limit.WorkingTime(minutes)),
        Gen.Choose(1, 8).Select(Limit (days) => new Limit.WorkingDays(days)),
        Gen.Choose(1, 12).Select(Limit (days) => new Limit.CalendarDays(days)),
        Gen.Choose(0, 23).Select(Limit (hour) => new Limit.SameDay(new TimeOnly(hour, 0))));

    private static Arbitrary<Story> Stories { get; } = Arb.From(
        from definition in RandomCalendars.Definitions
        from limit in Limits
        from sameTime in Gen.Elements(true, false)
        from cutOff in Gen.Elements<TimeOnly?>(null, new TimeOnly(15, 0))
        from receipt in Gen.Choose(0, 10 * 1440)
        from pauses in Gen.Choose(0, 16 * 1440).ArrayOf(4)
        from ask in Gen.Choose(0, 20 * 1440)
        select new Story(
            definition, limit, new DuePolicy(sameTime ? DueTimeOfDay.SameAsReceipt : DueTimeOfDay.EndOfOffice, cutOff),
            receipt, [.. pauses.Select(pause => receipt + pause).Order()], receipt + ask));

    [Fact]
    public void Used_and_remaining_make_the_budget() => ForAllClocks((story, calendar, walker, clock) =>
    {
        var at = walker.At(story.Ask);
        Assert.Equal(clock.Budget, clock.Elapsed(at, calendar).Value + clock.Remaining(at, calendar).Value);
    });

    [Fact]
    public void Uses_every_open_minute_that_is_not_paused() => ForAllClocks((story, calendar, walker, clock) =>
    {
        if (clock.Axis != ClockAxis.WorkingTime)
            return;
        var from = (int)(clock.Anchor - walker.At(0)).TotalMinutes;
        var used = Enumerable.Range(0, story.Ask).Count(minute => minute >= from && walker.IsOpen(minute) && !IsPaused(story, minute));
        Assert.Equal(TimeSpan.FromMinutes(used), clock.Elapsed(walker.At(story.Ask), calendar).Value);
    });

    [Fact]
    public void Is_due_where_the_unpaused_minutes_run_out() => ForAllClocks((story, calendar, walker, clock) =>
    {
        if (clock.Limit is not Limit.WorkingTime { Minutes: > 0 } limit)
            return;
        var left = limit.Minutes;
        for (var minute = (int)(clock.Anchor - walker.At(0)).TotalMinutes; left > 0; minute++)
        {
            left -= walker.IsOpen(minute) && !IsPaused(story, minute) ? 1 : 0;
            if (left == 0 && !story.Pauses.Contains(minute + 1))
                Assert.Equal(walker.At(minute + 1), clock.DueAt);
        }
    });

    [Fact]
    public void Is_due_on_a_working_day_within_office_hours() => ForAllClocks((_, calendar, _, clock) =>
    {
        var date = calendar.LocalDate(clock.DueAt!.Value);
        Assert.True(calendar.IsWorkingDay(date));
        Assert.InRange(clock.DueAt.Value, calendar.OpensAt(date)!.Value, calendar.ClosesAt(date)!.Value);
        Assert.InRange(clock.LateFrom!.Value, clock.DueAt.Value, calendar.EndOfDay(date));
    });

    [Fact]
    public void Changes_nothing_by_a_pause_outside_working_time() => ForAllClocks((story, calendar, walker, clock) =>
    {
        var begin = Math.Max(story.Ask, story.Pauses[^1]);
        var end = walker.NextOpen(begin);
        if (end is null || end == begin || clock.Axis != ClockAxis.WorkingTime)
            return;
        var later = clock.Pause(walker.At(begin)).Resume(walker.At(end.Value), calendar).Value;
        Assert.Equal((clock.DueAt, clock.LateFrom), (later.DueAt, later.LateFrom));
        Assert.Equal(clock.Remaining(walker.At(end.Value), calendar), later.Remaining(walker.At(end.Value), calendar));
    });

    [Fact]
    public void Never_moves_the_due_moment_back_by_a_pause() => ForAllClocks((_, _, _, clock) =>
        Assert.True(clock.DueAt >= clock.OriginalDueAt));

    [Fact]
    public void Counts_in_full_again_after_a_restart() => ForAllClocks((story, calendar, walker, clock) =>
    {
        var at = walker.At(Math.Max(story.Ask, story.Pauses[^1]));
        if (!clock.Restart(at, calendar).TryGet(out var again, out _))
            return;
        var fresh = Clock.Start(story.Limit, story.Policy, calendar, at).Value;
        Assert.Equal((fresh.DueAt, fresh.Budget), (again.DueAt, again.Budget));
        Assert.Equal(clock.OriginalDueAt, again.OriginalDueAt);
    });

    /// <summary>Stories that leave the six weeks of the calendar say nothing here: that they are refused is tested by example.</summary>
    private static void ForAllClocks(Action<Story, WorkCalendar, MinuteWalker, Clock> holds) => Prop.ForAll(Stories, story =>
    {
        var calendar = WorkCalendar.Compile(story.Definition);
        var walker = new MinuteWalker(story.Definition);
        if (Tell(story, calendar, walker).TryGet(out var clock, out _))
            holds(story, calendar, walker, clock);
    }).QuickCheckThrowOnFailure();

    private static Reckoned<Clock> Tell(Story story, WorkCalendar calendar, MinuteWalker walker)
    {
        var clock = Clock.Start(story.Limit, story.Policy, calendar, walker.At(story.Receipt));
        foreach (var pause in story.Pauses.Chunk(2))
        {
            if (clock.IsKnown)
                clock = clock.Value.Pause(walker.At(pause[0])).Resume(walker.At(pause[1]), calendar);
        }
        return clock;
    }

    private static bool IsPaused(Story story, int minute) =>
        story.Pauses.Chunk(2).Any(pause => minute >= pause[0] && minute < pause[1]);
}
