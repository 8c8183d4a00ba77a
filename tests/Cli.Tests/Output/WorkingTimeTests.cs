using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Text;

namespace Tthc.Cli.Tests.Output;

public sealed class WorkingTimeTests
{
    [Theory]
    [InlineData(0, "0 phút", "0 minutes")]
    [InlineData(1, "1 phút", "1 minute")]
    [InlineData(60, "1 giờ", "1 hour")]
    [InlineData(480, "1 ngày", "1 day")]
    [InlineData(1155, "2 ngày 3 giờ 15 phút", "2 days 3 hours 15 minutes")]
    [InlineData(-1155, "2 ngày 3 giờ 15 phút", "2 days 3 hours 15 minutes")]
    [InlineData(479, "7 giờ 59 phút", "7 hours 59 minutes")]
    [InlineData(485, "1 ngày 5 phút", "1 day 5 minutes")]
    public void Writes_minutes_as_days_of_eight_hours(long minutes, string vietnamese, string english)
    {
        Assert.Equal(vietnamese, WorkingTime.Of(minutes, new(TextLanguage.Vietnamese)));
        Assert.Equal(english, WorkingTime.Of(minutes, new(TextLanguage.English)));
    }

    [Fact]
    public void Writes_calendar_time_as_days_of_twenty_four_hours() =>
        Assert.Equal("1 ngày 1 giờ", WorkingTime.Of(1500, new(TextLanguage.Vietnamese), WorkingTime.CalendarDay));

    [Fact]
    public void Survives_the_smallest_number() => Assert.EndsWith("phút", WorkingTime.Of(long.MinValue, new Words(TextLanguage.Vietnamese)));
}
