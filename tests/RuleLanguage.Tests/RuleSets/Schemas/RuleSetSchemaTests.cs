using Tthc.RuleLanguage.RuleSets.Schemas;
using Tthc.RuleLanguage.RuleSets.Testing;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Schemas;

namespace Tthc.RuleLanguage.Tests.RuleSets.Schemas;

public sealed class RuleSetSchemaTests
{
    private const string Unknown = "zzzzzzzzzzzzzzzzzzzz";

    [Theory]
    [InlineData("set", """{ "zzzzzzzzzzzzzzzzzzzz": 1, "WorkflowName": "w", "WorkflowsToInject": ["a"] }""")]
    [InlineData("rule", """{ "WorkflowName": "w", "Rules": [ { "zzzzzzzzzzzzzzzzzzzz": 1, "RuleName": "r", "Expression": "true" } ] }""")]
    [InlineData("action", """{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Expression": "true", "Actions": { "OnSuccess": { "Name": "a", "zzzzzzzzzzzzzzzzzzzz": 1 } } } ] }""")]
    [InlineData("parameter", """{ "WorkflowName": "w", "WorkflowsToInject": ["a"], "GlobalParams": [ { "Name": "a", "Expression": "1", "zzzzzzzzzzzzzzzzzzzz": 1 } ] }""")]
    [InlineData("threshold", """{ "WorkflowName": "w", "WorkflowsToInject": ["a"], "Parameters": [ { "Name": "a", "Values": [ { "value": 1 } ], "zzzzzzzzzzzzzzzzzzzz": 1 } ] }""")]
    [InlineData("table", """{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Table": { "Inputs": ["1"], "Rows": [ { "When": ["-"] } ], "zzzzzzzzzzzzzzzzzzzz": 1 } } ] }""")]
    public void Offers_exactly_the_fields_the_reader_knows(string definition, string json) => Assert.Equal(
        Fields(RuleSetSchema.Document.Definitions[definition]).Where(f => f != "$schema"),
        Known(Files.Read(json).Diagnostics).Where(f => f != "WorkflowsToInject" || definition != "rule"));

    [Theory]
    [InlineData(null, """{ "zzzzzzzzzzzzzzzzzzzz": 1, "cases": [] }""")]
    [InlineData("case", """{ "cases": [ { "zzzzzzzzzzzzzzzzzzzz": 1, "name": "a", "at": "2026-04-21T09:00+07:00", "facts": {}, "expect": {} } ] }""")]
    [InlineData("expectation", """{ "cases": [ { "name": "a", "at": "2026-04-21T09:00+07:00", "facts": {}, "expect": { "r": { "zzzzzzzzzzzzzzzzzzzz": 1 } } } ] }""")]
    public void Offers_exactly_the_fields_of_tests(string? definition, string json)
    {
        var bag = new DiagnosticBag();
        RuleTestReader.Read(SourceText.From("a.tests.json", json), bag);
        Assert.Equal(Fields(definition is null ? RuleTestSchema.Document.Root : RuleTestSchema.Document.Definitions[definition]), Known(bag.ToImmutable()));
    }

    [Fact]
    public void Is_written_as_JSON_Schema_with_descriptions()
    {
        foreach (var document in new[] { RuleSetSchema.Document, RuleTestSchema.Document })
        {
            using var schema = System.Text.Json.JsonDocument.Parse(JsonSchemaWriter.Write(document));
            Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.RootElement.GetProperty("$schema").GetString());
        }
        var rule = System.Text.Json.JsonDocument.Parse(JsonSchemaWriter.Write(RuleSetSchema.Document)).RootElement.GetProperty("$defs").GetProperty("rule").GetProperty("properties");
        Assert.All(rule.EnumerateObject(), field => Assert.True(field.Value.TryGetProperty("description", out _), field.Name));
    }

    private static IEnumerable<string> Fields(Shape shape) => ((ObjectShape)shape).Fields.Select(f => f.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Known(IEnumerable<Diagnostic> diagnostics)
    {
        var unknown = Assert.Single(diagnostics, d => d.Id == "JSON-051" && d.Arguments.Contains(Unknown));
        return unknown.Suggestion!.English["known fields: ".Length..].Split(", ").Order(StringComparer.Ordinal);
    }
}
