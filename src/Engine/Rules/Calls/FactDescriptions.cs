using Tthc.Protos.V1;
using Tthc.RuleLanguage.Types;
using Tthc.Workflows.Facts;

namespace Tthc.Engine.Rules.Calls;

/// <summary>The facts that rules may speak of, path by path, for editors.</summary>
internal static class FactDescriptions
{
    // Records may hold records of their own kind; nobody writes paths this long.
    private const int MostDepth = 6;

    public static IReadOnlyList<FactDescription> All { get; } = [.. Of(ComplianceFacts.Schema.Root, "", 0)];

    private static IEnumerable<FactDescription> Of(RecordShape shape, string prefix, int depth)
    {
        foreach (var member in shape.Members.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            var path = prefix + member.Name;
            yield return new FactDescription { Path = path, Type = member.Type.ToString(), DescriptionVi = member.Description.Vietnamese, DescriptionEn = member.Description.English };
            if (depth < MostDepth && RecordOf(member.Type) is { } inner)
                foreach (var fact in Of(inner.Shape, path + (inner.IsList ? "[]." : "."), depth + 1))
                    yield return fact;
        }
        foreach (var function in shape.Functions.OrderBy(f => f.Name, StringComparer.Ordinal))
            yield return new FactDescription
            {
                Path = prefix + function.Name + "(" + string.Join(", ", function.Parameters.Select(p => $"{p.Name}: {p.Type}")) + ")",
                Type = function.Returns.ToString(),
                DescriptionVi = function.Description.Vietnamese,
                DescriptionEn = function.Description.English,
            };
    }

    private static (RecordShape Shape, bool IsList)? RecordOf(RuleType type) => type switch
    {
        { Record: { } shape } => (shape, false),
        { Element.Record: { } shape } => (shape, true),
        _ => null,
    };
}
