using Tthc.Cli.Demo;
using Tthc.Cli.Demo.Misdeeds;
using Tthc.Cli.Input;
using Tthc.Workflows.Bundles;
using Tthc.Workflows.Deadlines;

namespace Tthc.Cli.Tests.Demo;

public sealed class MisdeedPlanTests
{
    private static readonly RuleBundle s_bundle = RuleBundleCompiler.Compile(RuleFiles.ReadFolder(RepositoryFolder.Of("rules"))).Bundle!;

    private static readonly DemoOptions s_options = new(2000, 1, new(2025, 7, 1), 60, "", null, false);

    private static readonly IReadOnlyList<Arrival> s_arrivals = new ArrivalPlan(new(s_bundle), s_options).Draw();

    [Fact]
    public void Plans_the_share_asked_for_exactly()
    {
        var plan = new MisdeedPlan(s_options, s_arrivals);

        Assert.Equal(4, plan.Count(Misdeed.EndBackdated));
        Assert.Equal(6, plan.Count(Misdeed.LatePause));
        Assert.Equal(10, plan.Count(Misdeed.BatchEntry));
        Assert.Equal(14, plan.Count(Misdeed.RepeatedRequest));
    }

    [Fact]
    public void Plans_at_least_one_of_what_is_rare()
    {
        var few = s_options with { Dossiers = 300 };

        var plan = new MisdeedPlan(few, new ArrivalPlan(new(s_bundle), few).Draw());

        Assert.Equal(1, plan.Count(Misdeed.NoResult));
    }

    [Fact]
    public void Plans_the_same_again_for_the_same_seed()
    {
        var first = new MisdeedPlan(s_options, s_arrivals);
        var second = new MisdeedPlan(s_options, new ArrivalPlan(new(s_bundle), s_options).Draw());

        Assert.Equal(s_arrivals.Select(first.Of), s_arrivals.Select(second.Of));
    }

    [Fact]
    public void Plans_nothing_for_honest_people()
    {
        Assert.True(MisdeedRates.TryRead(["all=0"], out var honest, out _));

        var plan = new MisdeedPlan(s_options with { Rates = honest }, s_arrivals);

        Assert.All(s_arrivals, a => Assert.Equal(Misdeed.None, plan.Of(a)));
    }

    [Fact]
    public void Enters_in_a_batch_only_what_takes_longer_than_a_day()
    {
        var plan = new MisdeedPlan(s_options, s_arrivals);

        Assert.All(s_arrivals.Where(a => plan.Of(a) == Misdeed.BatchEntry), a => Assert.IsNotType<Limit.SameDay>(a.Procedure.DefaultCase.Promised));
    }
}
