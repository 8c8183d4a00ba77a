using System.Text.RegularExpressions;

namespace Tthc.Repository.Tests.Texts;

public sealed partial class DiagnosticIdsTests
{
    private static readonly IReadOnlyList<string> InCode =
        [.. RepositoryFiles.All("src", "*.cs").SelectMany(path => Ids(RepositoryFiles.Read(path))).Order(StringComparer.Ordinal)];

    private static readonly IReadOnlyList<string> Pages =
        [.. RepositoryFiles.All("docs/diagnostics", "*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => Id().IsMatch($"\"{name}\""))];

    [Fact]
    public void Are_there_at_all() => Assert.InRange(InCode.Count, 60, int.MaxValue);

    [Fact]
    public void Have_a_page_each() => Listing.IsEmpty(InCode.Except(Pages, StringComparer.Ordinal));

    [Fact]
    public void Have_no_page_of_an_id_that_nothing_reports() => Listing.IsEmpty(Pages.Except(InCode, StringComparer.Ordinal));

    [Fact]
    public void Stand_for_one_thing_each() =>
        Listing.IsEmpty(InCode.GroupBy(id => id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Are_found_where_a_descriptor_is_made() =>
        Assert.Equal(["AGY-001", "PROC-012"], Ids("A = new(\"AGY-001\", Error, \"x\"); B = new DiagnosticDescriptor(\n    \"PROC-012\", Error); // see \"CAL-001\"x"));

    private static IEnumerable<string> Ids(string code) => Id().Matches(code).Where(m => m.Groups[2].Success).Select(m => m.Groups[1].Value);

    [GeneratedRegex("\"([A-Z]{3,5}-[0-9]{3})\"(\\s*,)?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
