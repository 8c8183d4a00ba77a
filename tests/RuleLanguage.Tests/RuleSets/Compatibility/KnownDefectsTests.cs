using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.RuleSets;
using Tthc.RuleLanguage.RuleSets.Data;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;

namespace Tthc.RuleLanguage.Tests.RuleSets.Compatibility;

/// <summary>Defects of RulesEngine that a compatible engine must not have.</summary>
public sealed class KnownDefectsTests
{
    private static string Calling(string name, string target) => $$"""
        { "RuleName": "{{name}}", "Expression": "true", "Actions": { "OnSuccess": { "Name": "EvaluateRule", "Context": { "workflowName": "w", "ruleName": "{{target}}" } } } }
        """;

    [Fact]
    public void Survives_sets_that_inject_each_other() => Assert.Contains("RULE-260", Judging.Of("""
        [ { "WorkflowName": "a", "WorkflowsToInject": ["b"], "Rules": [ { "RuleName": "r", "Expression": "true" } ] },
          { "WorkflowName": "b", "WorkflowsToInject": ["a"], "Rules": [ { "RuleName": "s", "Expression": "true" } ] } ]
        """).Diagnostics.Select(d => d.Id));

    [Theory]
    [InlineData("a", "a")]
    [InlineData("b", "a")]
    public void Survives_rules_that_evaluate_each_other(string first, string second) =>
        Assert.Contains("RULE-270", Judging.Of($$"""{ "WorkflowName": "w", "Rules": [ {{Calling("a", first)}}, {{Calling("b", second)}} ] }""").Diagnostics.Select(d => d.Id));

    [Fact]
    public void Survives_thousands_of_parentheses()
    {
        var judging = Judging.Of(Judging.SetOf("r: " + new string('(', 4000) + "true" + new string(')', 4000)));
        Assert.Empty(judging.Sets);
        Assert.Contains(judging.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Injects_for_one_shape_of_input_after_the_other()
    {
        var bag = new DiagnosticBag();
        var definitions = RuleSetReader.Read(SourceText.From("rules.json", """
            [ { "WorkflowName": "a", "WorkflowsToInject": ["b"], "Rules": [ { "RuleName": "r", "Expression": "x != null" } ] }, { "WorkflowName": "b", "Rules": [ { "RuleName": "s", "Expression": "x != null" } ] } ]
            """), bag);
        foreach (var facts in new[] { """{ "x": 1 }""", """{ "x": "text" }""", """{ "x": { "y": 1 } }""" })
        {
            var inferred = JsonFacts.Infer((JsonObject)Files.Json(facts));
            var set = RuleSetCompiler.Compile(definitions, _ => inferred.Schema, RuleSetOptions.Default, bag)[0];
            Assert.All(set.Results(inferred.Facts, new EvaluationContext(Judging.Now, TimeSpan.Zero)), r => Assert.True(r.IsSuccess));
            Assert.Equal(2, set.Rules.Length);
        }
        Assert.Empty(bag.ToImmutable());
        Assert.Single(definitions[0].Rules);
    }

    [Fact]
    public void Tells_shapes_of_one_name_apart()
    {
        var (one, two) = (Judging.Sound(Judging.SetOf("r: x.v == 1"), """{ "x": { "v": 1 } }"""), Judging.Sound(Judging.SetOf("r: x.v == \"1\""), """{ "x": { "v": "1" } }"""));
        Assert.Equal([Verdict.True], one.Verdicts());
        Assert.Equal([Verdict.True], two.Verdicts());
        Assert.Equal([Verdict.True], one.Verdicts());
    }

    [Fact]
    public void Keeps_sets_apart_whose_names_begin_alike() => Assert.Equal(["ab", "a"], Judging.Sound("""
        [ { "WorkflowName": "ab", "Rules": [ { "RuleName": "r", "Expression": "true" } ] }, { "WorkflowName": "a", "Rules": [ { "RuleName": "r", "Expression": "false" } ] } ]
        """).Sets.Select(s => s.Name));

    [Fact]
    public void Judges_a_group_whose_operator_is_in_lower_case_RE_DIFF_46()
    {
        var judging = Judging.Of("""{ "WorkflowName": "w", "Rules": [ { "RuleName": "g", "Operator": "or", "Rules": [ { "RuleName": "a", "Expression": "false" }, { "RuleName": "b", "Expression": "true" } ] } ] }""");
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(judging.Diagnostics).Severity);
        Assert.Equal([Verdict.True], judging.Verdicts());
    }

    [Fact]
    public void Refuses_what_a_rule_injects_before_it_runs_RE_DIFF_47() =>
        Assert.Contains("RULE-258", Files.Read("""{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Operator": "And", "WorkflowsToInject": ["x"] } ] }""").Diagnostics.Select(d => d.Id));

    [Fact]
    public void Never_takes_a_misspelt_name_for_false_RE_DIFF_49()
    {
        var judging = Judging.Of(Judging.SetOf("good: x.total > 1", "bad: x.totl > 1"), """{ "x": { "total": 5 } }""");
        Assert.True(judging.Sets.IsEmpty || judging.Verdicts()[1] == Verdict.Undetermined);
        var typed = Judging.Of(Judging.SetOf("good: x.total > 1", "bad: y.total > 1"), """{ "x": { "total": 5 } }""");
        Assert.Empty(typed.Sets);
    }

    [Fact]
    public void Joins_the_elements_of_a_list() => Assert.Equal([Verdict.True], Judging.Sound(Judging.SetOf("r: string.Join(\",\", x.list) == \"a,b\""), """{ "x": { "list": ["a", "b"] } }""").Verdicts());

    [Fact]
    public void Says_the_same_whenever_it_is_asked_about_an_instant()
    {
        var judging = Judging.Sound(Judging.SetOf("r: DateTime.Now == DateTime(2026, 4, 21, 9, 0, 0) && DateTime.Today == DateTime(2026, 4, 21)"));
        Assert.Equal([Verdict.True], judging.Verdicts());
        Assert.Equal([Verdict.False], judging.Verdicts(Judging.Now.AddTicks(1)));
    }

    [Fact]
    public void Reaches_no_type_of_the_runtime() =>
        Assert.Empty(Judging.Of(Judging.SetOf("r: input1.GetType().Assembly.FullName != null"), """{ "input1": { "a": 1 } }""").Sets);
}
