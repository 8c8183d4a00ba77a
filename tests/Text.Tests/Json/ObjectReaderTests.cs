using Tthc.Text.Diagnostics;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;

namespace Tthc.Text.Tests.Json;

public sealed class ObjectReaderTests
{
    private static readonly NamedValues<bool> Severities = new(("high", true), ("low", false));
    private readonly DiagnosticBag bag = new();

    [Fact]
    public void Reads_fields_with_their_places()
    {
        var reader = Open("""{ "code": "1.01", "count": 3, "from": "2026-07-01", "fee": 0.10, "open": true, "severity": "high" }""");
        var code = reader.RequiredString("code")!;
        Assert.Equal(("1.01", "code", "a.json:1:11"), (code.Value, code.Path.ToString(), code.Location.ToString()));
        Assert.Equal(3, reader.OptionalInt("count")!.Value);
        Assert.Equal(new DateOnly(2026, 7, 1), reader.RequiredDate("from")!.Value);
        Assert.Equal(0.10m, reader.OptionalDecimal("fee")!.Value);
        Assert.True(reader.OptionalBoolean("open")!.Value);
        Assert.True(reader.RequiredEnum("severity", Severities)!.Value);
        Assert.True(reader.Finish());
        Assert.Empty(bag.ToImmutable());
    }

    [Fact]
    public void Suggests_the_nearest_name_for_an_unknown_field()
    {
        var reader = Open("""{ "limt": "1 day", "$schema": "x", "$comment": "x", "x-mine": 1 }""");
        reader.RequiredString("limit");
        Assert.False(reader.Finish());
        Assert.Equal(["JSON-050@1:1 limit", "JSON-051@1:3 limt"], Reported());
        Assert.Equal("did you mean \"limit\"?", bag.ToImmutable()[1].Suggestion!.English);
    }

    [Fact]
    public void Lists_the_known_fields_when_none_is_near()
    {
        var reader = Open("""{ "weather": 1 }""");
        reader.OptionalString("code");
        reader.OptionalString("name");
        reader.Finish();
        Assert.Equal("known fields: code, name", Assert.Single(bag.ToImmutable()).Suggestion!.English);
    }

    [Fact]
    public void Names_expected_and_found_type()
    {
        Open("""{ "code": [1] }""").RequiredString("code");
        Assert.Equal("a string is needed, an array […] was found", Assert.Single(bag.ToImmutable()).Message(TextLanguage.English));
    }

    [Fact]
    public void Takes_null_for_absent_only_where_a_field_is_optional()
    {
        var reader = Open("""{ "a": null, "b": null }""");
        Assert.Null(reader.OptionalString("a"));
        Assert.Null(reader.RequiredString("b"));
        Assert.Equal(["JSON-052@1:19 b"], Reported());
    }

    [Fact]
    public void Says_nothing_twice_about_what_could_not_be_read()
    {
        var reader = Open("""{ "a": True }""");
        Assert.Null(reader.RequiredInt("a"));
        reader.Finish();
        Assert.Equal(["JSON-035@1:8 a"], Reported());
    }

    [Theory]
    [InlineData("11")]
    [InlineData("1.5")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    public void Refuses_numbers_out_of_range(string number)
    {
        Assert.Null(Open($$"""{ "n": {{number}} }""").RequiredInt("n", 0, 10));
        Assert.Equal(["JSON-054@1:8 n"], Reported());
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-7-1")]
    [InlineData("01/07/2026")]
    public void Refuses_what_is_no_date(string text)
    {
        Assert.Null(Open($$"""{ "d": "{{text}}" }""").OptionalDate("d"));
        Assert.Equal(["JSON-055@1:8 d"], Reported());
    }

    [Fact]
    public void Suggests_the_nearest_word()
    {
        Assert.Null(Open("""{ "s": "hihg" }""").OptionalEnum("s", Severities));
        Assert.Equal("did you mean \"high\"?", Assert.Single(bag.ToImmutable()).Suggestion!.English);
    }

    [Fact]
    public void Reads_arrays_maps_and_objects_with_their_paths()
    {
        var reader = Open("""{ "basis": [ { "act": "A" }, { "act": 2 } ], "steps": { "sign": { "by": 1 }, "x-note": 0 } }""");
        var acts = reader.Array("basis", item => item.Object()?.RequiredString("act"));
        var steps = reader.MapOf("steps", (name, step) => step.Object()?.RequiredString("by") is { } ? name : null);
        Assert.Equal("A", Assert.Single(acts).Value);
        Assert.Empty(steps);
        Assert.Equal(["JSON-052@1:39 basis[1].act", "JSON-052@1:73 steps.sign.by"], Reported());
    }

    [Fact]
    public void Counts_errors_of_nested_objects_as_its_own()
    {
        var reader = Open("""{ "fee": { "amont": 1 } }""");
        reader.Object("fee", fee =>
        {
            fee.OptionalInt("amount");
            return fee.Finish() ? "fee" : null;
        });
        Assert.False(reader.Finish());
        Assert.Equal(["JSON-051@1:12 fee.amont"], Reported());
    }

    [Fact]
    public void Keeps_unknown_fields_for_formats_that_want_them()
    {
        var reader = Open("""{ "a": 1, "b": 2, "c": 3 }""");
        reader.Allow("c");
        reader.OptionalInt("a");
        Assert.Equal(["b"], reader.Rest().Select(entry => entry.Name.Value));
        Assert.True(reader.Finish());
    }

    [Fact]
    public void Is_milder_with_formats_of_others()
    {
        var policy = new FieldPolicy { IgnoreCase = true, UnknownFields = UnknownFields.Warn };
        var reader = Open("""{ "rulename": "x", "ErrorType": 1 }""", policy);
        Assert.Equal("x", reader.RequiredString("RuleName")!.Value);
        Assert.True(reader.Finish());
        Assert.Equal(["JSON-056@1:3 rulename", "JSON-051@1:20 ErrorType"], Reported());
        Assert.False(bag.HasErrors);
    }

    [Fact]
    public void Points_into_an_expression_inside_a_string()
    {
        var text = Open("""{ "when": "a \"b\" > c" }""").RequiredString("when")!;
        bag.Report(text.ProblemAt(new TextSpan(6, 1), JsonDiagnostics.Unexpected, "x"));
        Assert.Equal(["JSON-021@1:20 when"], Reported());
    }

    [Theory]
    [InlineData("{\"a b\":{\"c\":[[true]]}}", "[\"a b\"].c[0][0]")]
    [InlineData("{\"bước\":{\"y_1\":[true]}}", "bước.y_1[0]")]
    [InlineData("[{\"a-b\":true}]", "[0].a-b")]
    [InlineData("true", "")]
    public void Writes_paths_people_can_follow(string json, string expected)
    {
        var cursor = JsonCursor.AtRoot(JsonDocumentReader.Read(SourceText.From("a.json", json), bag), bag);
        while (cursor.Node is JsonObject or JsonArray)
            cursor = cursor.Node is JsonObject ? cursor.Entries()[0].Value : cursor.Items()[0];
        Assert.Equal(expected, cursor.Path.ToString());
    }

    private ObjectReader Open(string json, FieldPolicy? policy = null) =>
        JsonCursor.AtRoot(JsonDocumentReader.Read(SourceText.From("a.json", json), bag), bag, policy).Object()!;

    private IEnumerable<string> Reported() => bag.ToImmutable().Select(d => $"{d.Id}@{d.Location.Start} {d.JsonPath}");
}
