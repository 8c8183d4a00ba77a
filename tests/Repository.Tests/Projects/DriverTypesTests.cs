using System.Reflection;
using Tthc.Storage.Dossiers;

namespace Tthc.Repository.Tests.Projects;

public sealed class DriverTypesTests
{
    private static readonly string[] Drivers = ["Microsoft.Data.Sqlite", "SQLitePCL", "Npgsql", "System.Data"];

    [Fact]
    public void Stay_inside_storage() => Listing.IsEmpty(PublicSignatures.Showing(typeof(DossierStore).Assembly, Drivers));

    [Fact]
    public void Are_not_handed_on_by_the_project() =>
        Assert.All(ProjectFile.Load("src/Storage/Tthc.Storage.csproj").Packages, package => Assert.Equal("compile", package.Attribute("PrivateAssets")?.Value));

    [Theory]
    [InlineData("public class C { protected System.Data.Common.DbConnection? Connection; }", "C.Connection: System.Data.Common")]
    [InlineData("public class C { public System.Collections.Generic.List<System.Data.Common.DbCommand>? All() => null; }", "C.All: System.Data.Common")]
    [InlineData("public class C { public C(System.Data.Common.DbDataReader[] rows) { } }", "C..ctor: System.Data.Common")]
    public void Are_reported_where_they_show(string code, string shown)
    {
        using var compiled = Snippet.Compile(code);
        Assert.Equal([shown], PublicSignatures.Showing(Assembly.Load(compiled.ToArray()), Drivers));
    }
}
