using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;
using Tthc.Text.Schemas;
using Tthc.Workflows.Agencies;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Policies;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Schemas;
using Tthc.Workflows.Tests.Procedures;
using Tthc.Workflows.Tests.Reading;

namespace Tthc.Workflows.Tests.Schemas;

public sealed class RuleSchemasTests
{
    private const string Unknown = "zzzzzzzzzzzzzzzzzzzz";

    public static TheoryData<string> Names { get; } = [.. RuleSchemas.All.Select(schema => schema.FileName)];

    /// <summary>To write the files anew: <c>REWRITE_SCHEMAS=1 dotnet test --filter RuleSchemasTests</c>.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Stand_under_rules_as_the_code_describes_them(string name)
    {
        var path = Path.Combine(RepositoryFiles.Root, "rules", "schemas", name);
        if (Environment.GetEnvironmentVariable("REWRITE_SCHEMAS") == "1")
            File.WriteAllText(path, Schema(name).Text);
        Assert.Equal(Schema(name).Text, File.ReadAllText(path));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_every_file_that_is_shipped(string name)
    {
        var schema = Schema(name);
        var files = Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "rules"), "*" + schema.Files, SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, path =>
        {
            var root = JsonDocumentReader.Read(SourceText.From(path, File.ReadAllText(path))).Root;
            Assert.Empty(new ShapeFit(schema.Document).Misfits(root));
            Assert.Equal($"../schemas/{name}", ((JsonString)((JsonObject)root).Find("$schema")!.Value).Value);
        });
    }

    [Fact]
    public void Fit_the_permit_of_the_tests_and_not_a_broken_one()
    {
        var fit = new ShapeFit(Schema("procedure.schema.json").Document);
        Assert.Empty(fit.Misfits(JsonDocumentReader.Read(ProcedureFixtures.Permit()).Root));
        var misspelt = JsonDocumentReader.Read(ProcedureFixtures.Permit("\"level\"", "\"lvel\"")).Root;
        Assert.Equal([": 'level' is missing", ": 'lvel' is unknown"], fit.Misfits(misspelt));
    }

    [Theory]
    [InlineData("procedure.schema.json", null)]
    [InlineData("procedure.schema.json", "task")]
    [InlineData("procedure.schema.json", "wait")]
    [InlineData("procedure.schema.json", "joinStep")]
    [InlineData("procedure.schema.json", "parallel")]
    [InlineData("procedure.schema.json", "ask")]
    [InlineData("procedure.schema.json", "child")]
    [InlineData("procedure.schema.json", "branchTask")]
    [InlineData("procedure.schema.json", "fee")]
    [InlineData("policy.schema.json", "policy")]
    [InlineData("agencies.schema.json", "agency")]
    [InlineData("agencies.schema.json", null)]
    [InlineData("calendar.schema.json", null)]
    public void Offer_exactly_the_fields_the_reader_knows(string name, string? definition)
    {
        var document = Schema(name).Document;
        var shape = (ObjectShape)(definition is null ? document.Root : document.Definitions[definition]);
        var bag = new DiagnosticBag();
        Read(name, SourceText.From(name.Replace(".schema", "", StringComparison.Ordinal), With(definition)), bag);
        var unknown = Assert.Single(bag.ToImmutable(), d => d.Id == "JSON-051");
        var known = unknown.Suggestion!.English["known fields: ".Length..].Split(", ");
        Assert.Equal(shape.Fields.Select(f => f.Name).Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }

    private static RuleSchema Schema(string name) => RuleSchemas.All.Single(schema => schema.FileName == name);

    /// <summary>A file with a field nobody knows at the place that a definition describes.</summary>
    private static string With(string? definition) => definition switch
    {
        null => $$"""{ "{{Unknown}}": 1 }""",
        "task" => $$"""{ "steps": { "a": { "by": "x", "{{Unknown}}": 1 } } }""",
        "wait" => $$"""{ "steps": { "a": { "wait": "payment", "{{Unknown}}": 1 } } }""",
        "joinStep" => $$"""{ "steps": { "a": { "of": "b", "{{Unknown}}": 1 } } }""",
        "parallel" => $$"""{ "steps": { "a": { "parallel": {}, "{{Unknown}}": 1 } } }""",
        "ask" => $$"""{ "steps": { "a": { "parallel": { "b": { "ask": "receiving", "{{Unknown}}": 1 } } } } }""",
        "child" => $$"""{ "steps": { "a": { "parallel": { "b": { "open": "TTHC-A", "at": "superior", "{{Unknown}}": 1 } } } } }""",
        "branchTask" => $$"""{ "steps": { "a": { "parallel": { "b": { "by": "x", "{{Unknown}}": 1 } } } } }""",
        "fee" => $$"""{ "fee": { "{{Unknown}}": 1 } }""",
        "policy" => $$"""{ "policies": { "a": { "{{Unknown}}": 1 } } }""",
        "agency" => $$"""{ "agencies": { "a": { "{{Unknown}}": 1 } } }""",
        _ => throw new ArgumentOutOfRangeException(nameof(definition)),
    };

    private static void Read(string name, SourceText file, DiagnosticBag bag)
    {
        switch (name)
        {
            case "procedure.schema.json": ProcedureReader.Read(file, bag); break;
            case "policy.schema.json": HandlingPolicyReader.Read([file], bag); break;
            case "agencies.schema.json": AgencyReader.Read([file], new HashSet<string>(), bag); break;
            default: CalendarReader.Read([file], bag); break;
        }
    }
}
