using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Bundles;
using Tthc.Workflows.Tests.Reading;

namespace Tthc.Workflows.Tests.Bundles;

public sealed class RuleBundleTests
{
    private static readonly Lazy<RuleBundle> Shipped = new(() => RuleBundleCompiler.Compile(Files).Bundle!);

    private static SourceText[] Files =>
    [
        .. RepositoryFiles.Rules("procedures", "*.procedure.json"), .. RepositoryFiles.Rules("calendars", "*.calendar.json"),
        .. RepositoryFiles.Rules("agencies", "*.agencies.json"), .. RepositoryFiles.Rules("policies", "*.policy.json"),
    ];

    [Fact]
    public void Hashes_the_same_files_alike_in_any_order()
    {
        Assert.Equal(Shipped.Value.ContentHash, RuleBundleCompiler.Hash(Files.Reverse()));
        Assert.Matches("^[0-9a-f]{64}$", Shipped.Value.ContentHash);
    }

    [Fact]
    public void Hashes_other_contents_and_other_paths_otherwise()
    {
        string[] hashes =
        [
            RuleBundleCompiler.Hash([SourceText.From("a", "bc")]), RuleBundleCompiler.Hash([SourceText.From("ab", "c")]),
            RuleBundleCompiler.Hash([SourceText.From("a", "b"), SourceText.From("c", "")]), RuleBundleCompiler.Hash([SourceText.From("a", "bd")]),
        ];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void Finds_the_version_in_force_on_the_day_of_receipt()
    {
        var bundle = Shipped.Value;
        Assert.Equal("district", bundle.FindProcedure("1.009994", new(2025, 6, 30))!.Level);
        Assert.Equal("commune", bundle.FindProcedure("1.009994", new(2025, 7, 1))!.Level);
        Assert.Equal("opinions", bundle.FindProcedure("1.009994", new(2026, 7, 1))!.Steps["opinions"].Id);
        Assert.False(bundle.FindProcedure("1.009994", new(2026, 6, 30))!.Steps.ContainsKey("opinions"));
        Assert.Null(bundle.FindProcedure("1.009994", new(2020, 12, 31)));
        Assert.Equal([new DateOnly(2021, 1, 1), new DateOnly(2025, 7, 1), new DateOnly(2026, 7, 1)], bundle.Versions("1.009994").Select(p => p.InForceFrom));
        Assert.EndsWith("house-permit-2026.procedure.json", bundle.PathOf(bundle.Versions("1.009994")[2]), StringComparison.Ordinal);
    }

    [Fact]
    public void Finds_hands_and_hours_for_an_agency_that_has_ended()
    {
        var bundle = Shipped.Value;
        Assert.Equal("xa-po-y", bundle.AgencyFor("000.02.31.H34", new(2025, 6, 30))!.Key);
        Assert.Equal("qn-xa-bo-y", bundle.AgencyFor("000.02.31.H34", new(2025, 7, 1))!.Key);
        Assert.Equal("office-kon-tum", bundle.CalendarFor("000.02.31.H34", new(2025, 6, 30))!.Id);
        Assert.Equal("office-quang-ngai", bundle.CalendarFor("000.02.31.H34", new(2025, 7, 1))!.Id);
        Assert.Null(bundle.AgencyFor("nobody", new(2025, 7, 1)));
        Assert.Null(bundle.CalendarFor("nobody", new(2025, 7, 1)));
    }

    [Fact]
    public void Reports_the_mistakes_of_all_files_at_once_and_gives_no_bundle()
    {
        var files = Files.Select(f => SourceText.From(f.Path, f.Text
            .Replace("\"by\": \"certification-officer\"", "\"by\": \"certificate-officer\"", StringComparison.Ordinal)
            .Replace("\"nd-118-2025\"", "\"ND 118\"", StringComparison.Ordinal))).ToArray();
        var (bundle, diagnostics) = RuleBundleCompiler.Compile(files);
        Assert.Null(bundle);
        Assert.Contains(diagnostics, d => d.Id == "PROC-070" && d.Suggestion!.English.Contains("certification-officer", StringComparison.Ordinal));
        Assert.Contains(diagnostics, d => d.Id == "POL-001");
    }

    [Fact]
    public void Adds_the_limits_of_linked_children_to_the_time_of_their_parent()
    {
        var files = Files.Select(f => f.Path == "linked-residence.procedure.json"
            ? SourceText.From(f.Path, f.Text.Replace("{ \"else\": \"2 working days\" }", "{ \"else\": \"4 working days\" }", StringComparison.Ordinal))
            : f).ToArray();
        var overrun = Assert.Single(RuleBundleCompiler.Compile(files).Diagnostics);
        Assert.Equal(("PROC-080", "birth-residence-insurance.procedure.json"), (overrun.Id, overrun.Location.Path));
        Assert.Equal("steps.linked.parallel.residence", overrun.JsonPath);
        Assert.Contains("linked/residence 4 + collect 0 + return 0 = 5.0 working days, limit 3", overrun.Message(TextLanguage.English), StringComparison.Ordinal);
    }
}
