using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Tthc.Repository.Tests;

/// <summary>Compiles a few lines, so that a guard can be shown what it exists for.</summary>
internal static class Snippet
{
    private static readonly MetadataReference[] Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static MemoryStream Compile(string code)
    {
        var compilation = CSharpCompilation.Create("Snippet", [CSharpSyntaxTree.ParseText(code)], Platform,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        assembly.Position = 0;
        return assembly;
    }
}
