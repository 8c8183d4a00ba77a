using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Tests.Calendars;
using static Tthc.Workflows.Tests.Calendars.SampleCalendars;

namespace Tthc.Workflows.Tests.Deadlines;

public sealed class StepClockTests
{
    private static readonly WorkCalendar Calendar = Office;

    [Fact]
    public void Uses_working_minutes_only()
    {
        var step = StepClock.Arrive(Local("2025-03-07 16:00"), 240);
        Assert.Equal(Local("2025-03-10 10:00"), step.DueAt(Suspensions.Empty, Calendar).Value);
        Assert.Equal(120, step.UsedMinutes(Local("2025-03-10 08:00"), Suspensions.Empty, Calendar).Value);
        Assert.Equal(60, step.LateMinutes(Local("2025-03-10 11:00"), Suspensions.Empty, Calendar).Value);
        Assert.Equal(60, step.Leave(Local("2025-03-10 11:00")).LateMinutes(Local("2025-06-10 11:00"), Suspensions.Empty, Calendar).Value);
    }

    [Fact]
    public void Tells_no_time_from_no_limit()
    {
        var atOnce = StepClock.Arrive(Local("2025-03-08 09:00"), 0);
        var unlimited = StepClock.Arrive(Local("2025-03-08 09:00"), null);
        var at = Local("2025-03-10 08:00");
        Assert.Equal(Local("2025-03-10 07:00"), atOnce.DueAt(Suspensions.Empty, Calendar).Value);
        Assert.Equal(60, atOnce.LateMinutes(at, Suspensions.Empty, Calendar).Value);
        Assert.Null(unlimited.DueAt(Suspensions.Empty, Calendar).Value);
        Assert.Null(unlimited.Remaining(at, Suspensions.Empty, Calendar).Value);
        Assert.Equal(0, unlimited.LateMinutes(at, Suspensions.Empty, Calendar).Value);
        Assert.Equal(60, unlimited.UsedMinutes(at, Suspensions.Empty, Calendar).Value);
    }

    [Fact]
    public void Stands_still_with_the_dossier()
    {
        var pauses = Suspensions.Empty.Open(Local("2025-03-04 10:00")).Close(Local("2025-03-06 10:00"));
        var before = StepClock.Arrive(Local("2025-03-04 08:00"), 240);
        var during = StepClock.Arrive(Local("2025-03-05 08:00"), 240);
        Assert.Equal(Local("2025-03-06 14:00"), before.DueAt(pauses, Calendar).Value);
        Assert.Equal(Local("2025-03-06 16:00"), during.DueAt(pauses, Calendar).Value);
        var open = Suspensions.Empty.Open(Local("2025-03-04 10:00"));
        Assert.Equal(120, before.UsedMinutes(Local("2025-04-04 08:00"), open, Calendar).Value);
        Assert.Equal(Local("2025-03-04 14:00"), before.DueAt(open, Calendar).Value);
    }

    [Fact]
    public void Carries_on_what_an_earlier_visit_used()
    {
        var again = StepClock.Arrive(Local("2025-03-04 08:00"), 240, TimeSpan.FromMinutes(200));
        Assert.Equal(Local("2025-03-04 08:40"), again.DueAt(Suspensions.Empty, Calendar).Value);
        Assert.Equal(20, again.LateMinutes(Local("2025-03-04 09:00"), Suspensions.Empty, Calendar).Value);
    }

    [Fact]
    public void Is_late_exactly_when_its_due_moment_has_passed() => Prop.ForAll(RandomCalendars.Questions, question =>
    {
        var (definition, arrival, length, budget) = question;
        var calendar = WorkCalendar.Compile(definition);
        var walker = new MinuteWalker(definition);
        var from = arrival / 3;
        var pauses = Suspensions.Empty.Open(walker.At(from + (length % 700))).Close(walker.At(from + (length % 700) + (length % 3000)));
        var step = StepClock.Arrive(walker.At(from), budget % 3000);
        if (!step.DueAt(pauses, calendar).TryGet(out var due, out _))
            return;
        foreach (var minute in new[] { from + (length % 500), from + length / 3, from + 5000 })
        {
            var used = Enumerable.Range(from, minute - from).Count(one => walker.IsOpen(one) && !Paused(one));
            Assert.Equal(used, step.UsedMinutes(walker.At(minute), pauses, calendar).Value);
            Assert.Equal(used > step.BudgetMinutes, step.LateMinutes(walker.At(minute), pauses, calendar).Value > 0);
            if (used > step.BudgetMinutes)
                Assert.True(due < walker.At(minute));
        }

        bool Paused(int minute) => walker.At(minute) >= pauses.Closed[0].From && walker.At(minute) < pauses.Closed[0].To;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Survives_json()
    {
        var step = StepClock.Arrive(Local("2025-03-04 08:00"), 0, TimeSpan.FromMinutes(3)).Leave(Local("2025-03-05 08:00"));
        Assert.Equal(step, JsonSerializer.Deserialize<StepClock>(JsonSerializer.Serialize(step)));
    }
}
