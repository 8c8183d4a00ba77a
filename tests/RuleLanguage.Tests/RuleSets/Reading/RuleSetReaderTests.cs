using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.RuleSets;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Tests.RuleSets.Reading;

public sealed class RuleSetReaderTests
{
    [Fact]
    public void Reads_a_document_of_RulesEngine()
    {
        var set = Files.Sound("""
            { "WorkflowName": "fees", "WorkflowsToInject": ["common"], "RuleExpressionType": 0,
              "GlobalParams": [ { "Name": "limit", "Expression": "10" } ],
              "Rules": [
                { "RuleName": "all", "Operator": "And", "Rules": [
                    { "RuleName": "a", "Expression": "x > limit", "RuleExpressionType": "LambdaExpression", "ErrorMessage": "no: $(x)" },
                    { "RuleName": "b", "Expression": "y", "Enabled": false } ] },
                { "RuleName": "c", "LocalParams": [ { "Name": "z", "Expression": "x + 1" } ], "Expression": "z > 1", "SuccessEvent": "30",
                  "Operator": null, "Rules": null, "Properties": null,
                  "Actions": { "OnSuccess": { "Name": "OutputExpression", "Context": { "Expression": "z * 2" } } } } ] }
            """);
        Assert.Equal(("fees", "common", "limit"), (set.Name.Value, set.Injects.Single().Value, set.GlobalParams.Single().Name.Value));
        var (group, leaf) = (set.Rules[0], set.Rules[1]);
        Assert.Equal(GroupOperator.And, group.Operator);
        Assert.Equal([true, false], group.Children.Select(c => c.IsEnabled));
        Assert.Equal("no: $(x)", group.Children[0].ErrorMessage?.Value);
        Assert.Equal(("z", "z > 1", "30"), (leaf.LocalParams.Single().Name.Value, leaf.Expression?.Value, leaf.SuccessEvent));
        Assert.Equal("z * 2", leaf.OnSuccess?.Find("expression")?.String()?.Value);
    }

    [Theory]
    [InlineData("", JudgingRevision.Newest)]
    [InlineData("\"Judges\": \"newest\",", JudgingRevision.Newest)]
    [InlineData("\"Judges\": \"receipt\",", JudgingRevision.AtReceipt)]
    public void Judges_by_the_newest_revision_unless_told_otherwise(string judges, JudgingRevision expected) =>
        Assert.Equal(expected, Files.Sound($$"""{ "WorkflowName": "w", {{judges}} "Rules": [ { "RuleName": "r", "Expression": "true" } ] }""").Judges);

    [Fact]
    public void Reads_what_it_adds_to_the_format()
    {
        var set = Files.Sound("""
            { "$schema": "x", "WorkflowName": "apology", "Facts": "dossier", "MissingFacts": "Null", "Judges": "newest", "Shadow": true,
              "Properties": { "title": { "vi": "Xin lỗi", "en": "Apology" }, "inForce": { "from": "2018-06-21" } },
              "Parameters": [ { "Name": "days", "Unit": "working-minutes", "On": "dossier.ReceivedAt",
                                "Values": [ { "value": 1 }, { "from": "2026-01-01", "value": 2, "basis": "QĐ 1" } ] },
                              { "Name": "share", "Values": [ { "value": 1 }, { "from": "2026-01-01", "value": 0.5 } ] },
                              { "Name": "pause", "Type": "TimeSpan", "Values": [ { "value": "2:30" } ] } ],
              "Rules": [ { "RuleName": "late", "Shadow": true, "Expression": "true",
                "Properties": { "id": "V01", "severity": "high", "basis": [ { "act": "NĐ 61", "article": "19", "confirmed": true } ],
                                "title": "Trễ", "message": { "vi": "Hồ sơ $(dossier.Code)" }, "opens": "slip", "clearedBy": "issued",
                                "obligation": { "kind": "apology", "due": "1 day", "by": "head" }, "scope": ["commune"], "seed": 3 } } ] }
            """);
        Assert.Equal((MissingFacts.Null, JudgingRevision.Newest, true, "dossier"), (set.MissingFacts, set.Judges, set.IsShadow, set.Facts?.Value));
        Assert.Equal("Apology", set.Metadata.Title?.English);
        Assert.False(set.Metadata.InForce.Contains(new DateOnly(2018, 6, 20)));
        Assert.True(set.Metadata.InForce.Contains(new DateOnly(2018, 6, 21)));
        Assert.Equal(["int", "double", "TimeSpan"], set.Parameters.Select(p => p.Type.ToString()));
        Assert.Equal([1d, 0.5d], set.Parameters[1].Values.Select(v => v.Value.Value));
        Assert.Equal(new TimeSpan(2, 30, 0), set.Parameters[2].Values[0].Value.Value);
        var metadata = set.Rules[0].Metadata;
        Assert.Equal(("V01", RuleSeverity.High, "NĐ 61, 19", "Trễ"), (metadata.Id?.Value, metadata.Severity, metadata.Basis[0].ToString(), metadata.Title?.Vietnamese));
        Assert.Equal(("slip", "issued", "apology", "1 day"), (metadata.Opens?.Value, metadata.ClearedBy?.Value, metadata.Obligation?.Kind.Value, metadata.Obligation?.Due?.Value));
        Assert.Equal("Hồ sơ $(dossier.Code)", metadata.Message?.English.Value);
        Assert.Equal("by", Assert.Single(metadata.Obligation!.Rest).Name.Value);
        Assert.Equal("seed", Assert.Single(metadata.Rest).Name.Value);
        Assert.NotNull(metadata.Scope);
    }

