using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Tthc.Shims.Tests.Surface;

/// <summary>Every type and member that code in another assembly may name, as text.</summary>
internal static class AssemblySurface
{
    public static IReadOnlySet<string> Of(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        MetadataReader reader = file.GetMetadataReader();
        var surface = new HashSet<string>(StringComparer.Ordinal);
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions.Where(handle => IsVisible(reader, handle)))
        {
            surface.Add(SignatureText.Instance.GetTypeFromDefinition(reader, handle, 0));
            surface.UnionWith(Members(reader, handle));
        }

        return surface;
    }

    private static IEnumerable<string> Members(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        string name = SignatureText.Instance.GetTypeFromDefinition(reader, handle, 0);
        IEnumerable<string> methods =
            from method in type.GetMethods().Select(reader.GetMethodDefinition)
            where (method.Attributes & MethodAttributes.MemberAccessMask)
                is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem
            select SignatureText.Method(
                name, reader.GetString(method.Name), method.DecodeSignature(SignatureText.Instance, genericContext: null));
        IEnumerable<string> fields =
            from field in type.GetFields().Select(reader.GetFieldDefinition)
            where (field.Attributes & FieldAttributes.FieldAccessMask)
                is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem
            select SignatureText.Field(
                name, reader.GetString(field.Name), field.DecodeSignature(SignatureText.Instance, genericContext: null));
        return methods.Concat(fields);
    }

    private static bool IsVisible(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem =>
                IsVisible(reader, type.GetDeclaringType()),
            _ => false,
        };
    }
}
