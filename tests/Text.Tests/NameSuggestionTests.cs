namespace Tthc.Text.Tests;

public sealed class NameSuggestionTests
{
    private static readonly string[] Known = ["limit", "level", "commitment", "code", "name", "steps"];

    [Theory]
    [InlineData("limt", "limit")]
    [InlineData("lmiit", "limit")]
    [InlineData("Limit", "limit")]
    [InlineData("comitmnet", "commitment")]
    [InlineData("stepps", "steps")]
    [InlineData("weather", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void Finds_the_nearest_name(string typed, string? expected) =>
        Assert.Equal(expected, NameSuggestion.Nearest(typed, Known));

    [Fact]
    public void Does_not_depend_on_the_order_of_the_names() =>
        Assert.Equal(NameSuggestion.Nearest("cat", ["bat", "car"]), NameSuggestion.Nearest("cat", ["car", "bat"]));

    [Theory]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("abc", "ABD", 1)]
    [InlineData("", "ab", 2)]
    [InlineData("kitten", "sitting", 3)]
    public void Counts_edits(string left, string right, int distance)
    {
        Assert.Equal(distance, NameSuggestion.Distance(left, right, limit: 5));
        Assert.Equal(distance, NameSuggestion.Distance(right, left, limit: 5));
    }
}
