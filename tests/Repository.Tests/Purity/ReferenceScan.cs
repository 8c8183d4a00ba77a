using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Tthc.Repository.Tests.Purity;

/// <summary>
/// What a compiled assembly refers to, by its metadata: a type that stands only in a signature is there as well as one that is used.
/// </summary>
internal static class ReferenceScan
{
    /// <summary>An iterator asks for its thread; the compiler writes that, not we.</summary>
    private static readonly string[] WrittenByCompiler = ["System.Environment.get_CurrentManagedThreadId"];

    public static IReadOnlyList<string> Banned(Stream assembly)
    {
        using var file = new PEReader(assembly);
        var metadata = file.GetMetadataReader();
        var members = Members(metadata).ToList();
        var innocent = members.Where(m => WrittenByCompiler.Contains($"{m.Type}.{m.Name}", StringComparer.Ordinal)).Select(m => m.Type)
            .Except(members.Where(m => !WrittenByCompiler.Contains($"{m.Type}.{m.Name}", StringComparer.Ordinal)).Select(m => m.Type), StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Select(type => (Namespace: metadata.GetString(type.Namespace), Name: metadata.GetString(type.Name)))
                .Where(type => BannedSymbols.HasType(type.Namespace, type.Name) && !innocent.Contains($"{type.Namespace}.{type.Name}"))
                .Select(type => $"{type.Namespace}.{type.Name}"),
            .. members.Where(m => BannedSymbols.HasMember(m.Type, m.Name)).Select(m => $"{m.Type}.{m.Name}"),
        ];
    }

    private static IEnumerable<(string Type, string Name)> Members(MetadataReader metadata)
    {
        foreach (var member in metadata.MemberReferences.Select(metadata.GetMemberReference).Where(m => m.Parent.Kind == HandleKind.TypeReference))
        {
            var parent = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
            yield return ($"{metadata.GetString(parent.Namespace)}.{metadata.GetString(parent.Name)}", metadata.GetString(member.Name));
        }
    }
}
