using System.Collections.Immutable;
using Tthc.RuleLanguage.RuleSets;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;

namespace Tthc.RuleLanguage.Tests.RuleSets;

/// <summary>Texts of tests as files.</summary>
internal static class Files
{
    public static (ImmutableArray<RuleSetDefinition> Sets, ImmutableArray<Diagnostic> Diagnostics) Read(string json)
    {
        var bag = new DiagnosticBag();
        var sets = RuleSetReader.Read(SourceText.From("rules.json", json), bag);
        return (sets, bag.ToImmutable());
    }

    /// <summary>The only set of a file without any mistake.</summary>
    public static RuleSetDefinition Sound(string json)
    {
        var (sets, diagnostics) = Read(json);
        Assert.Empty(diagnostics.Select(d => d.ToString()));
        return Assert.Single(sets);
    }

    public static JsonNode Json(string json)
    {
        var (root, diagnostics) = JsonDocumentReader.Read(SourceText.From("facts.json", json));
        Assert.Empty(diagnostics);
        return root;
    }

    /// <summary>Each as <c>line:column id</c>.</summary>
    public static IEnumerable<string> Short(IEnumerable<Diagnostic> diagnostics) => diagnostics.Select(d => $"{d.Location.Start} {d.Id}");
}
