using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Types;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Tests.RuleSets.Tables;

public sealed class DecisionTableTests
{
    private static string With(string policy, string rows, string inputs = "\"input.n\"") => $$"""
        { "WorkflowName": "w", "GlobalParams": [ { "Name": "v", "Table": { "Inputs": [{{inputs}}], "HitPolicy": "{{policy}}", "Rows": [ {{rows}} ] } } ],
          "Rules": [ { "RuleName": "out", "Expression": "true", "Actions": { "OnSuccess": { "Name": "OutputExpression", "Context": { "expression": "v" } } } } ] }
        """;

    private static object? Output(string rules, string n) => Judging.Of(rules, $$"""{ "input": { "n": {{n}}, "s": "b" } }""").Results()[0].ActionResult!.Output;

    [Theory]
    [InlineData("-1", "low")]
    [InlineData("0", "some")]
    [InlineData("5", "five")]
    [InlineData("9", "some")]
    [InlineData("10", "many")]
    [InlineData("12", "dozen")]
    public void Gives_the_value_of_the_first_row_that_applies(string n, string expected) => Assert.Equal(expected, Output(With("first", """
        { "When": ["< 0"], "Then": ["\"low\""] }, { "When": [5], "Then": ["\"five\""] }, { "When": ["0..9"], "Then": ["\"some\""] },
        { "When": ["in (12, 24)"], "Then": ["\"dozen\""] }, { "When": ["-"], "Then": ["\"many\""] }
        """), n));

    [Theory]
    [InlineData("collect sum", 11)]
    [InlineData("collect min", 1)]
    [InlineData("collect max", 10)]
    [InlineData("collect count", 2)]
    public void Collects_the_values_of_all_rows_that_apply(string policy, int expected) => Assert.Equal(expected, Output(With(policy, """
        { "When": ["> 0"], "Then": [1] }, { "When": ["> 1"], "Then": ["5 * 2"] }, { "When": ["not in (2, 3)"], "Then": [100] }
        """), "2"));

    [Fact]
    public void Collects_a_list() => Assert.Equal([1, 2], Assert.IsAssignableFrom<IEnumerable<int>>(Output(With("collect", """{ "When": ["> 0"], "Then": [1] }, { "When": ["> 1"], "Then": [2] }"""), "2")));

    [Fact]
    public void Looks_at_all_inputs() => Assert.Equal(2, Output(With("unique", """
        { "When": ["> 0", "\"a\""], "Then": [1] }, { "When": ["> 0", "!= \"a\""], "Then": [2] }, { "When": ["<= 0", "-"], "Then": [3] }
        """, "\"input.n\", \"input.s\""), "2"));

    [Fact]
    public void Has_no_value_where_two_rows_of_a_unique_table_apply()
    {
        var judging = Judging.Sound(With("unique", """{ "When": ["> input.n - 1"], "Then": [1] }, { "When": ["< input.n + 1"], "Then": [2] }"""), """{ "input": { "n": 1, "s": "" } }""");
        var result = judging.Results()[0];
        Assert.Null(result.ActionResult!.Output);
        var judged = Judging.Sound("""
            { "WorkflowName": "w", "GlobalParams": [ { "Name": "v", "Table": { "Inputs": ["input.n"], "Rows": [ { "When": ["> input.n - 1"], "Then": [1] }, { "When": ["< input.n + 1"], "Then": [2] } ] } } ],
              "Rules": [ { "RuleName": "r", "Expression": "v == 1" } ] }
            """, """{ "input": { "n": 1 } }""").Results()[0];
        Assert.Equal((Verdict.Undetermined, MissingKind.SeveralElements), (judged.Verdict, judged.Reason!.Kind));
    }

    [Fact]
    public void Cannot_tell_where_an_input_is_missing()
    {
        var judging = Judging.Sound("""
            { "WorkflowName": "w", "GlobalParams": [ { "Name": "v", "Table": { "Inputs": ["input.n"], "HitPolicy": "first", "Rows": [ { "When": ["> 0"], "Then": [1] }, { "When": ["-"], "Then": [2] } ] } } ],
              "Rules": [ { "RuleName": "r", "Expression": "v == 2" } ] }
            """, """{ "input": { "n": null } }""");
        Assert.Equal([Verdict.Undetermined], judging.Verdicts());
    }

    [Fact]
    public void May_be_the_condition_of_a_rule()
    {
        const string rules = """
            { "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Table": { "Inputs": ["input.n", "input.s"], "Rows": [ { "When": ["> 5", "-"] }, { "When": ["<= 5", "in (\"x\", \"y\")"] } ] } } ] }
            """;
        Assert.Equal([Verdict.True], Judging.Of(rules, """{ "input": { "n": 6, "s": "a" } }""").Verdicts());
        Assert.Equal([Verdict.True], Judging.Of(rules, """{ "input": { "n": 5, "s": "y" } }""").Verdicts());
        Assert.Equal([Verdict.False], Judging.Of(rules, """{ "input": { "n": 5, "s": "z" } }""").Verdicts());
    }

    [Theory]
    [InlineData("RULE-320", "first", "")]
    [InlineData("RULE-321", "first", """{ "When": ["1", "2"], "Then": [1] }, { "When": ["-"], "Then": [1] }""")]
    [InlineData("RULE-321", "first", """{ "Then": [1] }, { "When": ["-"], "Then": [1] }""")]
    [InlineData("RULE-322", "first", """{ "When": ["-"], "Then": [1, 2] }""")]
    [InlineData("RULE-323", "first", """{ "When": ["> "], "Then": [1] }, { "When": ["-"], "Then": [1] }""")]
    [InlineData("RULE-324", "first", """{ "When": ["1"], "Then": [1] }, { "When": ["-"], "Then": ["\"a\""] }""")]
    [InlineData("RULE-325", "collect sum", """{ "When": ["-"], "Then": ["\"a\""] }""")]
    [InlineData("RULE-327", "unique", """{ "When": ["> 5"], "Then": [1] }, { "When": ["<= 6"], "Then": [2] }""")]
    [InlineData("RULE-328", "unique", """{ "When": ["> 5"], "Then": [1] }, { "When": ["< 5"], "Then": [2] }""")]
    [InlineData("RULE-329", "first", """{ "When": ["> 5"], "Then": [1] }, { "When": ["> 6"], "Then": [2] }, { "When": ["-"], "Then": [2] }""")]
    public void Reports(string id, string policy, string rows) =>
        Assert.Equal([id], Judging.Of(With(policy, rows), """{ "input": { "n": 1, "s": "" } }""").Diagnostics.Where(d => d.Severity != DiagnosticSeverity.Info).Select(d => d.Id));

    [Fact]
    public void Says_in_which_case_rows_overlap_and_none_applies() => Assert.Equal(
        ["rows 1 and 2 both apply when input.n = 5.2, and the table is unique", "no row applies when input.n = 7"],
        Judging.Of(With("unique", """{ "When": ["5..6"], "Then": [1] }, { "When": ["5.2..5.8"], "Then": [2] }, { "When": ["< 5"], "Then": [2] }"""), """{ "input": { "n": 1.5, "s": "" } }""")
            .Diagnostics.OrderByDescending(d => d.Id == "RULE-327").Select(d => d.Message(TextLanguage.English)));

    [Fact]
    public void Points_into_the_cell() => Assert.Equal("1:143", Judging.Of(With("first", """{ "When": [ "in (1, nobody)" ], "Then": [1] }""").Replace("\n  ", " ").Replace("\n", " "),
        """{ "input": { "n": 1, "s": "" } }""").Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error).Location.Start.ToString());
}
