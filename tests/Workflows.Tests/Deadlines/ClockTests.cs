using System.Text.Json;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Deadlines;
using static Tthc.Workflows.Tests.Calendars.SampleCalendars;

namespace Tthc.Workflows.Tests.Deadlines;

public sealed class ClockTests
{
    private static readonly WorkCalendar Calendar = Office;
    private static readonly Clock FiveDays = Started(new Limit.WorkingDays(5), "2025-03-04 10:00"); // due Tuesday 11/3, 17:00

    [Theory]
    [InlineData("2025-03-06 09:00", "2025-03-07 09:00", "2025-03-12")] // eight working hours: a day
    [InlineData("2025-03-07 16:00", "2025-03-10 08:00", "2025-03-12")] // two working hours over a week-end, not 64 around the clock
    [InlineData("2025-03-07 17:00", "2025-03-10 07:00", "2025-03-11")] // wholly outside office hours
    [InlineData("2025-03-06 11:00", "2025-03-06 13:00", "2025-03-11")] // lunch
    [InlineData("2025-03-04 10:05", "2025-03-04 16:00", "2025-03-11")] // on the day of receipt, which is not counted
    [InlineData("2025-03-04 10:05", "2025-03-05 17:00", "2025-03-12")] // from the day of receipt on: only what counts moves it
    [InlineData("2025-03-11 20:00", "2025-03-13 07:00", "2025-03-12")] // the last day ends at 24:00, so this is not late
    [InlineData("2025-03-11 20:00", "2025-03-13 09:00", "2025-03-13")]
    public void Moves_the_due_date_by_the_working_time_paused(string from, string to, string due)
    {
        var clock = FiveDays.Pause(Local(from)).Resume(Local(to), Calendar).Value;
        Assert.Equal(Local(due + " 17:00"), clock.DueAt);
        Assert.Equal(FiveDays.DueAt, clock.OriginalDueAt);
    }

    [Fact]
    public void Adds_parts_of_days_before_rounding()
    {
        var clock = FiveDays;
        foreach (var day in new[] { "2025-03-05", "2025-03-06", "2025-03-07" })
            clock = clock.Pause(Local(day + " 08:00")).Resume(Local(day + " 10:00"), Calendar).Value;
        Assert.Equal(Local("2025-03-12 17:00"), clock.DueAt);
        Assert.Equal(TimeSpan.FromHours(40 - (3 * 6)), clock.Remaining(Local("2025-03-07 17:00"), Calendar).Value);
    }

    [Fact]
    public void Moves_hour_limits_to_the_minute()
    {
        var clock = Started(new Limit.WorkingTime(360), "2025-03-07 14:00"); // due Monday 10:00
        clock = clock.Pause(Local("2025-03-07 16:30")).Resume(Local("2025-03-10 07:15"), Calendar).Value;
        Assert.Equal(Local("2025-03-10 10:45"), clock.DueAt);
        Assert.Equal(clock.DueAt, clock.LateFrom);
    }

    [Fact]
    public void Keeps_the_time_of_day_through_a_pause()
    {
        var clock = Clock.Start(new Limit.WorkingDays(2), new DuePolicy(DueTimeOfDay.SameAsReceipt), Calendar, Local("2025-03-04 10:00")).Value;
        Assert.Equal(Local("2025-03-06 10:00"), clock.DueAt);
        clock = clock.Pause(Local("2025-03-05 08:00")).Resume(Local("2025-03-05 10:30"), Calendar).Value;
        Assert.Equal(Local("2025-03-06 14:30"), clock.DueAt);
        Assert.Equal(Local("2025-03-07 00:00"), clock.LateFrom);
    }

    [Theory]
    [InlineData("2025-03-06 09:00", "2025-03-06 16:00", "2025-03-14")] // same date: no day
    [InlineData("2025-03-06 16:00", "2025-03-07 08:00", "2025-03-17")] // one date: Saturday 15th, rolled
    [InlineData("2025-03-07 17:30", "2025-03-10 06:00", "2025-03-17")] // three dates: the week-end counts on this axis
    public void Counts_pauses_of_calendar_days_in_dates(string from, string to, string due)
    {
        var clock = Started(new Limit.CalendarDays(10), "2025-03-04 10:00").Pause(Local(from)).Resume(Local(to), Calendar).Value;
        Assert.Equal(Local(due + " 17:00"), clock.DueAt);
    }

    [Fact]
    public void Adds_pauses_of_calendar_days_to_the_date_before_rolling()
    {
        var clock = Started(new Limit.CalendarDays(4), "2025-03-04 10:00"); // Saturday 8th, rolled to Monday 10th
        clock = clock.Pause(Local("2025-03-05 08:00")).Resume(Local("2025-03-06 08:00"), Calendar).Value; // Sunday 9th
        Assert.Equal(Local("2025-03-10 17:00"), clock.DueAt);
    }

