using Tthc.Repository.Tests.Projects;

namespace Tthc.Repository.Tests.Purity;

public sealed class PureAssemblyTests
{
    public static TheoryData<string> PureProjects => [.. ProjectFile.All().Where(p => p.IsPure).Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(PureProjects))]
    public void Refer_to_nothing_banned(string project)
    {
        using var assembly = File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{project}.dll"));
        Listing.IsEmpty(ReferenceScan.Banned(assembly));
    }

    [Theory]
    [InlineData("public interface I { System.Threading.Tasks.Task Wait(); }", "System.Threading.Tasks.Task")]
    [InlineData("public interface I { System.Threading.Tasks.ValueTask<int> Wait(); }", "System.Threading.Tasks.ValueTask`1")]
    [InlineData("public interface I { void Read(System.IO.Stream from); }", "System.IO.Stream")]
    [InlineData("public abstract class C { protected System.Data.Common.DbConnection? Connection; }", "System.Data.Common.DbConnection")]
    [InlineData("public sealed record C(System.TimeProvider Time);", "System.TimeProvider")]
    [InlineData("public class C { public object Now => System.DateTime.UtcNow; }", "System.DateTime.get_UtcNow")]
    [InlineData("public class C { public object New => System.Guid.NewGuid(); }", "System.Guid.NewGuid")]
    public void Are_reported_when_they_refer_to(string code, string banned)
    {
        using var assembly = Snippet.Compile(code);
        Assert.Equal([banned], ReferenceScan.Banned(assembly));
    }

    [Fact]
    public void May_have_iterators()
    {
        using var assembly = Snippet.Compile("public class C { public System.Collections.Generic.IEnumerable<int> All() { yield return 1; } }");
        Assert.Empty(ReferenceScan.Banned(assembly));
    }
}
