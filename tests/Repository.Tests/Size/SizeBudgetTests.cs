namespace Tthc.Repository.Tests.Size;

public sealed class SizeBudgetTests
{
    private static readonly SizeBudget Budget = SizeBudget.Load();

    private static readonly IReadOnlyList<string> Paths =
        [.. RepositoryFiles.All("src", "*.cs").Where(path => !Budget.NotOurs.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)))];

    private static readonly IReadOnlyList<Finding> Findings =
        [.. Paths.SelectMany(path => new SizeRules(Budget).OfFile(path, RepositoryFiles.Read(path))), .. new SizeRules(Budget).OfFolders(Paths)];

    [Fact]
    public void Is_kept_but_for_the_exceptions_with_a_reason() =>
        Listing.IsEmpty(Findings.Where(f => f.IsOver && Exception(f) is not { } e || Exception(f) is { } exempt && f.Measure > exempt.Allowed)
            .Select(f => $"{f.Rule} {f.Subject}: {f.Measure}, allowed {f.Allowed}"));

    [Fact]
    public void Has_no_exception_that_nobody_needs_any_more() =>
        Listing.IsEmpty(Budget.Exceptions.Where(e => !Findings.Any(f => f.Rule == e.Rule && f.Subject == e.Subject && f.IsOver)).Select(e => $"{e.Rule} {e.Subject}"));

    [Fact]
    public void Gives_a_reason_for_every_exception() => Assert.All(Budget.Exceptions, e => Assert.True(e.Reason.Length >= 20, e.Subject));

    [Theory]
    [InlineData("file-lines")]
    [InlineData("method-lines")]
    public void Holds_in_the_middle_and_at_the_end(string rule)
    {
        var lines = Findings.Where(f => f.Rule == rule).Select(f => f.Measure).Order().ToArray();
        Assert.InRange(lines[lines.Length * 95 / 100], 0, rule == "file-lines" ? Budget.FileP95Lines : Budget.MethodP95Lines);
        if (rule == "file-lines")
            Assert.InRange(lines[lines.Length / 2], 0, Budget.FileMedianLines);
    }

    [Fact]
    public void Names_no_folder_of_tests_and_benches_in_a_banned_way() =>
        Listing.IsEmpty(new SizeRules(Budget).OfFolders(RepositoryFiles.All("tests", "*.cs").Concat(RepositoryFiles.All("bench", "*.cs")))
            .Where(f => f.Rule == "folder-name").Select(f => f.Subject));

    private static SizeBudget.Exemption? Exception(Finding finding) => Budget.Exceptions.SingleOrDefault(e => e.Rule == finding.Rule && e.Subject == finding.Subject);
}
