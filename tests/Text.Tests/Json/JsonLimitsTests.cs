using Tthc.Text.Diagnostics;
using Tthc.Text.Json;

namespace Tthc.Text.Tests.Json;

public sealed class JsonLimitsTests
{
    [Fact]
    public void Refuses_a_text_too_long() =>
        Assert.Equal(["JSON-010"], Ids("[1234567890]", new JsonReadOptions { MaxLength = 10 }));

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public void Passes_over_what_is_too_deep_and_goes_on_after_it(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000));
        Assert.Equal(["JSON-011", "JSON-022"], Ids($"[{deep}, 1 2]", JsonReadOptions.Default));
    }

    [Fact]
    public void Allows_just_the_depth_it_names()
    {
        Assert.Empty(Ids(new string('[', 64) + new string(']', 64), JsonReadOptions.Default));
        Assert.Equal(["JSON-011"], Ids(new string('[', 65) + new string(']', 65), JsonReadOptions.Default));
    }

    [Fact]
    public void Survives_the_greatest_depth_with_nothing_closed()
    {
        var options = new JsonReadOptions { MaxDepth = JsonReadOptions.GreatestDepth };
        Assert.Contains("JSON-029", Ids(new string('[', 100_000), options));
    }

    [Fact]
    public void Stops_after_too_many_values() =>
        Assert.Equal(["JSON-012"], Ids("[[1,2,3],[4,5,6]", new JsonReadOptions { MaxNodes = 5 }));

    [Fact]
    public void Reports_a_string_too_long() =>
        Assert.Equal(["JSON-013"], Ids("[\"abcdef\"]", new JsonReadOptions { MaxStringLength = 5 }));

    [Fact]
    public void Never_lists_more_than_the_cap()
    {
        var ids = Ids(new string('@', 1) + string.Concat(Enumerable.Repeat("[1 2]@", 5_000)), JsonReadOptions.Default);
        Assert.True(ids.Length <= 201);
        Assert.Equal("TEXT-001", Ids("[" + string.Concat(Enumerable.Repeat("1 ", 5_000)) + "]", JsonReadOptions.Default)[^1]);
    }

    // Work that grew with the square of the text would not come back from these within a day.
    [Theory]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("{\"a\":")]
    [InlineData("\"")]
    [InlineData("\"\n")]
    [InlineData("1 ")]
    [InlineData("a:")]
    [InlineData("@,")]
    [InlineData("/")]
    [InlineData("/*")]
    [InlineData("\\")]
    [InlineData("\0")]
    [InlineData("\u202E")]
    [InlineData("[}")]
    [InlineData("{]\n")]
    public void Comes_to_an_end_on_millions_of_mistakes(string piece)
    {
        var name = new string('n', 60_000);
        var text = $"{{\"{name}\":{{\"{name}\":[" + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var (_, diagnostics) = JsonDocumentReader.Read(SourceText.From("a.json", text));
        Assert.InRange(diagnostics.Length, 1, DiagnosticBag.DefaultLimitPerFile + 1);
        Assert.All(diagnostics, d => Assert.True(d.JsonPath.Length < 10_000));
    }

    [Fact]
    public void Refuses_a_depth_no_stack_would_hold() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonReadOptions { MaxDepth = 100_000 });

    private static string[] Ids(string json, JsonReadOptions options) =>
        [.. JsonDocumentReader.Read(SourceText.From("a.json", json), options).Diagnostics.Select(d => d.Id)];
}
