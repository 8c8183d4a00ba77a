using System.Collections.Immutable;
using Tthc.Workflows.Calendars;
using static Tthc.Workflows.Tests.Calendars.SampleCalendars;

namespace Tthc.Workflows.Tests.Calendars;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = Office;

    [Theory]
    [InlineData("2024-05-04")]
    [InlineData("2025-04-26")]
    [InlineData("2026-01-10")]
    [InlineData("2026-08-22")]
    public void Works_on_make_up_saturdays(string saturday)
    {
        var date = DateOnly.Parse(saturday);
        Assert.Equal(DayOfWeek.Saturday, date.DayOfWeek);
        Assert.True(Calendar.IsWorkingDay(date));
        Assert.Equal(date, Calendar.AddWorkingDays(date.AddDays(-1), 1).Value);
        Assert.Equal(480, Calendar.WorkingMinutesBetween(Calendar.At(date, default), Calendar.EndOfDay(date)).Value);
    }

    [Theory]
    [InlineData("2024-04-26", "2024-05-02")] // 29/4 freed, 30/4 and 1/5 holidays
    [InlineData("2025-04-29", "2025-05-05")] // 2/5 freed
    [InlineData("2025-12-31", "2026-01-05")] // 2/1 freed
    [InlineData("2026-08-28", "2026-09-03")] // 31/8 freed
    [InlineData("2025-01-24", "2025-02-03")] // Tết 2025
    [InlineData("2026-02-13", "2026-02-23")] // Tết 2026
    [InlineData("2026-11-23", "2026-11-25")] // Culture Day
    public void Skips_days_off(string last, string next) =>
        Assert.Equal(DateOnly.Parse(next), Calendar.AddWorkingDays(DateOnly.Parse(last), 1).Value);

    [Theory]
    [InlineData("2025-03-04 10:30", 60, "2025-03-04 13:30")] // over lunch
    [InlineData("2025-03-04 10:30", 30, "2025-03-04 11:00")] // ends with the morning
    [InlineData("2025-03-04 12:00", 60, "2025-03-04 14:00")] // within lunch
    [InlineData("2025-03-04 18:30", 60, "2025-03-05 08:00")] // after hours
    [InlineData("2025-03-04 05:00", 60, "2025-03-04 08:00")] // before hours
    [InlineData("2025-03-04 16:00", 60, "2025-03-04 17:00")] // ends at closing, not at the next opening
    [InlineData("2025-03-07 16:00", 61, "2025-03-10 07:01")] // over the week-end
    [InlineData("2025-04-25 16:00", 120, "2025-04-26 08:00")] // into a worked Saturday
    [InlineData("2025-01-24 16:00", 120, "2025-02-03 08:00")] // over Tết
    [InlineData("2025-03-05 08:00", -60, "2025-03-05 07:00")] // back to the opening, not to the last closing
    [InlineData("2025-03-05 08:00", -61, "2025-03-04 16:59")]
    public void Adds_working_minutes(string start, long minutes, string due) =>
        Assert.Equal(Local(due), Calendar.AddWorkingMinutes(Local(start), minutes).Value);

    [Fact]
    public void Returns_the_start_when_nothing_is_added() =>
        Assert.Equal(Local("2025-03-08 03:00"), Calendar.AddWorkingTime(Local("2025-03-08 03:00"), TimeSpan.Zero).Value);

    [Fact]
    public void Keeps_seconds()
    {
        var start = Local("2025-03-04 10:59:30.5");
        var due = Calendar.AddWorkingMinutes(start, 1).Value;
        Assert.Equal(Local("2025-03-04 13:00:30.5"), due);
        Assert.Equal(TimeSpan.FromMinutes(1), Calendar.WorkingTimeBetween(start, due).Value);
        Assert.Equal(0, Calendar.WorkingMinutesBetween(start, due.AddTicks(-1)).Value);
    }

    [Fact]
    public void Takes_the_hours_of_the_period()
    {
        var summer = Period(new DateOnly(2025, 1, 1), new DateOnly(2025, 9, 30), Spans("07:00-11:00", "13:00-17:00"));
        var winter = Period(new DateOnly(2025, 10, 1), null, Spans("07:30-11:30", "13:00-17:00"));
        var calendar = WorkCalendar.Compile(Definition() with
        {
            Periods = [summer, winter], Days = [], CoversFrom = new DateOnly(2025, 1, 1), CoversTo = new DateOnly(2025, 12, 31),
        });
        Assert.Equal(Local("2025-09-30 07:00"), calendar.OpensAt(new DateOnly(2025, 9, 30)));
        Assert.Equal(Local("2025-10-01 07:30"), calendar.OpensAt(new DateOnly(2025, 10, 1)));
        Assert.Equal(Local("2025-10-01 08:30"), calendar.AddWorkingMinutes(Local("2025-09-30 16:00"), 120).Value);
    }

    [Fact]
    public void Says_that_a_year_is_not_loaded_instead_of_guessing()
    {
        var last = new DateOnly(2026, 12, 31);
        var expected = new CalendarOutOfRange("office", new DateOnly(2024, 1, 1), last);
        Assert.Equal(expected, Calendar.AddWorkingDays(last, 1).OutOfRange);
        Assert.Equal(expected, Calendar.AddWorkingMinutes(Local("2026-12-31 16:00"), 61).OutOfRange);
        Assert.Equal(expected, Calendar.AddWorkingTime(Local("2026-12-31 16:00"), TimeSpan.MaxValue).OutOfRange);
        Assert.Equal(expected, Calendar.AddWorkingTime(Local("2024-01-02 08:00"), TimeSpan.MinValue).OutOfRange);
        Assert.Equal(expected, Calendar.AddWorkingTime(DateTimeOffset.MaxValue, TimeSpan.Zero).OutOfRange);
        Assert.Equal(expected, Calendar.WorkingTimeBetween(Local("2026-12-31 16:00"), Local("2027-01-01 00:01")).OutOfRange);
        Assert.Equal(expected, Calendar.NextWorkingInstant(Local("2026-12-31 17:00")).OutOfRange);
        Assert.Equal(expected, Calendar.AddCalendarDays(last, int.MaxValue).OutOfRange);
        Assert.Equal(expected, Calendar.RollForward(new DateOnly(2023, 12, 31)).OutOfRange);
        Assert.Equal(Local("2026-12-31 17:00"), Calendar.AddWorkingMinutes(Local("2026-12-31 16:00"), 60).Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.IsWorkingDay(last.AddDays(1)));
        Assert.Throws<InvalidOperationException>(() => Calendar.AddWorkingDays(last, 1).Value);
    }

    [Fact]
    public void Covers_the_midnight_that_ends_its_last_day()
    {
        Assert.True(Calendar.Covers(Local("2027-01-01 00:00")));
        Assert.False(Calendar.Covers(Local("2027-01-01 00:00").AddTicks(1)));
        Assert.False(Calendar.IsWorkingTime(Local("2027-01-01 00:00")));
    }

    [Fact]
    public void Names_no_opening_on_a_day_off()
    {
        Assert.Null(Calendar.OpensAt(new DateOnly(2025, 5, 1)));
        Assert.Null(Calendar.ClosesAt(new DateOnly(2025, 3, 8)));
        Assert.Equal(Local("2025-03-07 17:00"), Calendar.ClosesAt(new DateOnly(2025, 3, 7)));
    }

    [Fact]
    public void Knows_when_a_span_rests_on_an_unconfirmed_day()
    {
        var calendar = WorkCalendar.Compile(Definition(Day("2025-06-11", CalendarDayKind.Holiday, confirmed: false)));
        Assert.True(calendar.DependsOnUnconfirmed(new DateOnly(2025, 6, 11), new DateOnly(2025, 6, 11)));
        Assert.False(calendar.DependsOnUnconfirmed(new DateOnly(2025, 6, 12), new DateOnly(2025, 6, 30)));
        Assert.False(calendar.DependsOnUnconfirmed(new DateOnly(2025, 6, 1), new DateOnly(2025, 6, 10)));
        Assert.True(calendar.DependsOnUnconfirmed(new DateOnly(2000, 1, 1), new DateOnly(2050, 1, 1)));
    }

    [Fact]
    public void Tells_local_dates_where_utc_has_another()
    {
        var night = DateTimeOffset.Parse("2025-03-03T18:00:00Z");
        Assert.Equal(new DateOnly(2025, 3, 4), Calendar.LocalDate(night));
        Assert.Equal(TimeSpan.Zero, Calendar.NextWorkingInstant(night).Value.Offset);
    }

    [Fact]
    public void Refuses_to_compile_what_the_reader_would_have_refused()
    {
        var gap = Definition() with { Periods = [Period(new DateOnly(2024, 2, 1), null, Spans("07:00-11:00"))] };
        var overlap = Definition() with { Periods = [Period(new DateOnly(2024, 1, 1), null, Spans("07:00-11:00", "11:00-12:00"))] };
        var twice = Definition(Day("2025-05-01", CalendarDayKind.SwapWork));
        Assert.Throws<ArgumentException>(() => WorkCalendar.Compile(gap));
        Assert.Throws<ArgumentException>(() => WorkCalendar.Compile(overlap));
        Assert.Throws<ArgumentException>(() => WorkCalendar.Compile(twice));
    }
}
