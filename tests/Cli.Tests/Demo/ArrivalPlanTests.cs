using Tthc.Cli.Demo;
using Tthc.Cli.Demo.Misdeeds;
using Tthc.Cli.Input;
using Tthc.Protos.V1;
using Tthc.Workflows.Bundles;

namespace Tthc.Cli.Tests.Demo;

public sealed class ArrivalPlanTests
{
    private static readonly RuleBundle s_bundle = RuleBundleCompiler.Compile(RuleFiles.ReadFolder(RepositoryFolder.Of("rules"))).Bundle!;

    private static readonly DemoOptions s_options = new(4000, 1, new(2025, 7, 1), 92, "", null, false);

    private static readonly IReadOnlyList<Arrival> s_arrivals = new ArrivalPlan(new(s_bundle), s_options).Draw();

    [Fact]
    public void Hands_in_as_many_as_asked_in_order_of_time()
    {
        Assert.Equal(4000, s_arrivals.Count);
        Assert.Equal(s_arrivals.OrderBy(a => a.At), s_arrivals);
    }

    [Fact]
    public void Hands_in_only_where_and_when_it_can_be_received() => Assert.All(s_arrivals, arrival =>
    {
        var day = Offices.DayOf(arrival.At);
        Assert.True(arrival.Procedure.IsInForce(day));
        Assert.True(arrival.Agency.ExistsOn(day));
        var calendar = s_bundle.CalendarFor(arrival.Agency.Key, day)!;
        Assert.True(calendar.IsWorkingDay(day));
        // The minute in which the office closes is still one of service.
        Assert.True(arrival.Channel == Channel.Online || calendar.IsWorkingTime(arrival.At) || calendar.IsWorkingTime(arrival.At.AddMinutes(-1)), $"{arrival.At:O}");
    });

    [Fact]
    public void Comes_more_often_on_mondays()
    {
        // As many Thursdays as Mondays in the quarter, none of them a holiday; 1.4 to 1 in weight.
        var mondays = s_arrivals.Count(a => Offices.DayOf(a.At).DayOfWeek == DayOfWeek.Monday) / 13.0;
        var thursdays = s_arrivals.Count(a => Offices.DayOf(a.At).DayOfWeek == DayOfWeek.Thursday) / 13.0;
        Assert.InRange(mondays / thursdays, 1.2, 1.65);
    }

    [Fact]
    public void Draws_the_same_again_for_the_same_seed_and_others_for_another()
    {
        Assert.Equal(s_arrivals, new ArrivalPlan(new(s_bundle), s_options).Draw());
        Assert.NotEqual(s_arrivals, new ArrivalPlan(new(s_bundle), s_options with { Seed = 2 }).Draw());
    }

    [Fact]
    public void Draws_fates_in_the_proportions_of_the_recipe()
    {
        var fates = s_arrivals.Select(a => Fate.Draw(a.Key, isLand: false, MisdeedRates.Usual)).ToList();
        Assert.InRange(fates.Count(f => f.Punctuality == Punctuality.Late), 330, 470);
        Assert.InRange(fates.Count(f => f.Supplements > 0), 200, 330);
        Assert.InRange(fates.Count(f => f.Ending == Ending.Refused), 50, 115);
        Assert.InRange(fates.Order(Comparer<Fate>.Create((a, b) => a.LateMinutes.CompareTo(b.LateMinutes))).ElementAt(2000).LateMinutes, 2 * 480 * 0.85, 2 * 480 * 1.15);
    }
}
