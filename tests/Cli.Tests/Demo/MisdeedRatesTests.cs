using Tthc.Cli.Demo.Misdeeds;

namespace Tthc.Cli.Tests.Demo;

public sealed class MisdeedRatesTests
{
    [Fact]
    public void Keep_what_is_usual_where_nothing_is_written()
    {
        Assert.True(MisdeedRates.TryRead(["late-pause=0.5"], out var rates, out _));

        Assert.Equal(0.005, rates[Misdeed.LatePause], 9);
        Assert.Equal(0.002, rates[Misdeed.EndBackdated], 9);
    }

    [Fact]
    public void Let_the_later_word_hold()
    {
        Assert.True(MisdeedRates.TryRead(["all=0", "no-apology=100"], out var rates, out _));

        Assert.Equal(0, rates[Misdeed.LatePause]);
        Assert.Equal(1, rates[Misdeed.NoApology]);
    }

    [Theory]
    [InlineData("late-pause")]
    [InlineData("late-pause=")]
    [InlineData("late-pause=-1")]
    [InlineData("late-pause=101")]
    [InlineData("late-pause=0,5")]
    [InlineData("no-such-thing=1")]
    public void Refuse_what_is_no_percentage_of_a_known_misdeed(string written)
    {
        Assert.False(MisdeedRates.TryRead(["all=0", written], out _, out var wrong));

        Assert.Equal(written, wrong);
    }

    [Fact]
    public void Name_each_misdeed_once()
    {
        Assert.Equal(MisdeedKind.All.Length, MisdeedKind.All.DistinctBy(k => k.Key).Count());
        Assert.Equal(Enum.GetValues<Misdeed>().Except([Misdeed.None]), MisdeedKind.All.Select(k => k.Misdeed));
    }
}
