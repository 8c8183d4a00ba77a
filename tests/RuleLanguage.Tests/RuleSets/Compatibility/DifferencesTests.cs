using Tthc.RuleLanguage.Evaluation;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Tests.RuleSets.Compatibility;

/// <summary>Where rule sets here are not what they are in RulesEngine. Others are tested beside what they concern.</summary>
public sealed class DifferencesTests
{
    [Fact]
    public void Comments_and_trailing_commas_pass_RE_DIFF_45() => Assert.Equal([Verdict.True], Judging.Sound("""
        { "WorkflowName": "w", // why
          "Rules": [ { "RuleName": "r", /* what */ "Expression": "true", }, ] }
        """).Verdicts());

    [Fact]
    public void The_old_name_of_injections_is_read_RE_DIFF_48()
    {
        var judging = Judging.Of("""[ { "WorkflowName": "a", "WorkflowRulesToInject": ["b"] }, { "WorkflowName": "b", "Rules": [ { "RuleName": "r", "Expression": "true" } ] } ]""");
        Assert.Equal([Verdict.True], judging.Verdicts());
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(judging.Diagnostics).Severity);
    }

    [Fact]
    public void Rules_of_one_name_are_found_before_they_run_RE_DIFF_50() =>
        Assert.Contains("RULE-251", Judging.Of(Judging.SetOf("r: true", "r: false")).Diagnostics.Select(d => d.Id));

    [Fact]
    public void A_called_set_keeps_its_own_global_parameters_RE_DIFF_51()
    {
        var judging = Judging.Sound("""
            { "WorkflowName": "w", "GlobalParams": [ { "Name": "g", "Expression": "2" } ], "Rules": [
                { "RuleName": "a", "Expression": "true", "Actions": { "OnSuccess": { "Name": "EvaluateRule", "Context": { "workflowName": "w", "ruleName": "b" } } } },
                { "RuleName": "b", "Expression": "g == 2", "Actions": { "OnSuccess": { "Name": "OutputExpression", "Context": { "expression": "g + 1" } } } } ] }
            """);
        Assert.Equal(3, judging.Results()[0].ActionResult!.Output);
    }

    [Fact]
    public void Templates_find_names_as_expressions_do_RE_DIFF_52()
    {
        var judging = Judging.Of("""{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "ErrorMessage": "$(INPUT.Name)", "Expression": "false" } ] }""", """{ "input": { "name": "Lan" } }""");
        Assert.Equal("Lan", judging.Results()[0].ExceptionMessage);
    }

    [Fact]
    public void An_unknown_action_is_found_before_it_runs_RE_DIFF_53() => Assert.Contains("RULE-266", Judging.Of("""
        { "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Expression": "true", "Actions": { "OnSuccess": { "Name": "Mine" } } } ] }
        """).Diagnostics.Select(d => d.Id));

    [Fact]
    public void A_name_may_be_given_once_whatever_its_case_RE_DIFF_54() => Assert.Contains("RULE-262", Judging.Of("""
        { "WorkflowName": "w", "GlobalParams": [ { "Name": "Q", "Expression": "1" } ], "Rules": [ { "RuleName": "r", "LocalParams": [ { "Name": "q", "Expression": "2" } ], "Expression": "q == 2" } ] }
        """).Diagnostics.Select(d => d.Id));

    [Fact]
    public void The_type_of_expressions_may_be_named_for_a_set_RE_DIFF_55() =>
        Files.Sound("""{ "WorkflowName": "w", "RuleExpressionType": "LambdaExpression", "Rules": [ { "RuleName": "r", "Expression": "true" } ] }""");
}
