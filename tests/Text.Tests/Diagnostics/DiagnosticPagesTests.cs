using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;

namespace Tthc.Text.Tests.Diagnostics;

/// <summary>Every kind has its page, and the examples of the pages do what the pages say.</summary>
public sealed partial class DiagnosticPagesTests
{
    private static readonly Type[] Catalogues = [typeof(TextDiagnostics), typeof(JsonDiagnostics), typeof(JsonFieldDiagnostics)];

    private static readonly NamedValues<int> Levels = new(("province", 1), ("commune", 2));

    private static readonly DiagnosticDescriptor[] All = [.. Catalogues.SelectMany(type => DiagnosticCatalogue.Of(type).AsEnumerable())];

    public static TheoryData<string> Ids => [.. All.Select(descriptor => descriptor.Id)];

    [Fact]
    public void Ids_are_unique() => Assert.Equal(All.Length, All.DistinctBy(descriptor => descriptor.Id).Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_page_in_both_languages(string id)
    {
        var page = RepositoryFiles.Read($"docs/diagnostics/{id}.md");
        Assert.StartsWith($"# {id}: ", page, StringComparison.Ordinal);
        Assert.Contains("**Cách sửa.**", page, StringComparison.Ordinal);
        Assert.Contains("**How to mend it.**", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Takes_the_same_arguments_in_both_languages(string id)
    {
        var descriptor = All.Single(d => d.Id == id);
        Assert.Equal(MessageTemplate.Placeholders(descriptor.Vietnamese), MessageTemplate.Placeholders(descriptor.English));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Shows_an_example_that_has_the_mistake_and_one_that_has_not(string id)
    {
        var page = RepositoryFiles.Read($"docs/diagnostics/{id}.md");
        var examples = JsonBlocks().Matches(page);
        if (page.Contains("```text", StringComparison.Ordinal))
        {
            // What cannot stand in a page (raw bytes, megabytes) is shown as text and has tests of its own.
            Assert.Empty(examples);
            return;
        }
        Assert.Equal(2, examples.Count);
        Assert.Contains(id, Diagnose(id, examples[0].Groups[1].Value).Select(d => d.Id));
        Assert.Empty(Diagnose(id, examples[1].Groups[1].Value));
    }

    private static ImmutableArray<Diagnostic> Diagnose(string id, string json)
    {
        var bag = new DiagnosticBag();
        var strict = id is "JSON-040" or "JSON-041";
        var root = JsonDocumentReader.Read(SourceText.From(id, json), bag,
            new JsonReadOptions { WarnAboutComments = strict, WarnAboutTrailingCommas = strict });
        if (string.CompareOrdinal(id, "JSON-050") >= 0)
            ReadExample(JsonCursor.AtRoot(root, bag, new FieldPolicy { IgnoreCase = id == "JSON-056" }));
        return bag.ToImmutable();
    }

    private static void ReadExample(JsonCursor cursor)
    {
        if (cursor.Object() is not { } reader)
            return;
        reader.RequiredString("code");
        reader.OptionalInt("limit", 0, 1000);
        reader.OptionalDecimal("amount");
        reader.OptionalEnum("level", Levels);
        reader.OptionalDate("from");
        reader.Finish();
    }

    [GeneratedRegex("```json\n(.*?)\n```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonBlocks();
}