    [Fact]
    public void Reads_an_array_of_documents_RE_DIFF_40() =>
        Assert.Equal(["a", "b"], Files.Read("""[ { "WorkflowName": "a", "Rules": [ { "RuleName": "r", "Expression": "true" } ] }, { "WorkflowName": "b", "WorkflowsToInject": ["a"] } ]""").Sets.Select(s => s.Name.Value));

    [Fact]
    public void Reads_names_without_case_and_warns_RE_DIFF_41()
    {
        var (sets, diagnostics) = Files.Read("""
            { "workflowName": "a", "rules": [ { "RuleName": "r", "expression": "z", "localParams": [ { "name": "z", "Expression": "true" } ] } ] }
            """);
        Assert.Equal("z", Assert.Single(sets).Rules[0].LocalParams.Single().Name.Value);
        Assert.Equal(5, diagnostics.Count(d => d is { Id: "JSON-056", Severity: DiagnosticSeverity.Warning }));
        Assert.Equal(5, diagnostics.Length);
    }

    [Theory]
    [InlineData("RULE-250", """{ "WorkflowName": "a", "Rules": [] }""")]
    [InlineData("JSON-050", """{ "Rules": [ { "RuleName": "r", "Expression": "true" } ] }""")]
    [InlineData("JSON-057", """{ "WorkflowName": " ", "Rules": [ { "RuleName": "r", "Expression": "true" } ] }""")]
    [InlineData("JSON-057", """{ "WorkflowName": "a", "Rules": [ { "RuleName": "", "Expression": "true" } ] }""")]
    [InlineData("RULE-251", """{ "WorkflowName": "a", "Rules": [ { "RuleName": "r", "Expression": "true" }, { "RuleName": "r", "Expression": "false" } ] }""")]
    [InlineData("RULE-252", """{ "WorkflowName": "a", "Rules": [ { "RuleName": "r", "Operator": "Or", "Expression": "true", "Rules": [ { "RuleName": "c", "Expression": "true" } ] } ] }""")]
    [InlineData("RULE-253", """{ "WorkflowName": "a", "Rules": [ { "RuleName": "r", "Operator": "and", "Rules": [ { "RuleName": "c", "Expression": "true" } ] } ] }""")]
    [InlineData("RULE-254", """{ "WorkflowName": "a", "Rules": [ { "RuleName": "r", "Operator": "And", "Rules": [] } ] }""")]
    [InlineData("RULE-255", """{ "WorkflowName": "a", "Rules": [ { "RuleName": "r", "Operator": "And", "Rules": [ { "RuleName": "c", "Enabled": false, "Expression": "true" } ] } ] }""")]
    [InlineData("RULE-256", """{ "WorkflowName": "a", "Rules": [ { "RuleName": "r", "Rules": [ { "RuleName": "c", "Expression": "true" } ] } ] }""")]
    [InlineData("RULE-257", """{ "WorkflowName": "a", "Rules": [ { "RuleName": "r" } ] }""")]
    [InlineData("RULE-258", """{ "WorkflowName": "a", "Rules": [ { "RuleName": "r", "WorkflowsToInject": ["b"], "Expression": "true" } ] }""")]
    [InlineData("RULE-261", """{ "WorkflowName": "a", "GlobalParams": [ { "Name": "x", "Expression": "1" }, { "Name": "X", "Expression": "2" } ], "Rules": [ { "RuleName": "r", "Expression": "true" } ] }""")]
    [InlineData("RULE-263", """{ "WorkflowName": "a", "GlobalParams": [ { "Name": "x y", "Expression": "1" } ], "Rules": [ { "RuleName": "r", "Expression": "true" } ] }""")]
    [InlineData("RULE-264", """{ "WorkflowName": "a", "Rules": [ { "RuleName": "r", "Operator": "Xor", "Rules": [ { "RuleName": "c", "Expression": "true" } ] } ] }""")]
    [InlineData("RULE-265", """{ "WorkflowName": "a", "RuleExpressionType": 1, "Rules": [ { "RuleName": "r", "Expression": "true" } ] }""")]
    [InlineData("RULE-274", """{ "WorkflowName": "a", "Parameters": [ { "Name": "p", "Values": [] } ], "Rules": [ { "RuleName": "r", "Expression": "true" } ] }""")]
    [InlineData("RULE-275", """{ "WorkflowName": "a", "Parameters": [ { "Name": "p", "Values": [ { "from": "2026-01-01", "value": 1 }, { "from": "2025-01-01", "value": 1 } ] } ], "Rules": [ { "RuleName": "r", "Expression": "true" } ] }""")]
    [InlineData("RULE-276", """{ "WorkflowName": "a", "Parameters": [ { "Name": "p", "Type": "int", "Values": [ { "value": "x" } ] } ], "Rules": [ { "RuleName": "r", "Expression": "true" } ] }""")]
    [InlineData("RULE-279", """{ "WorkflowName": "a", "WorkflowRulesToInject": ["b"] }""")]
    [InlineData("RULE-280", """{ "WorkflowName": "a", "Facts": "f", "Properties": { "inForce": { "from": "2026-01-02", "to": "2026-01-01" } }, "Rules": [ { "RuleName": "r", "Expression": "true" } ] }""")]
    [InlineData("RULE-284", """{ "WorkflowName": "a", "Rules": [ { "RuleName": "r", "Expression": "true", "Table": { "Rows": [] } } ] }""")]
    [InlineData("JSON-051", """{ "WorkflowName": "a", "Rules": [ { "RuleName": "r", "Expression": "true", "ErrorType": "Error" } ] }""")]
    public void Reports_only(string id, string json) => Assert.Equal([id], Files.Read(json).Diagnostics.Select(d => d.Id));

