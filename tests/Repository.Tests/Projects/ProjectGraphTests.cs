using System.Xml.Linq;

namespace Tthc.Repository.Tests.Projects;

public sealed class ProjectGraphTests
{
    [Fact]
    public void Follows_the_table() => Listing.IsEmpty(ProjectTable.Violations(ProjectFile.All()));

    [Fact]
    public void Finds_the_projects_at_all() =>
        Assert.Superset(new HashSet<string>(["Tthc.Text", "Tthc.Workflows", "Tthc.Storage", "Tthc.Protos"]), ProjectFile.All().Select(p => p.Name).ToHashSet());

    [Theory]
    [InlineData("src/Text/Tthc.Text.csproj", true, "../Workflows/Tthc.Workflows.csproj", "Tthc.Text may not reference Tthc.Workflows")]
    [InlineData("src/Cli/tthc.csproj", false, "../Engine/Tthc.Engine.csproj", "tthc may not reference Tthc.Engine")]
    [InlineData("bench/Load/Tthc.Bench.Load.csproj", false, "../../src/Engine/Tthc.Engine.csproj", "Tthc.Bench.Load may not reference Tthc.Engine")]
    [InlineData("src/Other/Tthc.Other.csproj", false, null, "Tthc.Other is not in the table")]
    [InlineData("src/Workflows/Tthc.Workflows.csproj", false, null, "Tthc.Workflows must be pure")]
    [InlineData("src/Storage/Tthc.Storage.csproj", true, null, "Tthc.Storage must not be pure")]
    public void Reports_a_project_outside_the_table(string path, bool pure, string? reference, string violation) =>
        Assert.Equal([violation], ProjectTable.Violations([Written(path, pure, reference)]));

    private static ProjectFile Written(string path, bool pure, string? reference) => new(path, new XDocument(new XElement("Project",
        pure ? new XElement("PropertyGroup", new XElement("PureProject", "true")) : null,
        reference is null ? null : new XElement("ItemGroup", new XElement("ProjectReference", new XAttribute("Include", reference))))));
}
