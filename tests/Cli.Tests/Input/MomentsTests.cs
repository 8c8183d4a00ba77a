using Tthc.Cli.Input;

namespace Tthc.Cli.Tests.Input;

public sealed class MomentsTests
{
    [Theory]
    [InlineData("31/12/2025 15:30", "2025-12-31T08:30:00+00:00")]
    [InlineData("1/2/2025 7:05", "2025-02-01T00:05:00+00:00")]
    [InlineData("31/12/2025", "2025-12-30T17:00:00+00:00")]
    [InlineData("2025-12-31T15:30", "2025-12-31T08:30:00+00:00")]
    [InlineData("2025-12-31T15:30Z", "2025-12-31T15:30:00+00:00")]
    [InlineData("2025-12-31T15:30:10.5+09:00", "2025-12-31T06:30:10.5+00:00")]
    public void Reads_moments_in_vietnam_time_unless_a_zone_is_given(string text, string expected)
    {
        Assert.True(Moments.TryReadInstant(text, out var instant));
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), instant);
    }

    [Theory]
    [InlineData("12/31/2025 15:30")]
    [InlineData("29/02/2025")]
    [InlineData("tomorrow")]
    [InlineData("")]
    public void Refuses_what_is_no_moment(string text) => Assert.False(Moments.TryReadInstant(text, out _));

    [Theory]
    [InlineData("a", 1, 0, 0)]
    [InlineData("a=2", 2, 0, 0)]
    [InlineData("a=0/1", 0, 1, 0)]
    [InlineData("a=1/2/3", 1, 2, 3)]
    public void Reads_papers(string text, int originals, int certified, int copies)
    {
        Assert.True(Papers.TryRead(text, out var paper));
        Assert.Equal(("a", originals, certified, copies), (paper.Key, paper.Originals, paper.Certified, paper.Copies));
    }

    [Theory]
    [InlineData("=1")]
    [InlineData("a=")]
    [InlineData("a=-1")]
    [InlineData("a=1/2/3/4")]
    [InlineData("a=99999999999")]
    public void Refuses_what_is_no_paper(string text) => Assert.False(Papers.TryRead(text, out _));
}
