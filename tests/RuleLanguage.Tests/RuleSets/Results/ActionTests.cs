using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.RuleSets;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Tests.RuleSets.Results;

public sealed class ActionTests
{
    private const string Input = """{ "input1": { "x": 5, "none": null } }""";

    private static readonly RuleSetOptions Hosted = new() { Actions = [new ActionDeclaration("Notify", ["to"], ["text"])] };

    private static string Rule(string name, string condition, string actions) => $$"""{ "RuleName": "{{name}}", "Expression": "{{condition}}", "Actions": {{actions}} }""";

    private static string Set(params string[] rules) => $$"""{ "WorkflowName": "w", "Rules": [ {{string.Join(",", rules)}} ] }""";

    private static string Output(string when, string expression) => $$"""{ "{{when}}": { "Name": "OutputExpression", "Context": { "expression": "{{expression}}" } } }""";

    private static string Call(string set, string rule, string more = "") =>
        $$"""{ "OnSuccess": { "Name": "EvaluateRule", "Context": { "workflowName": "{{set}}", "ruleName": "{{rule}}"{{more}} } } }""";

    [Fact]
    public void Gives_the_value_of_an_expression()
    {
        var results = Judging.Sound(Set(
            Rule("a", "true", Output("OnSuccess", "input1.x * 2")), Rule("b", "false", Output("OnFailure", "\\\"no\\\"")),
            Rule("c", "false", Output("OnSuccess", "1")), Rule("d", "true", Output("OnSuccess", "new (input1.x as X, 1 as Y)"))), Input).Results();
        Assert.Equal([10, "no", null], results.Take(3).Select(r => r.ActionResult?.Output));
        Assert.Equal([5, 1], Assert.IsType<Tthc.RuleLanguage.Facts.DataRecord>(results[3].ActionResult!.Output).Values);
    }

    [Fact]
    public void Keeps_an_error_as_a_value()
    {
        var action = Judging.Sound(Set(Rule("a", "true", Output("OnSuccess", "1 / (input1.x - 5)"))), Input).Results()[0].ActionResult!;
        Assert.Null(action.Output);
        Assert.StartsWith("Exception while executing OutputExpressionAction: ", action.Exception, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Undetermined", false)]
    [InlineData("Null", true)]
    public void Does_nothing_about_what_cannot_be_told_but_where_missing_facts_are_null_RE_DIFF_44(string mode, bool acts)
    {
        var result = Judging.Sound($$"""
            { "WorkflowName": "w", "MissingFacts": "{{mode}}", "Rules": [ {{Rule("a", "1 / (input1.x - 5) == 1", Output("OnFailure", "7"))}} ] }
            """, Input).Results()[0];
        Assert.Equal(Verdict.Undetermined, result.Verdict);
        Assert.Equal(acts, result.ActionResult is not null);
    }

    [Fact]
    public void Judges_another_rule()
    {
        var rules = $$"""
            [ { "WorkflowName": "w", "GlobalParams": [ { "Name": "g", "Expression": "1" } ], "Rules": [ {{Rule("a", "true", Call("v", "target", """, "additionalInputs": [ { "Name": "y", "Expression": "input1.x + g" } ] """))}} ] },
              { "WorkflowName": "v", "GlobalParams": [ { "Name": "g", "Expression": "10" } ], "Rules": [ {{Rule("target", "input1.x == 5 && y == 6 && g == 10", Output("OnSuccess", "y * g"))}} ] } ]
            """;
        var judging = Judging.Of(rules, Input);
        // The called set alone does not know y: it is only ever called.
        Assert.Equal(["w"], judging.Sets.Select(s => s.Name));
        var action = judging.Results()[0].ActionResult!;
        Assert.Equal(60, action.Output);
        Assert.Equal(Verdict.True, action.Results.Single().Verdict);
    }

    [Fact]
    public void Passes_only_what_the_filter_names()
    {
        string With(string filter) => $$"""
            [ { "WorkflowName": "w", "Rules": [ {{Rule("a", "true", Call("v", "target", $", \"inputFilter\": [{filter}]"))}} ] },
              { "WorkflowName": "v", "Rules": [ {{Rule("target", "input2 == 1", Output("OnSuccess", "input2"))}} ] } ]
            """;
        const string inputs = """{ "input1": 0, "input2": 1 }""";
        Assert.Equal(1, Judging.Sound(With("\"INPUT2\""), inputs).Results()[0].ActionResult!.Output);
        Assert.Contains(Judging.Of(With("\"input1\""), inputs).Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Contains("RULE-272", Judging.Of(With("\"input3\""), inputs).Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Hands_actions_of_the_host_over_as_data()
    {
        var result = Judging.Sound(Set(Rule("a", "true", """{ "OnSuccess": { "Name": "Notify", "Context": { "to": "head", "text": "x is $(input1.x)", "times": 2 } } }""")), Input,
            Hosted with { Actions = [new ActionDeclaration("Notify", ["to"], ["text", "times"])] }).Results()[0];
        Assert.Equal(["text=\"x is 5\"", "times=2", "to=\"head\""], result.ActionResult!.Context.Select(p => $"{p.Key}={p.Value}"));
    }

    [Theory]
    [InlineData("RULE-266", """{ "OnSuccess": { "Name": "SendMail", "Context": {} } }""")]
    [InlineData("RULE-267", """{ "OnSuccess": { "Name": "OutputExpression", "Context": {} } }""")]
    [InlineData("RULE-267", """{ "OnSuccess": { "Name": "Notify", "Context": {} } }""")]
    [InlineData("RULE-268", """{ "OnSuccess": { "Name": "OutputExpression", "Context": { "expression": "1", "Expresion": "2" } } }""")]
    [InlineData("RULE-259", """{ "OnSuccess": { "Name": "EvaluateRule", "Context": { "workflowName": "x", "ruleName": "y" } } }""")]
    [InlineData("RULE-269", """{ "OnSuccess": { "Name": "EvaluateRule", "Context": { "workflowName": "w", "ruleName": "y" } } }""")]
    [InlineData("RULE-270", """{ "OnSuccess": { "Name": "EvaluateRule", "Context": { "workflowName": "w", "ruleName": "a" } } }""")]
    public void Reports_only(string id, string actions) => Assert.Equal([id], Judging.Of(Set(Rule("a", "true", actions)), Input, Hosted).Diagnostics.Select(d => d.Id));

    [Fact]
    public void Names_the_actions_allowed() => Assert.Equal(
        "there is no action \"Notfy\"; allowed: OutputExpression, EvaluateRule, Notify",
        Judging.Of(Set(Rule("a", "true", """{ "OnSuccess": { "Name": "Notfy" } }""")), Input, Hosted).Diagnostics.Single().Message(TextLanguage.English));

    [Fact]
    public void Shows_a_ring_of_calls() => Assert.Contains(
        "rules call each other by EvaluateRule in a ring: w/a → w/b → w/a",
        Judging.Of(Set(Rule("a", "true", Call("w", "b")), Rule("b", "true", Call("w", "a"))), Input).Diagnostics.Select(d => d.Message(TextLanguage.English)));

    [Fact]
    public void Bounds_the_chain_of_calls() => Assert.Contains("RULE-282", Judging.Of(
        Set([.. Enumerable.Range(0, 12).Select(i => Rule($"r{i}", "true", i == 11 ? "{}" : Call("w", $"r{i + 1}")))]), Input).Diagnostics.Select(d => d.Id));
}