    [Fact]
    public void Reports_everything_at_once_at_its_place() => Assert.Equal(
        ["1:46 RULE-265", "2:17 RULE-257", "3:17 RULE-254", "3:34 RULE-264", "4:17 RULE-251"],
        Files.Short(Files.Read("""
            { "WorkflowName": "a", "RuleExpressionType": "CSharp", "Rules": [
              { "RuleName": "first" },
              { "RuleName": "b", "Operator": "Nor", "Rules": [] },
              { "RuleName": "first", "Expression": "true" } ] }
            """).Diagnostics));

    [Fact]
    public void Takes_properties_of_another_meaning_with_a_warning_where_the_file_names_no_facts()
    {
        const string rule = """ "Rules": [ { "RuleName": "r", "Expression": "true", "Properties": { "severity": 7, "basis": "x" } } ] }""";
        var (_, foreign) = Files.Read("""{ "WorkflowName": "a", """ + rule);
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(foreign).Severity);
        var (_, ours) = Files.Read("""{ "WorkflowName": "a", "Facts": "dossier", """ + rule);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(ours).Severity);
    }

    [Fact]
    public void Bounds_the_nesting_of_groups()
    {
        var json = string.Concat(Enumerable.Repeat("""{ "RuleName": "g", "Operator": "And", "Rules": [ """, 28)) + """{ "RuleName": "r", "Expression": "true" }"""
            + string.Concat(Enumerable.Repeat("] }", 28));
        Assert.Contains("RULE-278", Files.Read($$"""{ "WorkflowName": "a", "Rules": [ {{json}} ] }""").Diagnostics.Select(d => d.Id));
    }
}