    [Fact]
    public void Does_not_become_late_while_paused()
    {
        var clock = FiveDays.Pause(Local("2025-03-11 16:00"));
        Assert.False(clock.IsLate(Local("2025-06-01 08:00")));
        Assert.Equal(Timeliness.InTime, clock.Judge(Local("2025-06-01 08:00"), Calendar));
        Assert.Equal(TimeSpan.FromHours(1), clock.Remaining(Local("2025-06-01 08:00"), Calendar).Value);
    }

    [Fact]
    public void Does_not_cure_lateness_by_a_pause()
    {
        var clock = FiveDays.Pause(Local("2025-03-12 06:00")).Resume(Local("2025-03-13 16:00"), Calendar).Value;
        Assert.Equal(FiveDays.DueAt, clock.DueAt);
        Assert.True(clock.IsLate(Local("2025-03-13 16:00")));
        Assert.Equal(TimeSpan.FromHours(1), clock.WorkingTimeLate(Local("2025-03-13 17:00"), Calendar).Value);
    }

    [Fact]
    public void Is_late_after_the_end_of_the_last_day_and_not_at_closing()
    {
        Assert.False(FiveDays.IsLate(Local("2025-03-11 23:59:59")));
        Assert.False(FiveDays.IsLate(Local("2025-03-12 00:00")));
        Assert.True(FiveDays.IsLate(Local("2025-03-12 00:00").AddTicks(1)));
        Assert.Equal(TimeSpan.Zero, FiveDays.WorkingTimeLate(Local("2025-03-11 23:00"), Calendar).Value);
        Assert.Equal(TimeSpan.FromHours(3), FiveDays.WorkingTimeLate(Local("2025-03-12 10:00"), Calendar).Value);
    }

    [Fact]
    public void Restarts_in_full()
    {
        var clock = FiveDays.Pause(Local("2025-03-06 09:00")).Restart(Local("2025-03-20 09:00"), Calendar).Value;
        Assert.Equal(Local("2025-03-27 17:00"), clock.DueAt);
        Assert.Equal(TimeSpan.FromHours(40), clock.Remaining(Local("2025-03-20 16:00"), Calendar).Value);
        Assert.Equal((FiveDays.StartedAt, FiveDays.OriginalDueAt), (clock.StartedAt, clock.OriginalDueAt));
        Assert.Equal(new Suspension(Local("2025-03-06 09:00"), Local("2025-03-20 09:00")), Assert.Single(clock.Suspensions.Closed));
    }

    [Fact]
    public void Does_not_count_old_pauses_again_after_a_restart()
    {
        var clock = FiveDays.Pause(Local("2025-03-06 09:00")).Restart(Local("2025-03-20 09:00"), Calendar).Value;
        clock = clock.Pause(Local("2025-03-24 08:00")).Resume(Local("2025-03-25 08:00"), Calendar).Value;
        Assert.Equal(Local("2025-03-28 17:00"), clock.DueAt);
    }

    [Fact]
    public void Extends_from_the_due_moment()
    {
        var clock = FiveDays.Extend(new Limit.WorkingDays(3), Calendar).Value;
        Assert.Equal(Local("2025-03-14 17:00"), clock.DueAt);
        Assert.Equal(FiveDays.OriginalDueAt, clock.OriginalDueAt);
        Assert.Equal(TimeSpan.FromHours(64), clock.Budget);
        Assert.Equal(Local("2025-03-13 17:00"), FiveDays.Extend(new Limit.CalendarDays(2), Calendar).Value.DueAt);
        Assert.Equal(Local("2025-03-12 17:00"), FiveDays.Extend(new Limit.WorkingTime(120), Calendar).Value.DueAt);
    }

    [Fact]
    public void Extends_without_losing_a_pause()
    {
        var paused = FiveDays.Pause(Local("2025-03-06 08:00")).Resume(Local("2025-03-06 10:00"), Calendar).Value; // 12/3
        var clock = paused.Extend(new Limit.WorkingDays(3), Calendar).Value;
        Assert.Equal(Local("2025-03-17 17:00"), clock.DueAt);
        Assert.Equal(paused.Suspensions, clock.Suspensions);
        var other = FiveDays.Extend(new Limit.WorkingDays(3), Calendar).Value.Pause(Local("2025-03-06 08:00")).Resume(Local("2025-03-06 10:00"), Calendar);
        Assert.Equal(clock.DueAt, other.Value.DueAt);
    }

    [Fact]
    public void Extends_calendar_days_and_leaves_no_appointment_alone()
    {
        var fifteen = Started(new Limit.CalendarDays(10), "2025-03-04 10:00").Extend(new Limit.CalendarDays(5), Calendar).Value;
        Assert.Equal(Local("2025-03-19 17:00"), fifteen.DueAt);
        var none = Started(new Limit.None(), "2025-03-04 10:00");
        Assert.Same(none, none.Extend(new Limit.WorkingDays(3), Calendar).Value);
        Assert.Throws<ArgumentException>(() => FiveDays.Extend(new Limit.None(), Calendar));
    }

