using System.Globalization;
using System.Text.Json;
using Tthc.Text.Json;

namespace Tthc.Text.Tests.Json;

public sealed class JsonTreeTests
{
    [Fact]
    public void Keeps_the_place_of_every_value()
    {
        var root = Read("{ \"a\": [1, true, null] }");
        var array = Assert.IsType<JsonArray>(root.Find("a")!.Value);
        Assert.Equal("[1, true, null]", Source(array));
        Assert.Equal(["1", "true", "null"], array.Items.Select(Source));
        Assert.Equal("\"a\"", Source(root.Properties[0].Name));
    }

    [Fact]
    public void Keeps_the_order_and_finds_by_name()
    {
        var root = Read("{" + string.Join(',', Enumerable.Range(0, 20).Select(i => $"\"f{i}\":{i}")) + "}");
        Assert.Equal("f19", root.Properties[^1].Name.Value);
        Assert.Equal("7", Assert.IsType<JsonNumber>(root.Find("f7")!.Value).Text);
        Assert.Null(root.Find("F7"));
    }

    [Theory]
    [InlineData("""  "a\tb"  """, 2, 1, "b")]
    [InlineData("""  "a\u00e2b"  """, 1, 1, "\\u00e2")]
    [InlineData("""  "a\ud83d\ude00b"  """, 1, 2, "\\ud83d\\ude00")]
    [InlineData("""  "a\"\"b"  """, 3, 1, "b")]
    [InlineData("""  "abc"  """, 0, 3, "abc")]
    [InlineData("""  "a\nb"  """, 3, 0, "")]
    public void Maps_a_stretch_of_a_string_to_where_it_was_typed(string json, int start, int length, string source)
    {
        var text = Assert.IsType<JsonString>(ReadAny(json));
        var location = text.LocationOf(new TextSpan(start, length));
        Assert.Equal(source, json.Substring(location.Span.Start, location.Span.Length));
    }

    [Fact]
    public void Maps_the_end_of_a_value_to_its_closing_quote()
    {
        const string json = "\"x\\\\y\"";
        var text = Assert.IsType<JsonString>(ReadAny(json));
        Assert.Equal(json.Length - 1, text.SourceOffset(text.Value.Length));
    }

    [Theory]
    [InlineData("3", true, 3)]
    [InlineData("3.0", true, 3)]
    [InlineData("3e2", true, 300)]
    [InlineData("-0", true, 0)]
    [InlineData("9223372036854775807", true, long.MaxValue)]
    [InlineData("9223372036854775808", false, 0)]
    [InlineData("3.5", false, 0)]
    [InlineData("1e400", false, 0)]
    [InlineData("1e-400", false, 0)]
    [InlineData("1e99999999999999999999", false, 0)]
    public void Gives_a_whole_number_only_if_it_is_one(string json, bool whole, long expected)
    {
        Assert.Equal(whole, Number(json).TryGetInt64(out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("0.1", true)]
    [InlineData("79228162514264337593543950335", true)]
    [InlineData("79228162514264337593543950336", false)]
    [InlineData("0.0000000000000000000000000001", true)]
    [InlineData("0.00000000000000000000000000001", false)]
    [InlineData("0.12345678901234567890123456789012", false)]
    [InlineData("1.500e1", true)]
    [InlineData("0e99999", true)]
    public void Gives_a_decimal_only_if_it_is_exact(string json, bool exact) =>
        Assert.Equal(exact, Number(json).TryGetDecimal(out _));

    [Fact]
    public void Reads_what_the_platform_reads_as_the_same_decimal()
    {
        const string json = "12345.678900";
        Assert.True(Number(json).TryGetDecimal(out var value));
        Assert.Equal(JsonDocument.Parse(json).RootElement.GetDecimal(), value);
        Assert.Equal(double.Parse(json, CultureInfo.InvariantCulture), Number(json).ToDouble());
    }

    private static JsonNumber Number(string json) => Assert.IsType<JsonNumber>(ReadAny(json));

    private static JsonObject Read(string json) => Assert.IsType<JsonObject>(ReadAny(json));

    private static JsonNode ReadAny(string json)
    {
        var (root, diagnostics) = JsonDocumentReader.Read(SourceText.From("a.json", json));
        Assert.Empty(diagnostics);
        return root;
    }

    private static string Source(JsonNode node) => node.Location.Source.Slice(node.Span);
}
