using System.Collections.Immutable;
using Tthc.RuleLanguage.RuleSets.Reading;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets;

/// <summary>
/// Reads rule sets in the format of Microsoft RulesEngine: one document, or an array of them. Names of fields are taken without case, with a warning;
/// fields nobody knows are warned about. Comments and trailing commas pass. Every problem is reported at its place, all at once.
/// </summary>
public static class RuleSetReader
{
    private static readonly FieldPolicy s_policy = new() { IgnoreCase = true, UnknownFields = UnknownFields.Warn };

    /// <summary>The sets of a file that could be read; what is not well written in them was reported.</summary>
    public static ImmutableArray<RuleSetDefinition> Read(SourceText file, DiagnosticBag bag)
    {
        var root = JsonDocumentReader.Read(file, bag);
        return root is JsonInvalid ? [] : Read(JsonCursor.AtRoot(root, bag, s_policy));
    }

    private static ImmutableArray<RuleSetDefinition> Read(JsonCursor root)
    {
        var documents = root.Node is JsonArray ? root.Items() : [root];
        return [.. documents.Select(WorkflowReader.Read).OfType<RuleSetDefinition>()];
    }
}