    [Theory]
    [InlineData("2025-03-10 16:59", Timeliness.Early)]
    [InlineData("2025-03-11 07:00", Timeliness.OnTime)] // the due date itself
    [InlineData("2025-03-11 23:59", Timeliness.OnTime)]
    [InlineData("2025-03-12 00:01", Timeliness.Late)]
    public void Judges_an_ended_clock_by_dates(string end, Timeliness expected)
    {
        var clock = FiveDays.Stop(Local(end));
        Assert.Equal(expected, clock.Judge(Local("2026-01-05 08:00"), Calendar));
        Assert.Equal(clock.Elapsed(Local(end), Calendar), clock.Elapsed(Local("2026-01-05 08:00"), Calendar));
    }

    [Fact]
    public void Judges_an_hour_limit_by_the_moment()
    {
        var clock = Started(new Limit.WorkingTime(60), "2025-03-04 08:00");
        Assert.Equal(Timeliness.OnTime, clock.Stop(Local("2025-03-04 09:00")).Judge(Local("2025-03-05 08:00"), Calendar));
        Assert.Equal(Timeliness.Late, clock.Stop(Local("2025-03-04 09:01")).Judge(Local("2025-03-05 08:00"), Calendar));
        Assert.Equal(Timeliness.Overdue, clock.Judge(Local("2025-03-04 09:01"), Calendar));
    }

    [Fact]
    public void Judges_a_withdrawal_during_a_pause_by_the_pause()
    {
        var clock = FiveDays.Pause(Local("2025-03-06 08:00")).Stop(Local("2025-05-20 08:00"));
        Assert.Equal(Timeliness.Early, clock.Judge(Local("2025-06-01 08:00"), Calendar));
    }

    [Fact]
    public void Counts_the_time_between_end_and_reopening()
    {
        var clock = FiveDays.Stop(Local("2025-03-06 08:00")).Reopen();
        Assert.Equal(TimeSpan.FromHours(17), clock.Elapsed(Local("2025-03-07 08:00"), Calendar).Value);
        Assert.Equal(FiveDays, clock);
    }

    [Fact]
    public void Moves_with_a_corrected_calendar_and_keeps_its_pauses()
    {
        var paused = FiveDays.Pause(Local("2025-03-06 08:00")).Resume(Local("2025-03-07 08:00"), Calendar).Value; // 12/3
        var corrected = WorkCalendar.Compile(Definition(Day("2025-03-10", CalendarDayKind.Holiday)));
        Assert.Equal(Local("2025-03-13 17:00"), paused.Reproject(corrected).Value.DueAt);
    }

    [Fact]
    public void Throws_when_the_order_of_acts_is_broken()
    {
        var paused = FiveDays.Pause(Local("2025-03-06 08:00"));
        Assert.Throws<InvalidOperationException>(() => paused.Pause(Local("2025-03-07 08:00")));
        Assert.Throws<InvalidOperationException>(() => FiveDays.Resume(Local("2025-03-07 08:00"), Calendar));
        Assert.Throws<ArgumentOutOfRangeException>(() => paused.Resume(Local("2025-03-06 07:59"), Calendar));
        Assert.Throws<InvalidOperationException>(() => FiveDays.Stop(Local("2025-03-07 08:00")).Stop(Local("2025-03-07 08:00")));
        var resumed = paused.Resume(Local("2025-03-07 08:00"), Calendar).Value;
        Assert.Throws<ArgumentOutOfRangeException>(() => resumed.Pause(Local("2025-03-07 07:00")));
    }

    [Fact]
    public void Survives_json()
    {
        Limit[] limits = [new Limit.WorkingDays(5), new Limit.CalendarDays(5), new Limit.WorkingTime(90), new Limit.SameDay(new TimeOnly(15, 0)), new Limit.None()];
        Assert.All(limits, limit =>
        {
            var policy = new DuePolicy(DueTimeOfDay.SameAsReceipt, new TimeOnly(15, 0));
            var clock = Clock.Start(limit, policy, Calendar, Local("2025-03-04 10:00:00.1234567")).Value
                .Pause(Local("2025-03-05 08:00")).Resume(Local("2025-03-05 10:00"), Calendar).Value
                .Pause(Local("2025-03-06 08:00")).Stop(Local("2025-03-07 08:00"));
            var copy = JsonSerializer.Deserialize<Clock>(JsonSerializer.Serialize(clock));
            Assert.Equal(clock, copy);
            Assert.Equal(clock.GetHashCode(), copy!.GetHashCode());
        });
    }

    private static Clock Started(Limit limit, string at) => Clock.Start(limit, DuePolicy.Default, Calendar, Local(at)).Value;
}
