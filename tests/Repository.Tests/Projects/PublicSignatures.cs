using System.Reflection;

namespace Tthc.Repository.Tests.Projects;

/// <summary>The types that stand in what an assembly shows to others.</summary>
internal static class PublicSignatures
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Each as <c>member: assembly of the type</c>, for the types of assemblies whose name begins as said.</summary>
    public static IReadOnlyList<string> Showing(Assembly assembly, params string[] hidden) =>
    [
        .. assembly.GetExportedTypes()
            .SelectMany(type => Shown(type).SelectMany(s => Parts(s.Type).Select(part => (s.Member, part.Assembly.GetName().Name))))
            .Where(s => hidden.Any(prefix => s.Name!.StartsWith(prefix, StringComparison.Ordinal)))
            .Select(s => $"{s.Member}: {s.Name}")
            .Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<(string Member, Type Type)> Shown(Type type)
    {
        var members = type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly).Select(f => (f.Name, f.FieldType))
            .Concat(type.GetMethods(Declared).Where(Visible).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType).Select(t => (m.Name, t))))
            .Concat(type.GetConstructors(Declared).Where(Visible).SelectMany(c => c.GetParameters().Select(p => (c.Name, p.ParameterType))))
            .Concat(type.GetInterfaces().Append(type.BaseType ?? typeof(object)).Select(t => ("base", t)));
        return members.Select(m => ($"{type.Name}.{m.Item1}", m.Item2));
    }

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];
}
