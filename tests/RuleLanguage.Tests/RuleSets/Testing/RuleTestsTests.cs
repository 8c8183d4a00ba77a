using System.Collections.Immutable;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.RuleSets;
using Tthc.RuleLanguage.RuleSets.Testing;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Tests.RuleSets.Testing;

public sealed class RuleTestsTests
{
    public sealed class Calendar
    {
        [FactFunction("làm việc", "whether it is a working day")]
        public bool IsWorking(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    public sealed class Dossier
    {
        [RuleFact("mã", "code")]
        public string Code { get; init; } = "";

        [RuleFact("hạn", "due")]
        public DateTimeOffset? Due { get; init; }

        [RuleFact("xin lỗi", "apologies")]
        public int Apologies { get; init; }

        [FactFunction("trễ", "lateness")]
        public int? LateBy(int days) => Apologies + days;
    }

    public sealed class Root
    {
        [RuleFact("hồ sơ", "dossier", Name = "dossier")]
        public Dossier Dossier { get; init; } = new();

        [RuleFact("lịch", "calendar", Name = "calendar")]
        public Calendar Calendar { get; init; } = new();
    }

    private static readonly FactSchema Schema = new(new FactShapes().Of<Root>());

    private static readonly RuleTestHost Host = new()
    {
        Schema = _ => Schema,
        Facts = (test, bag) => new Root { Dossier = new Dossier { Code = test.Given!.Object()!.RequiredString("code")!.Value, Due = new DateTimeOffset(2026, 4, 20, 17, 0, 0, TimeSpan.FromHours(7)) } },
        Provided = new Dictionary<string, object?> { ["calendar"] = new Calendar() }.ToImmutableDictionary(),
        LocalOffset = TimeSpan.FromHours(7),
    };

    private const string Rules = """
        { "WorkflowName": "late", "Facts": "dossier", "Rules": [
            { "RuleName": "V01", "Expression": "now > dossier.Due and dossier.Apologies == 0", "Properties": { "message": { "vi": "$(dossier.Code) trễ", "en": "$(dossier.Code) late" } } },
            { "RuleName": "V02", "Expression": "calendar.IsWorking(DateOnly.FromDateTime(DateTime.Today))" } ] }
        """;

    private static (RuleTestReport Report, IReadOnlyList<Diagnostic> Diagnostics) Run(string rules, string? tests, RuleTestHost host)
    {
        var bag = new DiagnosticBag();
        var sets = RuleSetReader.Read(SourceText.From("rules.json", rules), bag);
        Assert.Empty(bag.ToImmutable());
        var file = tests is null ? null : RuleTestReader.Read(SourceText.From("rules.tests.json", tests), bag);
        return (RuleTests.Run(file, sets, sets, host, bag), bag.ToImmutable());
    }

    private static string Case(string name, string facts, string expect, string at = "2026-04-21T09:00+07:00") =>
        $$"""{ "name": "{{name}}", "at": "{{at}}", {{facts}}, "expect": { {{expect}} } }""";

    private static string Cases(params string[] cases) => $$"""{ "cases": [ {{string.Join(", ", cases)}} ] }""";

    private const string Late = """ "facts": { "dossier": { "Code": "H1", "Due": "2026-04-20T17:00:00+07:00", "Apologies": 0 } } """;

    private static readonly string Green = Cases(
        Case("late", Late, """ "V01": { "verdict": "met", "message": { "vi": "H1 trễ", "en": "H1 late" }, "nextChange": "never" }, "V02": "met" """),
        Case("in time", Late, """ "V01": "not met", "V02": "not met" """, "2026-04-19T09:00+07:00"),
        Case("excused", """ "facts": { "dossier": { "Due": "2026-04-20T17:00:00+07:00", "Apologies": 1 } } """, """ "V01": "not met" """),
        Case("unknown", """ "facts": { "dossier": { "Apologies": 0 } } """, """ "V01": "undetermined" """),
        Case("from events", """ "given": { "code": "H2" } """, """ "V01": { "message": { "vi": "H2 trễ", "en": "H2 late" }, "verdict": "met" } """));

    [Fact]
    public void Pass_with_facts_as_data_and_with_what_the_host_makes()
    {
        var (report, diagnostics) = Run(Rules, Green, Host);
        Assert.Empty(diagnostics.Select(d => d.ToString()));
        Assert.True(report.IsGreen);
        Assert.Equal(5, report.Cases.Length);
        Assert.Equal(["now > dossier.Due", "dossier.Apologies == 0", "calendar.IsWorking(DateOnly.FromDateTime(DateTime.Today))"], report.Coverage.Select(c => c.Text));
        Assert.All(report.Coverage, c => Assert.True(c is { SeenTrue: true, SeenFalse: true }));
    }

    [Fact]
    public void Tell_what_was_expected_and_what_was_found()
    {
        var (report, diagnostics) = Run(Rules, Cases(Case("a", Late, """ "V01": { "verdict": "not met", "message": "x", "nextChange": "2026-05-01T08:00+07:00" }, "V02": "met" """)), Host);
        Assert.False(report.IsGreen);
        Assert.Equal(
            ["case \"a\", rule V01: expected not met, was met", "case \"a\", rule V01: the message was \"H1 trễ\"", "case \"a\", rule V01: the verdict may change at never"],
            diagnostics.Where(d => d.Location.Path == "rules.tests.json").Select(d => d.Message(TextLanguage.English)));
        Assert.Equal(Verdict.True, report.Cases.Single().Failures[0].Trace.Verdict);
        Assert.Equal("rules.json", diagnostics.First(d => d.Id == "RULE-303").Related.Single().Location.Path);
    }

    [Fact]
    public void Tell_the_reason_of_what_cannot_be_told() => Assert.Contains(
        "was undetermined: ", Run(Rules, Cases(Case("a", """ "facts": { "dossier": { "Apologies": 0 } } """, """ "V01": "met" """)), Host).Diagnostics.First(d => d.Id == "RULE-303").Message(TextLanguage.English), StringComparison.Ordinal);

    [Fact]
    public void Report_conditions_never_seen_true_or_false()
    {
        var (_, diagnostics) = Run(Rules, Cases(Case("a", Late, """ "V01": "met", "V02": "met" """)), Host);
        Assert.Equal(["2:41 RULE-307", "2:63 RULE-307", "3:41 RULE-307"], Files.Short(diagnostics));
        Assert.All(diagnostics, d => Assert.Equal(DiagnosticSeverity.Warning, d.Severity));
    }

    [Theory]
    [InlineData("RULE-301", """{ "name": "a", "set": "lat", "at": "2026-04-21T09:00+07:00", "facts": {}, "expect": {} }""")]
    [InlineData("RULE-302", """{ "name": "a", "at": "2026-04-21T09:00+07:00", "facts": {}, "expect": { "V03": "met" } }""")]
    [InlineData("RULE-309", """{ "name": "a", "at": "2026-04-21T09:00+07:00", "expect": { } }""")]
    [InlineData("RULE-310", """{ "name": "a", "at": "2026-04-21 09:00", "facts": {}, "expect": {} }""")]
    [InlineData("RULE-311", """{ "name": "late", "at": "2026-04-21T09:00+07:00", "facts": {}, "expect": {} }""")]
    [InlineData("RULE-313", """{ "name": "a", "at": "2026-04-21T09:00+07:00", "facts": {}, "expect": { "V01": {} } }""")]
    [InlineData("RULE-340", """{ "name": "a", "at": "2026-04-21T09:00+07:00", "facts": { "dosier": {} }, "expect": {} }""")]
    [InlineData("JSON-053", """{ "name": "a", "at": "2026-04-21T09:00+07:00", "facts": {}, "expect": { "V01": "true" } }""")]
    public void Report_only(string id, string test) =>
        Assert.Equal([id], Run(Rules, Green.Replace("{ \"cases\": [ ", "{ \"cases\": [ " + test + ", "), Host).Diagnostics.Select(d => d.Id).Distinct());

    [Fact]
    public void Report_rules_and_sets_without_tests()
    {
        Assert.Equal(["RULE-300"], Run(Rules, null, Host).Diagnostics.Select(d => d.Id));
        var (report, diagnostics) = Run(Rules, Cases(Case("a", Late, """ "V02": "met" """)), Host);
        Assert.Contains("RULE-306", diagnostics.Select(d => d.Id));
        Assert.False(report.IsGreen);
    }

    [Fact]
    public void Report_given_where_nobody_makes_facts_of_it() =>
        Assert.Contains("RULE-308", Run(Rules, Green, Host with { Facts = null }).Diagnostics.Select(d => d.Id));

    [Fact]
    public void Run_without_a_host_on_inferred_facts()
    {
        var (report, diagnostics) = Run(
            """
            { "WorkflowName": "w", "Rules": [
                { "RuleName": "any", "Operator": "Or", "Rules": [ { "RuleName": "a", "Expression": "x.list.Any(n => n > 2)" }, { "RuleName": "b", "Expression": "!(x.s == \"q\" || x.t)" } ] },
                { "RuleName": "table", "Table": { "Inputs": ["x.s"], "Rows": [ { "When": ["\"p\""] } ] } } ] }
            """,
            Cases(Case("1", """ "facts": { "x": { "list": [1, 3], "s": "p", "t": false } } """, """ "any": "met", "table": "met" """), Case("2", """ "facts": { "x": { "list": [1], "s": "q", "t": false } } """, """ "any": "not met", "table": "not met" """)),
            RuleTestHost.None);
        Assert.Equal(["x.list.Any(n => n > 2)", "n > 2", "x.s == \"q\"", "x.t", "table"], report.Coverage.Select(c => c.Text));
        Assert.Equal(["2:168 RULE-307"], Files.Short(diagnostics.Where(d => d.Id == "RULE-307")));
        Assert.Equal("in the tests this condition was never true", diagnostics.Single(d => d.Id == "RULE-307").Message(TextLanguage.English));
    }
}
