using Tthc.Protos.V1;
using Tthc.Workflows.Facts;

namespace Tthc.Engine.Rules.Calls;

/// <summary>The facts that rules may speak of, as callers see them.</summary>
internal static class FactDescriptions
{
    public static IReadOnlyList<FactDescription> All { get; } = [.. FactCatalogue.All.Select(f => new FactDescription
    {
        Path = f.Path, Type = f.Type, DescriptionVi = f.Description.Vietnamese, DescriptionEn = f.Description.English,
    })];
}
