using Tthc.RuleLanguage.RuleSets.Testing;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Bundles;
using Tthc.Workflows.Findings.Testing;
using Tthc.Workflows.Tests.Reading;

namespace Tthc.Workflows.Tests.Findings.Testing;

public sealed class ComplianceTestsTests
{
    private const string Rules = """
        {
          "WorkflowName": "late", "Facts": "dossier", "Judges": "newest",
          "Rules": [ { "RuleName": "T01-late", "Properties": { "id": "T01" }, "Expression": "dossier.IsLateAt(now)" } ]
        }
        """;

    private static readonly SourceText[] s_around =
    [
        .. RepositoryFiles.Rules("procedures", "marital-status.procedure.json"), .. RepositoryFiles.Rules("calendars", "*.calendar.json"),
        .. RepositoryFiles.Rules("agencies", "*.agencies.json"), .. RepositoryFiles.Rules("policies", "*.policy.json"),
    ];

    [Fact]
    public void Publish_what_is_tested()
    {
        var (bundle, diagnostics) = RuleBundleCompiler.Compile([.. s_around, At("late.rules.json", Rules), At("late.tests.json", Tests("not met", "met"))]);

        Assert.NotNull(bundle);
        Assert.DoesNotContain(diagnostics, d => d.Id.StartsWith("RULE", StringComparison.Ordinal));
    }

    [Fact]
    public void Refuse_rules_without_tests()
    {
        var (bundle, diagnostics) = RuleBundleCompiler.Compile([.. s_around, At("late.rules.json", Rules)]);

        Assert.Null(bundle);
        Assert.Equal(TestDiagnostics.NoTests.Id, Assert.Single(diagnostics, d => d.Severity == DiagnosticSeverity.Error).Id);
    }

    [Fact]
    public void Refuse_a_red_test_at_its_expectation()
    {
        var (bundle, diagnostics) = RuleBundleCompiler.Compile([.. s_around, At("late.rules.json", Rules), At("late.tests.json", Tests("not met", "undetermined"))]);

        Assert.Null(bundle);
        var red = Assert.Single(diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal((TestDiagnostics.WrongVerdict.Id, "late.tests.json", 3), (red.Id, red.Location.Path, red.Location.Start.Line));
    }

    [Fact]
    public void Refuse_tests_that_belong_to_no_rules()
    {
        var (bundle, diagnostics) = RuleBundleCompiler.Compile(
            [.. s_around, At("late.rules.json", Rules), At("late.tests.json", Tests("not met", "met")), At("lates.tests.json", Tests("not met", "met"))]);

        Assert.Null(bundle);
        Assert.Equal((SketchDiagnostics.StrayTests.Id, "lates.tests.json"), Assert.Single(diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => (d.Id, d.Location.Path))));
    }

    [Fact]
    public void Refuse_a_sketch_of_nothing_known()
    {
        var tests = Tests("not met", "met").Replace("1.004873", "9.999999", StringComparison.Ordinal);

        var (bundle, diagnostics) = RuleBundleCompiler.Compile([.. s_around, At("late.rules.json", Rules), At("late.tests.json", tests)]);

        Assert.Null(bundle);
        Assert.Contains(diagnostics, d => d.Id == SketchDiagnostics.UnknownProcedure.Id && d.Location.Path == "late.tests.json");
    }

    [Fact]
    public void Warn_of_a_condition_no_test_has_seen_true()
    {
        var (bundle, diagnostics) = RuleBundleCompiler.Compile([.. s_around, At("late.rules.json", Rules), At("late.tests.json", Tests("not met", null))]);

        Assert.NotNull(bundle);
        Assert.Contains(diagnostics, d => d.Id == TestDiagnostics.UncoveredBranch.Id && d.Location.Path == "late.rules.json");
    }

    [Fact]
    public void Sketch_what_rules_found_before_and_what_is_counted()
    {
        const string rules = """
            { "WorkflowName": "duties", "Facts": "dossier", "Rules": [
              { "RuleName": "T02-owed", "Properties": { "id": "T02" }, "Expression": "findings.Any(f => f.IsOpen && f.Obligation == \"apology-slip\" && f.ObligationDischargedAt == null && now > f.ObligationDueAt)" },
              { "RuleName": "T03-month", "Properties": { "id": "T03" }, "Expression": "agency != null && agency.LateThisMonth * 10 > agency.EndedThisMonth" } ] }
            """;
        const string tests = """
            { "cases": [
              { "name": "owed", "at": "2026-03-09T09:00+07:00", "given": { "procedure": "1.004873", "receivedAt": "2026-03-02T08:00",
                  "findings": [ { "rule": "V01", "at": "2026-03-05T17:00", "severity": "High", "obligation": "apology-slip", "obligationDueAt": "2026-03-06T17:00" } ],
                  "agencyMonth": { "endedThisMonth": 100, "lateThisMonth": 11 } },
                "expect": { "T02": "met", "T03": "met" } },
              { "name": "discharged", "at": "2026-03-09T09:00+07:00", "given": { "procedure": "1.004873", "receivedAt": "2026-03-02T08:00",
                  "findings": [ { "rule": "V01", "at": "2026-03-05T17:00", "obligation": "apology-slip", "obligationDueAt": "2026-03-06T17:00", "obligationDischargedAt": "2026-03-06T10:00" } ] },
                "expect": { "T02": "not met", "T03": "not met" } }
            ] }
            """;

        var (bundle, diagnostics) = RuleBundleCompiler.Compile([.. s_around, At("duties.rules.json", rules), At("duties.tests.json", tests)]);

        Assert.Equal([], diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
        Assert.Equal(2, Assert.Single(bundle!.RuleSets).Rules.Length);
    }

    [Fact]
    public void Leave_the_tests_of_what_is_published_alone()
    {
        var (bundle, diagnostics) = RuleBundleCompiler.Load([.. s_around, At("late.rules.json", Rules), At("late.tests.json", Tests("met", "not met"))]);

        Assert.Single(bundle!.RuleSets);
        Assert.DoesNotContain(diagnostics, d => d.Severity == DiagnosticSeverity.Error);
    }

    private static SourceText At(string path, string text) => SourceText.From(path, text);

    private static string Tests(string inTime, string? late) => $$"""
        { "cases": [
          { "name": "in time", "at": "2026-03-04T09:00+07:00", "given": { "procedure": "1.004873", "receivedAt": "2026-03-02T08:00", "papers": ["request"] },
            "expect": { "T01": "{{inTime}}" } }{{(late is null ? "" : "," + Late(late))}}
        ] }
        """;

    private static string Late(string verdict) => $$"""
        { "name": "late", "at": "2026-03-09T09:00+07:00", "given": { "procedure": "1.004873", "receivedAt": "2026-03-02T08:00", "papers": ["request"] }, "expect": { "T01": "{{verdict}}" } }
        """;
}
