using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tthc.Repository.Tests.Size;

/// <summary>The rules, on syntax alone.</summary>
internal sealed class SizeRules(SizeBudget budget)
{
    private static readonly string[] Generators = ["LoggerMessage", "GeneratedRegex", "JsonSerializable"];

    /// <summary>Everything measured in one source file.</summary>
    public IEnumerable<Finding> OfFile(string path, string text)
    {
        var root = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest)).GetRoot();
        yield return new Finding("file-lines", path, Lines(text), budget.FileMaxLines);
        foreach (var method in root.DescendantNodes().OfType<BaseMethodDeclarationSyntax>())
            yield return new Finding("method-lines", $"{path}:{NameOf(method)}", Lines(method), budget.MethodMaxLines);
        foreach (var type in root.DescendantNodes().OfType<TypeDeclarationSyntax>())
            foreach (var finding in OfType(path, type))
                yield return finding;
    }

    /// <summary>Folders: how much stands in each, and what it is called.</summary>
    public IEnumerable<Finding> OfFolders(IEnumerable<string> paths)
    {
        var folders = paths.GroupBy(path => Path.GetDirectoryName(path)!.Replace('\\', '/'), StringComparer.Ordinal).ToList();
        return folders.Select(folder => new Finding("files-in-folder", folder.Key, folder.Count(), budget.FilesInFolder))
            .Concat(folders.Where(folder => folder.Key.Split('/').Any(IsBanned)).Select(folder => new Finding("folder-name", folder.Key, 1, 0)));
    }

    private IEnumerable<Finding> OfType(string path, TypeDeclarationSyntax type)
    {
        var name = type.Identifier.Text;
        var subject = $"{path}:{name}";
        if (budget.BannedNames.Any(banned => name.EndsWith(banned, StringComparison.Ordinal)))
            yield return new Finding("type-name", subject, 1, 0);
        if (type.Modifiers.Any(SyntaxKind.PartialKeyword) && !IsForGeneratedCode(type))
            yield return new Finding("partial", subject, 1, 0);
        if (type is ClassDeclarationSyntax or RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not (int)SyntaxKind.StructKeyword } && !IsClosed(type))
            yield return new Finding("open-class", subject, 1, 0);
        if (type is not RecordDeclarationSyntax)
            yield return new Finding("constructor-parameters", subject, ConstructorParameters(type), budget.ConstructorParameters);
    }

    private bool IsBanned(string folder) => budget.BannedNames.Contains(folder, StringComparer.Ordinal);

    private static bool IsClosed(TypeDeclarationSyntax type) => type.Modifiers.Any(modifier =>
        modifier.IsKind(SyntaxKind.SealedKeyword) || modifier.IsKind(SyntaxKind.AbstractKeyword) || modifier.IsKind(SyntaxKind.StaticKeyword));

    /// <summary>Another half is written by a generator: on the type, on a member, or for a type nested in it.</summary>
    private static bool IsForGeneratedCode(TypeDeclarationSyntax type) =>
        type.DescendantNodes().OfType<AttributeSyntax>().Any(attribute => Generators.Contains(attribute.Name.ToString(), StringComparer.Ordinal));

    private static int ConstructorParameters(TypeDeclarationSyntax type) => type.Members.OfType<ConstructorDeclarationSyntax>()
        .Select(constructor => constructor.ParameterList.Parameters.Count)
        .Append(type.ParameterList?.Parameters.Count ?? 0)
        .Max();

    private static string NameOf(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax named => named.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        _ => method.Kind().ToString(),
    };

    private static int Lines(string text) => text.TrimEnd('\n').Split('\n').Length;

    /// <summary>From its first line to its last, comments above it not counted.</summary>
    private static int Lines(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
