using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Tthc.Shims.Tests.Surface;

/// <summary>Every type and member of other assemblies that one assembly names, as text.</summary>
internal static class AssemblyReferences
{
    public static IReadOnlySet<string> Of(string path, IReadOnlyCollection<string> targets)
    {
        using var file = new PEReader(File.OpenRead(path));
        MetadataReader reader = file.GetMetadataReader();
        var references = new HashSet<string>(StringComparer.Ordinal);
        references.UnionWith(
            from handle in reader.TypeReferences
            where targets.Contains(AssemblyOf(reader, handle))
            select SignatureText.Instance.GetTypeFromReference(reader, handle, 0));
        references.UnionWith(
            from member in reader.MemberReferences.Select(reader.GetMemberReference)
            let parent = ParentType(reader, member.Parent)
            where parent is { } type && targets.Contains(AssemblyOf(reader, type))
            select Text(reader, parent.Value, member));
        return references;
    }

    private static string Text(MetadataReader reader, TypeReferenceHandle parent, MemberReference member)
    {
        string type = SignatureText.Instance.GetTypeFromReference(reader, parent, 0);
        string name = reader.GetString(member.Name);
        return member.GetKind() == MemberReferenceKind.Field
            ? SignatureText.Field(type, name, member.DecodeFieldSignature(SignatureText.Instance, genericContext: null))
            : SignatureText.Method(type, name, member.DecodeMethodSignature(SignatureText.Instance, genericContext: null));
    }

    private static TypeReferenceHandle? ParentType(MetadataReader reader, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => (TypeReferenceHandle)parent,
        HandleKind.TypeSpecification => GenericType(reader, (TypeSpecificationHandle)parent),
        _ => null,
    };

    // A member of a generic type is named through a specification: GENERICINST, CLASS or VALUETYPE, the type.
    private static TypeReferenceHandle? GenericType(MetadataReader reader, TypeSpecificationHandle handle)
    {
        BlobReader blob = reader.GetBlobReader(reader.GetTypeSpecification(handle).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        blob.ReadByte();
        EntityHandle type = blob.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)type : null;
    }

    private static string AssemblyOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        EntityHandle scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => AssemblyOf(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            _ => "",
        };
    }
}
