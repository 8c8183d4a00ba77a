using Tthc.Workflows.Calendars;
using Tthc.Workflows.Deadlines;
using static Tthc.Workflows.Tests.Calendars.SampleCalendars;

namespace Tthc.Workflows.Tests.Deadlines;

public sealed class ClockStartTests
{
    private static readonly WorkCalendar Calendar = Office;
    private static readonly DuePolicy SameTime = new(DueTimeOfDay.SameAsReceipt);
    private static readonly DuePolicy CutAtThree = new(DueTimeOfDay.EndOfOffice, new TimeOnly(15, 0));

    [Theory]
    [InlineData("2025-03-04 10:00", 360, "2025-03-05 08:00")]
    [InlineData("2025-03-04 18:00", 240, "2025-03-05 11:00")] // after hours: from the next opening
    [InlineData("2025-03-04 12:00", 360, "2025-03-05 09:00")] // lunch: from the afternoon
    [InlineData("2025-03-08 09:00", 360, "2025-03-10 15:00")] // Saturday: from Monday
    [InlineData("2025-03-08 09:00", 0, "2025-03-10 07:00")]
    public void Runs_hours_from_the_very_moment(string receipt, long minutes, string due)
    {
        var clock = Started(new Limit.WorkingTime(minutes), DuePolicy.Default, receipt);
        Assert.Equal(Local(due), clock.DueAt);
        Assert.Equal(clock.DueAt, clock.LateFrom);
    }

    [Theory]
    [InlineData("2025-03-04 07:00", 1, "2025-03-05")]
    [InlineData("2025-03-04 23:59", 1, "2025-03-05")] // the day of receipt is not counted, whatever the hour
    [InlineData("2025-03-08 10:00", 1, "2025-03-10")] // received on a Saturday
    [InlineData("2025-04-25 10:00", 5, "2025-05-06")] // 26/4 worked; 30/4, 1/5 and 2/5 off
    [InlineData("2026-02-13 10:00", 3, "2026-02-25")] // over Tết
    public void Does_not_count_the_day_of_receipt(string receipt, int days, string due)
    {
        var clock = Started(new Limit.WorkingDays(days), DuePolicy.Default, receipt);
        Assert.Equal(Local(due + " 17:00"), clock.DueAt);
        Assert.Equal(Local(due).AddDays(1), clock.LateFrom);
        Assert.Equal(TimeSpan.FromHours(8 * days), clock.Budget);
        Assert.Equal(clock.DueAt, clock.OriginalDueAt);
    }

    [Theory]
    [InlineData("2025-03-04 10:15:20", 5, "2025-03-11 10:15:20")]
    [InlineData("2025-03-04 06:00", 2, "2025-03-06 07:00")] // before opening: opening to opening
    [InlineData("2025-03-04 06:00", 1, "2025-03-05 07:00")]
    [InlineData("2025-03-04 19:00", 2, "2025-03-06 17:00")] // after closing: closing to closing
    [InlineData("2025-03-04 12:00", 2, "2025-03-06 11:00")] // lunch: the end of the morning
    public void Keeps_the_time_of_day_when_the_policy_says_so(string receipt, int days, string due)
    {
        var clock = Started(new Limit.WorkingDays(days), SameTime, receipt);
        Assert.Equal(Local(due), clock.DueAt);
        Assert.Equal(Local(due[..10]).AddDays(1), clock.LateFrom);
    }

    [Theory]
    [InlineData("2025-03-04 10:00", 10, "2025-03-14")]
    [InlineData("2025-03-04 10:00", 4, "2025-03-10")] // the 8th is a Saturday
    [InlineData("2025-04-11 10:00", 15, "2025-04-26")] // ends on a worked Saturday
    [InlineData("2025-04-15 10:00", 15, "2025-05-05")] // 30/4 rolls over the holidays and the freed Friday
    [InlineData("2025-01-20 10:00", 7, "2025-02-03")] // rolls over Tết
    public void Rolls_calendar_days_over_days_off(string receipt, int days, string due)
    {
        Assert.Equal(Local(due + " 17:00"), Started(new Limit.CalendarDays(days), DuePolicy.Default, receipt).DueAt);
        Assert.Equal(Local(due + " 10:00"), Started(new Limit.CalendarDays(days), SameTime, receipt).DueAt);
    }

