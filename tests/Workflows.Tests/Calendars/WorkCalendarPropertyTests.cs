using FsCheck;
using FsCheck.Fluent;
using Tthc.Workflows.Calendars;

namespace Tthc.Workflows.Tests.Calendars;

public sealed class WorkCalendarPropertyTests
{
    [Fact]
    public void Agrees_with_looking_at_every_minute() => Prop.ForAll(RandomCalendars.Questions, question =>
    {
        var (definition, one, other, budget) = question;
        var calendar = WorkCalendar.Compile(definition);
        var walker = new MinuteWalker(definition);
        Assert.Equal(walker.Between(one, other), calendar.WorkingMinutesBetween(walker.At(one), walker.At(other)).Value);
        Same(walker, walker.Add(one, budget), calendar.AddWorkingMinutes(walker.At(one), budget));
        Same(walker, walker.Subtract(one, budget), calendar.AddWorkingMinutes(walker.At(one), -budget));
        Same(walker, walker.NextOpen(one), calendar.NextWorkingInstant(walker.At(one)));
        if (one < walker.Length)
            Assert.Equal(walker.IsOpen(one), calendar.IsWorkingTime(walker.At(one)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Counts_days_as_looking_at_every_day_does() => Prop.ForAll(RandomCalendars.Questions, question =>
    {
        var (definition, one, other, budget) = question;
        var calendar = WorkCalendar.Compile(definition);
        var walker = new MinuteWalker(definition);
        var days = Enumerable.Range(0, RandomCalendars.Days).Select(definition.CoversFrom.AddDays).ToArray();
        var (from, to, count) = (days[one % days.Length], days[other % days.Length], (budget % 12) + 1);
        var working = days.Where(walker.IsWorkingDay).ToArray();
        Assert.All(days, day => Assert.Equal(working.Contains(day), calendar.IsWorkingDay(day)));
        Same(working.Where(day => day > from).Cast<DateOnly?>().ElementAtOrDefault(count - 1), calendar.AddWorkingDays(from, count));
        Same(working.Where(day => day < from).Reverse().Cast<DateOnly?>().ElementAtOrDefault(count - 1), calendar.AddWorkingDays(from, -count));
        Same(working.Where(day => day >= from).Cast<DateOnly?>().FirstOrDefault(), calendar.RollForward(from));
        Assert.Equal(
            from <= to ? working.Count(day => day > from && day <= to) : -working.Count(day => day > to && day <= from),
            calendar.WorkingDaysBetween(from, to).Value);
        Assert.Equal(definition.Days.Any(day => !day.Confirmed && day.Date >= from && day.Date <= to), calendar.DependsOnUnconfirmed(from, to));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Takes_two_budgets_as_it_takes_their_sum() => Prop.ForAll(RandomCalendars.Instants, question =>
    {
        var (calendar, start, one, other) = question;
        var whole = calendar.AddWorkingTime(start, one + other);
        var parts = calendar.AddWorkingTime(start, one) is { IsKnown: true } first ? calendar.AddWorkingTime(first.Value, other) : whole;
        Assert.Equal(whole, parts);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Finds_exactly_the_budget_between_start_and_due() => Prop.ForAll(RandomCalendars.Instants, question =>
    {
        var (calendar, start, budget, _) = question;
        if (calendar.AddWorkingTime(start, budget).TryGet(out var due, out _))
            Assert.Equal(budget, calendar.WorkingTimeBetween(start, due).Value);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Goes_back_by_what_it_went_forward() => Prop.ForAll(RandomCalendars.Instants, question =>
    {
        var (calendar, start, budget, _) = question;
        if (calendar.AddWorkingTime(start, budget).TryGet(out var due, out _) && budget > TimeSpan.Zero)
            Assert.Equal(calendar.NextWorkingInstant(start).Value, calendar.AddWorkingTime(due, -budget).Value);
    }).QuickCheckThrowOnFailure();

    private static void Same(MinuteWalker walker, int? minute, Reckoned<DateTimeOffset> reckoned) =>
        Same(minute is { } known ? walker.At(known) : (DateTimeOffset?)null, reckoned);

    private static void Same<T>(T? expected, Reckoned<T> reckoned)
        where T : struct => Assert.Equal(expected, reckoned.IsKnown ? reckoned.Value : null);
}
