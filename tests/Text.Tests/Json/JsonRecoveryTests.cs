using Tthc.Text.Diagnostics;
using Tthc.Text.Json;

namespace Tthc.Text.Tests.Json;

public sealed class JsonRecoveryTests
{
    [Theory]
    [InlineData("{\"a\":1 \"b\":2}", "JSON-022@1:7")]
    [InlineData("[1 2]", "JSON-022@1:3")]
    [InlineData("{\"a\" 1}", "JSON-023@1:5")]
    [InlineData("{\"a\":}", "JSON-024@1:6")]
    [InlineData("{\"a\":\n\"b\":2}", "JSON-024@2:1")]
    [InlineData("{a:1}", "JSON-026@1:2")]
    [InlineData("{\"a\":\"x,\n\"b\":2}", "JSON-027@1:6")]
    [InlineData("{\"a\":'x'}", "JSON-028@1:6")]
    [InlineData("{\"a\":“x”}", "JSON-028@1:6")]
    [InlineData("{\"a\":{\"b\":1}", "JSON-029@1:13")]
    [InlineData("{\"a\":[1}", "JSON-030@1:8")]
    [InlineData("[{\"a\":1]", "JSON-030@1:8")]
    [InlineData("[1]]", "JSON-037@1:4")]
    [InlineData("{\"a\"=1}", "JSON-021@1:5")]
    [InlineData("{\"a\":1;\"b\":2}", "JSON-021@1:7")]
    [InlineData("{\"a\":\u00A01}", "JSON-021@1:6")]
    [InlineData("[1,@@@,2]", "JSON-021@1:4", "JSON-039@1:7")]
    [InlineData("{\"a\":2026-07-01}", "JSON-033@1:6")]
    [InlineData("{\"a\":0,5,\"b\":1}", "JSON-034@1:6")]
    [InlineData("{\"a\":True}", "JSON-035@1:6")]
    [InlineData("{,\"a\":1}", "JSON-039@1:2")]
    [InlineData("[\"a\":1]", "JSON-021@1:5")]
    [InlineData("[1, ٣]", "JSON-021@1:5")]
    [InlineData("/* a", "JSON-038@1:1", "JSON-020@1:1")]
    [InlineData("{\"a\":\"\\x\"}", "JSON-031@1:7")]
    [InlineData("{\"a\":\"\\u12\"}", "JSON-031@1:7")]
    [InlineData("a b", "JSON-035@1:1", "JSON-037@1:3")]
    [InlineData("{\"a\":1/2}", "JSON-021@1:7", "JSON-026@1:8", "JSON-022@1:7", "JSON-023@1:9")]
    public void Reports_each_mistake_at_its_place_and_no_other(string json, params string[] expected)
    {
        var (_, diagnostics) = JsonDocumentReader.Read(SourceText.From("a.json", json));
        Assert.Equal(expected.Order(), diagnostics.Select(d => $"{d.Id}@{d.Location.Start}").Order());
    }

    [Fact]
    public void Reports_several_mistakes_at_once_and_keeps_what_could_be_read()
    {
        const string json = """
            {
              code: "1.01"
              "limit": 0,5,
              "steps": { "sign": { "by": "chairman" "limit": "1 day" } },
              "name": “Cấp phép”
            }
            """;
        var (root, diagnostics) = JsonDocumentReader.Read(SourceText.From("a.json", json));
        Assert.Equal(["JSON-026", "JSON-022", "JSON-034", "JSON-022", "JSON-028"], diagnostics.Select(d => d.Id));
        Assert.Equal("steps.sign", diagnostics[3].JsonPath);
        var body = Assert.IsType<JsonObject>(root);
        Assert.Equal("1.01", Assert.IsType<JsonString>(body.Find("code")!.Value).Value);
        Assert.Equal("Cấp phép", Assert.IsType<JsonString>(body.Find("name")!.Value).Value);
        Assert.IsType<JsonInvalid>(body.Find("limit")!.Value);
    }

    [Fact]
    public void Points_at_the_brace_that_closes_what_it_was_not_meant_to()
    {
        const string json = "{\n  \"a\": {\n    \"b\": 1\n  ,\n  \"c\": {\n    \"d\": 1\n  }\n}\n";
        var (_, diagnostics) = JsonDocumentReader.Read(SourceText.From("a.json", json));
        var unclosed = Assert.Single(diagnostics);
        Assert.Equal("JSON-029", unclosed.Id);
        Assert.Equal(["a.json:1:1", "a.json:8:1"], unclosed.Related.Select(r => r.Location.ToString()));
    }

    [Fact]
    public void Names_both_places_of_a_duplicate()
    {
        var (root, diagnostics) = JsonDocumentReader.Read(SourceText.From("a.json", "{\"a\":{\"b\":1,\"b\":2}}"));
        var duplicate = Assert.Single(diagnostics);
        Assert.Equal("a.b", duplicate.JsonPath);
        Assert.Equal("a.json:1:7", duplicate.Related[0].Location.ToString());
        Assert.Equal(2, Assert.IsType<JsonObject>(Assert.IsType<JsonObject>(root).Properties[0].Value).Properties.Length);
    }

    [Theory]
    [InlineData("// một\n{ /* hai */ \"a\": [1, 2,], }", 0)]
    [InlineData("\uFEFF{}", 0)]
    public void Accepts_comments_trailing_commas_and_a_mark(string json, int count) =>
        Assert.Equal(count, JsonDocumentReader.Read(SourceText.From("a.json", json)).Diagnostics.Length);

    [Fact]
    public void Warns_about_them_when_asked()
    {
        var options = new JsonReadOptions { WarnAboutComments = true, WarnAboutTrailingCommas = true };
        var (_, diagnostics) = JsonDocumentReader.Read(SourceText.From("a.json", "{\"a\":[1,], } // x"), options);
        Assert.Equal(["JSON-041", "JSON-041", "JSON-040"], diagnostics.Select(d => d.Id));
        Assert.All(diagnostics, d => Assert.Equal(DiagnosticSeverity.Warning, d.Severity));
    }

    [Fact]
    public void Warns_of_direction_controls_in_comments_too()
    {
        var (_, diagnostics) = JsonDocumentReader.Read(SourceText.From("a.json", "{} // \u202E"));
        Assert.Equal("JSON-005", Assert.Single(diagnostics).Id);
    }

    [Fact]
    public void Replaces_characters_no_value_may_hold()
    {
        var (root, diagnostics) = JsonDocumentReader.Read(SourceText.From("a.json", "[\"\0\", \"\uD800x\", \"\\udc00\"]"));
        Assert.Equal(["JSON-004", "JSON-003", "JSON-003"], diagnostics.Select(d => d.Id));
        var values = Assert.IsType<JsonArray>(root).Items.Select(item => Assert.IsType<JsonString>(item).Value);
        Assert.Equal(["\uFFFD", "\uFFFDx", "\uFFFD"], values);
    }

    [Fact]
    public void Reports_bytes_that_are_not_utf8()
    {
        var source = SourceText.FromUtf8("a.json", [(byte)'"', 0xE2, (byte)'"']);
        Assert.Equal("JSON-001@1:2", Assert.Single(JsonDocumentReader.Read(source).Diagnostics) is var d ? $"{d.Id}@{d.Location.Start}" : "");
        Assert.Equal("JSON-002", Assert.Single(JsonDocumentReader.Read(SourceText.FromUtf8("a.json", [0xFF, 0xFE, (byte)'1', 0])).Diagnostics).Id);
    }
}
