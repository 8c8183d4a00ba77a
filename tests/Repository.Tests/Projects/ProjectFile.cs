using System.Xml.Linq;

namespace Tthc.Repository.Tests.Projects;

/// <summary>What a csproj says about itself.</summary>
internal sealed record ProjectFile(string Path, XDocument Xml)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public bool IsPure => Property("PureProject") == "true";

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public string? Property(string name) => Xml.Descendants(name).Select(e => e.Value).SingleOrDefault();

    /// <summary>Names of the projects it references.</summary>
    public IReadOnlyList<string> References =>
        [.. Xml.Descendants("ProjectReference").Select(e => System.IO.Path.GetFileNameWithoutExtension(e.Attribute("Include")!.Value)).Order(StringComparer.Ordinal)];

    public IEnumerable<XElement> Packages => Xml.Descendants("PackageReference");

    public static ProjectFile Load(string path) => new(path, XDocument.Parse(RepositoryFiles.Read(path)));

    public static IReadOnlyList<ProjectFile> All() => [.. RepositoryFiles.All(pattern: "*.csproj").Select(Load)];
}