    [Theory]
    [InlineData("2025-03-04 14:59", "2025-03-04")]
    [InlineData("2025-03-04 15:00", "2025-03-04")] // "after 15:00" is later than that
    [InlineData("2025-03-04 15:00:01", "2025-03-05")]
    [InlineData("2025-03-04 05:00", "2025-03-04")]
    [InlineData("2025-03-07 16:00", "2025-03-10")]
    [InlineData("2025-03-08 16:00", "2025-03-10")] // a day off: as on Monday before the cut-off
    [InlineData("2025-04-25 16:00", "2025-04-26")] // the next working day is a worked Saturday
    public void Settles_on_the_day_what_comes_before_the_cut_off(string receipt, string due) =>
        Assert.Equal(Local(due + " 17:00"), Started(new Limit.SameDay(new TimeOnly(15, 0)), DuePolicy.Default, receipt).DueAt);

    [Fact]
    public void Settles_on_the_next_day_what_comes_after_closing_but_before_the_cut_off()
    {
        var clock = Started(new Limit.SameDay(new TimeOnly(20, 0)), DuePolicy.Default, "2025-03-04 17:00");
        Assert.Equal(Local("2025-03-05 17:00"), clock.DueAt);
        Assert.Equal(TimeSpan.FromHours(8), clock.Budget);
    }

    [Theory]
    [InlineData("2025-03-04 15:00", "2025-03-05")]
    [InlineData("2025-03-04 15:01", "2025-03-06")] // as if received on the 5th
    [InlineData("2025-03-07 15:01", "2025-03-11")]
    [InlineData("2025-03-08 09:00", "2025-03-11")] // not sooner than what came on Friday
    public void Counts_late_filings_from_the_next_working_day(string receipt, string due) =>
        Assert.Equal(Local(due + " 17:00"), Started(new Limit.WorkingDays(1), CutAtThree, receipt).DueAt);

    [Fact]
    public void Starts_hours_of_a_late_filing_when_the_office_next_opens()
    {
        var clock = Started(new Limit.WorkingTime(120), CutAtThree, "2025-03-04 15:30");
        Assert.Equal(Local("2025-03-05 09:00"), clock.DueAt);
        Assert.Equal(Local("2025-03-04 15:30"), clock.StartedAt);
    }

    [Fact]
    public void Measures_time_without_an_appointment()
    {
        var clock = Started(new Limit.None(), DuePolicy.Default, "2025-03-04 16:00");
        Assert.Null(clock.DueAt);
        Assert.False(clock.IsLate(Local("2026-03-04 16:00")));
        Assert.Equal(TimeSpan.FromHours(2), clock.Elapsed(Local("2025-03-05 08:00"), Calendar).Value);
        Assert.Null(clock.Remaining(Local("2025-03-05 08:00"), Calendar).Value);
    }

    [Fact]
    public void Gives_a_quarter_of_a_day_as_hours()
    {
        var quarter = new Limit.WorkingTime((long)(Calendar.WorkingDay.TotalMinutes / 4));
        Assert.Equal(Local("2025-03-04 14:00"), Started(quarter, DuePolicy.Default, "2025-03-04 10:00").DueAt);
    }

    [Fact]
    public void Says_that_a_year_is_not_loaded()
    {
        Limit[] limits = [new Limit.WorkingDays(10), new Limit.CalendarDays(10), new Limit.WorkingTime(5000), new Limit.SameDay(new TimeOnly(10, 0))];
        Assert.All(limits, limit =>
            Assert.Equal("office", Clock.Start(limit, DuePolicy.Default, Calendar, Local("2026-12-31 16:00")).OutOfRange?.CalendarId));
    }

    [Fact]
    public void Throws_on_limits_no_reader_lets_through()
    {
        Limit[] limits = [new Limit.WorkingDays(0), new Limit.CalendarDays(-1), new Limit.WorkingTime(-1)];
        Assert.All(limits, limit =>
            Assert.Throws<ArgumentOutOfRangeException>(() => Clock.Start(limit, DuePolicy.Default, Calendar, Local("2025-03-04 10:00"))));
    }

    private static Clock Started(Limit limit, DuePolicy policy, string at) => Clock.Start(limit, policy, Calendar, Local(at)).Value;
}
