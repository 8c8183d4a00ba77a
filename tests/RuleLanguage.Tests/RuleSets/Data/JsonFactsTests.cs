using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.RuleSets.Data;
using Tthc.RuleLanguage.Types;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;

namespace Tthc.RuleLanguage.Tests.RuleSets.Data;

public sealed class JsonFactsTests
{
    public enum Colour
    {
        Red,
        DarkBlue,
    }

    public sealed class Box
    {
        [RuleFact("tên", "name")]
        public string Name { get; init; } = "";

        [RuleFact("số", "count")]
        public int Count { get; init; }

        [RuleFact("lúc", "at")]
        public DateTimeOffset? At { get; init; }

        [RuleFact("ngày", "day")]
        public DateOnly Day { get; init; }

        [RuleFact("màu", "colour")]
        public Colour Colour { get; init; }

        [RuleFact("khoảng", "span")]
        public TimeSpan Span { get; init; }

        [RuleFact("trong", "inner")]
        public IReadOnlyList<Box> Inner { get; init; } = [];

        [RuleFact("nhãn", "labels")]
        public IReadOnlyList<string> Labels { get; init; } = [];

        [FactFunction("gấp", "times")]
        public int Times(int by) => Count * by;
    }

    public sealed class Root
    {
        [RuleFact("hộp", "box")]
        public Box Box { get; init; } = new();

        [RuleFact("kho", "store")]
        public Box Store { get; init; } = new();
    }

    private static readonly FactSchema Typed = new(new FactShapes().Of<Root>());

    [Fact]
    public void Infers_the_types_of_values()
    {
        var input = Files.Json("""{ "a": 1, "b": 3000000000, "c": 1.5, "d": "x", "e": true, "f": null, "g": [1, 2.5], "h": [1, "x"], "i": [], "j": { "k": 1 }, "l": 1e2 }""");
        var (schema, facts) = JsonFacts.Infer(("input1", input));
        var record = Assert.Single(schema.Root.Members).Type.Record!;
        Assert.Equal(
            ["a: int?", "b: long?", "c: double?", "d: string?", "e: bool?", "f: ?", "g: list of double?", "h: list of ??", "i: list of ??", "j: j?", "l: double?"],
            record.Members.Select(m => m.ToString()));
        var data = Assert.IsType<DataRecord>(facts.Values[0]);
        Assert.Equal([1, 3000000000L, 1.5, "x", true, null], data.Values.Take(6));
        Assert.Equal([1d, 2.5d], Assert.IsType<double[]>(data.Values[6]));
        Assert.True(record.IsOpen);
        Assert.True(schema.AllowsBareMembers);
    }

    [Fact]
    public void Infers_a_list_of_the_fields_of_all_its_elements()
    {
        var (schema, facts) = JsonFacts.Infer((JsonObject)Files.Json("""{ "list": [ { "a": 1 }, { "b": "x" }, { "a": 2.5, "c": [ { "d": 1 }, { "e": 2 } ] } ] }"""));
        var element = schema.Root.Members[0].Type.Element!;
        Assert.Equal(["a: double?", "b: string?", "c: list of c?"], element.Record!.Members.Select(m => m.ToString()));
        Assert.Equal(["d: int?", "e: int?"], element.Record.Members[2].Type.Element!.Record!.Members.Select(m => m.ToString()));
        var list = Assert.IsType<DataRecord[]>(facts.Values[0]);
        Assert.Equal([1d, null, 2.5d], list.Select(r => r.Values[0]));
    }

    [Fact]
    public void Reads_facts_in_the_place_of_typed_ones()
    {
        var schema = JsonFacts.AsData(Typed);
        var bag = new DiagnosticBag();
        var facts = JsonFacts.Read(schema.Root, Files.Json("""
            { "Box": { "Name": "a", "At": "2026-04-21T08:30:00+07:00", "Day": "2026-04-21", "Colour": "darkBlue", "Span": "1.02:00:00",
                       "Inner": [ { "Count": 2, "Inner": [] }, {} ], "labels": ["x"] } }
            """), bag);
        Assert.Empty(bag.ToImmutable());
        var box = Assert.IsType<DataRecord>(facts!.Values[0]);
        Assert.Equal(
            ["a", null, new DateTimeOffset(2026, 4, 21, 8, 30, 0, TimeSpan.FromHours(7)), new DateOnly(2026, 4, 21), Colour.DarkBlue, new TimeSpan(1, 2, 0, 0)],
            box.Values.Take(6));
        Assert.Equal([2, null], Assert.IsType<DataRecord[]>(box.Values[6]).Select(b => b.Values[1]));
        Assert.Null(facts.Values[1]);
        Assert.All(schema.Root.Members, m => Assert.True(m.Type.IsNullable));
    }

    [Theory]
    [InlineData("RULE-340", """{ "Box": { "Nam": "a" } }""")]
    [InlineData("RULE-340", """{ "Bx": { } }""")]
    [InlineData("RULE-341", """{ "Box": 3 }""")]
    [InlineData("RULE-341", """{ "Box": { "Count": 1.5 } }""")]
    [InlineData("RULE-341", """{ "Box": { "Count": 3000000000 } }""")]
    [InlineData("RULE-341", """{ "Box": { "At": "2026-04-21T08:30:00" } }""")]
    [InlineData("RULE-341", """{ "Box": { "Day": "2026-02-30" } }""")]
    [InlineData("RULE-341", """{ "Box": { "Colour": "green" } }""")]
    [InlineData("RULE-341", """{ "Box": { "Inner": [ null ] } }""")]
    [InlineData("RULE-342", """{ "Store": { } }""")]
    public void Reports_what_is_no_fact(string id, string json)
    {
        var bag = new DiagnosticBag();
        Assert.Null(JsonFacts.Read(JsonFacts.AsData(Typed, "Store").Root, Files.Json(json), bag));
        Assert.Equal([id], bag.ToImmutable().Select(d => d.Id));
    }

    [Fact]
    public void Gives_nothing_for_functions_of_data()
    {
        var box = JsonFacts.AsData(Typed).Root.Members[0].Type.Record!;
        var times = Assert.Single(box.Functions);
        Assert.Equal("Times(this: box, by: int): int?", times.ToString());
        Assert.Null(times.Invoke(new(DateTimeOffset.UnixEpoch, TimeSpan.Zero), [new DataRecord(box, new object?[box.Members.Length]), 2]));
    }

    [Fact]
    public void Keeps_what_the_host_gives() =>
        Assert.Equal(typeof(Box), JsonFacts.AsData(Typed, "Store").Root.Find("Store")!.Type.Clr);
}
