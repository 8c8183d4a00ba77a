using System.Collections.Immutable;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.Workflows.Facts;

/// <summary>The facts that rules may speak of as a list of paths, for people and editors.</summary>
public static class FactCatalogue
{
    // Records may hold records of their own kind; nobody writes paths this long.
    private const int MostDepth = 6;

    /// <summary>Every fact and function, members of a record in the order of their names, functions after them.</summary>
    public static ImmutableArray<FactEntry> All { get; } = [.. Of(ComplianceFacts.Schema.Root, "", 0)];

    private static IEnumerable<FactEntry> Of(RecordShape shape, string prefix, int depth)
    {
        foreach (var member in shape.Members.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            var path = prefix + member.Name;
            yield return new FactEntry(path, member.Type.ToString(), member.Description);
            if (depth < MostDepth && RecordOf(member.Type) is { } inner)
                foreach (var fact in Of(inner.Shape, path + (inner.IsList ? "[]." : "."), depth + 1))
                    yield return fact;
        }
        foreach (var function in shape.Functions.OrderBy(f => f.Name, StringComparer.Ordinal))
            yield return new FactEntry(
                $"{prefix}{function.Name}({string.Join(", ", function.Parameters.Select(p => $"{p.Name}: {p.Type}"))})", function.Returns.ToString(), function.Description);
    }

    private static (RecordShape Shape, bool IsList)? RecordOf(RuleType type) => type switch
    {
        { Record: { } shape } => (shape, false),
        { Element.Record: { } shape } => (shape, true),
        _ => null,
    };
}

/// <summary>A fact, or a function on facts.</summary>
/// <param name="Path">Such as <c>dossier.OriginalDueAt</c>, <c>dossier.Apologies[].RecordedAt</c>.</param>
/// <param name="Type">Type of its value.</param>
/// <param name="Description">Meaning.</param>
public sealed record FactEntry(string Path, string Type, BilingualText Description);
