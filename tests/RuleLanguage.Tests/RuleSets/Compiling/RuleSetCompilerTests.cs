using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.RuleSets;
using Tthc.RuleLanguage.Types;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Tests.RuleSets.Compiling;

public sealed class RuleSetCompilerTests
{
    [Fact]
    public void Judges_groups_with_parameters_of_all_levels()
    {
        var judging = Judging.Sound("""
            { "WorkflowName": "w", "GlobalParams": [ { "Name": "a", "Expression": "input.x + 1" }, { "Name": "b", "Expression": "a * 2" } ],
              "Rules": [
                { "RuleName": "both", "Operator": "And", "LocalParams": [ { "Name": "c", "Expression": "b + 1" } ], "Rules": [
                    { "RuleName": "one", "LocalParams": [ { "Name": "d", "Expression": "c + 1" } ], "Expression": "d == 8" },
                    { "RuleName": "two", "Expression": "c == 7" },
                    { "RuleName": "off", "Enabled": false, "Expression": "false" } ] },
                { "RuleName": "either", "Operator": "OrElse", "Rules": [ { "RuleName": "no", "Expression": "b == 0" }, { "RuleName": "yes", "Expression": "b == 6" } ] },
                { "RuleName": "disabled", "Enabled": false, "Expression": "true" } ] }
            """, """{ "input": { "x": 2 } }""");
        Assert.Equal([Verdict.True, Verdict.True], judging.Verdicts());
        Assert.Equal(["both", "either"], judging.Set.Rules.Select(r => r.Name));
        Assert.Equal(["one", "two"], judging.Set.Rules[0].Children.Select(r => r.Name));
    }

    [Fact]
    public void Is_false_for_a_group_whose_children_are_all_disabled()
    {
        var judging = Judging.Of("""
            { "WorkflowName": "w", "Rules": [
                { "RuleName": "a", "Operator": "And", "Rules": [ { "RuleName": "x", "Enabled": false, "Expression": "true" } ] },
                { "RuleName": "o", "Operator": "Or", "Rules": [ { "RuleName": "x", "Enabled": false, "Expression": "true" } ] } ] }
            """);
        Assert.Equal([Verdict.False, Verdict.False], judging.Verdicts());
    }

    [Fact]
    public void Appends_the_rules_of_injected_sets_each_once_RE_DIFF_42()
    {
        var judging = Judging.Sound("""
            [ { "WorkflowName": "a", "WorkflowsToInject": ["b", "c"], "Rules": [ { "RuleName": "ra", "Expression": "input.x > limit" } ],
                "GlobalParams": [ { "Name": "limit", "Expression": "1" } ] },
              { "WorkflowName": "b", "WorkflowsToInject": ["d"], "Rules": [ { "RuleName": "rb", "Expression": "input.x > low" } ], "GlobalParams": [ { "Name": "low", "Expression": "0" } ] },
              { "WorkflowName": "c", "WorkflowsToInject": ["d"], "Rules": [ { "RuleName": "rc", "Expression": "true" } ] },
              { "WorkflowName": "d", "Rules": [ { "RuleName": "rd", "Expression": "input.x > limit" } ], "GlobalParams": [ { "Name": "limit", "Expression": "100" } ] } ]
            """, """{ "input": { "x": 2 } }""");
        Assert.Equal(["ra", "rb", "rd", "rc"], judging.Set.Rules.Select(r => r.Name));
        Assert.Equal([Verdict.True, Verdict.True, Verdict.True, Verdict.True], judging.Verdicts());
        Assert.Equal("b", judging.Set.Rules[1].Origin);
        // Compiling one set leaves the others as they are: the injected rule follows its own set there.
        var alone = judging.Sets.Single(s => s.Name == "d");
        Assert.Equal(Verdict.False, alone.Evaluator.EvaluateOne(0, judging.Facts, judging.Context()));
    }

    [Fact]
    public void Shows_a_ring_of_injected_sets_once()
    {
        var judging = Judging.Of("""
            [ { "WorkflowName": "a", "WorkflowsToInject": ["b"] }, { "WorkflowName": "b", "WorkflowsToInject": ["c"] }, { "WorkflowName": "c", "WorkflowsToInject": ["a"] } ]
            """);
        Assert.Equal("the rule sets take each other's rules in a ring: a → b → c → a",
            Assert.Single(judging.Diagnostics, d => d.Id == "RULE-260").Message(TextLanguage.English));
    }

    [Theory]
    [InlineData("RULE-259", """[ { "WorkflowName": "a", "WorkflowsToInject": ["bb"] }, { "WorkflowName": "bbb", "Rules": [ { "RuleName": "r", "Expression": "true" } ] } ]""")]
    [InlineData("RULE-260", """{ "WorkflowName": "a", "WorkflowsToInject": ["a"], "Rules": [ { "RuleName": "r", "Expression": "true" } ] }""")]
    [InlineData("RULE-251", """[ { "WorkflowName": "a", "WorkflowsToInject": ["b"], "Rules": [ { "RuleName": "r", "Expression": "true" } ] }, { "WorkflowName": "b", "Rules": [ { "RuleName": "r", "Expression": "true" } ] } ]""")]
    [InlineData("RULE-262", """{ "WorkflowName": "a", "GlobalParams": [ { "Name": "Input", "Expression": "1" } ], "Rules": [ { "RuleName": "r", "Expression": "true" } ] }""")]
    [InlineData("RULE-262", """{ "WorkflowName": "a", "GlobalParams": [ { "Name": "g", "Expression": "1" } ], "Rules": [ { "RuleName": "r", "LocalParams": [ { "Name": "G", "Expression": "1" } ], "Expression": "true" } ] }""")]
    [InlineData("RULE-262", """{ "WorkflowName": "a", "GlobalParams": [ { "Name": "now", "Expression": "1" } ], "Rules": [ { "RuleName": "r", "Expression": "true" } ] }""")]
    [InlineData("RULE-271", """[ { "WorkflowName": "a", "Rules": [ { "RuleName": "r", "Expression": "true" } ] }, { "WorkflowName": "a", "Rules": [ { "RuleName": "r", "Expression": "true" } ] } ]""")]
    [InlineData("RULE-273", """{ "WorkflowName": "a", "Rules": [ { "RuleName": "r", "Expression": "true", "ErrorMessage": "x $(nobody.name)" } ] }""")]
    [InlineData("RULE-277", """{ "WorkflowName": "a", "Parameters": [ { "Name": "p", "Unit": "miles", "Values": [ { "value": 1 } ] } ], "Rules": [ { "RuleName": "r", "Expression": "true" } ] }""")]
    [InlineData("RULE-281", """[ { "WorkflowName": "a", "WorkflowsToInject": ["b"] }, { "WorkflowName": "b", "MissingFacts": "Null", "Rules": [ { "RuleName": "r", "Expression": "true" } ] } ]""")]
    [InlineData("RULE-283", """{ "WorkflowName": "a", "Parameters": [ { "Name": "p", "On": "1 + 1", "Values": [ { "value": 1 } ] } ], "Rules": [ { "RuleName": "r", "Expression": "true" } ] }""")]
    public void Reports_only(string id, string rules) => Assert.Equal([id], Judging.Of(rules, """{ "input": { "x": 1 } }""").Diagnostics.Select(d => d.Id));

    [Fact]
    public void Reports_mistakes_of_expressions_once_though_the_rule_is_injected()
    {
        var judging = Judging.Of("""
            [ { "WorkflowName": "a", "WorkflowsToInject": ["b"], "Rules": [ { "RuleName": "ok", "Expression": "true" } ] },
              { "WorkflowName": "b", "Rules": [ { "RuleName": "broken", "Expression": "nobody > 1" } ] } ]
            """);
        var only = Assert.Single(judging.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal("rules.json:2:76", only.Location.ToString());
        Assert.Empty(judging.Sets);
    }

    [Fact]
    public void Does_not_report_again_what_reads_a_broken_parameter() => Assert.Single(Judging.Of("""
        { "WorkflowName": "a", "GlobalParams": [ { "Name": "g", "Expression": "nobody + 1" } ], "Rules": [ { "RuleName": "r", "Expression": "g > 1 && g.x == 2" } ] }
        """).Diagnostics);

    [Fact]
    public void Chooses_the_value_of_a_threshold_by_the_day()
    {
        const string rules = """
            { "WorkflowName": "w",
              "Parameters": [ { "Name": "days", "Values": [ { "from": "2018-06-21", "value": 1 }, { "from": "2026-07-01", "value": 2 } ] },
                              { "Name": "share", "On": "input.At", "Values": [ { "value": 1 }, { "from": "2026-01-01", "value": 0.5 } ] },
                              { "Name": "plain", "Values": [ { "value": "x" } ] } ],
              "Rules": [ { "RuleName": "one", "Expression": "days == 1" }, { "RuleName": "two", "Expression": "days == 2" },
                         { "RuleName": "half", "Expression": "share == 0.5" }, { "RuleName": "text", "Expression": "plain == \"x\"" } ] }
            """;
        var bag = new DiagnosticBag();
        var schema = new Tthc.RuleLanguage.Facts.FactSchema(Tthc.RuleLanguage.Facts.DataRecord.ShapeOf("facts",
            [("input", RuleType.Of(Tthc.RuleLanguage.Facts.DataRecord.ShapeOf("input", [("At", RuleType.Instant, new("lúc", "at"))])), new BilingualText("vào", "input"))]));
        var set = RuleSetCompiler.Compile(Files.Sound(rules) is var d ? [d] : [], _ => schema, RuleSetOptions.Default, bag).Single();
        Verdict[] At(string now, string input)
        {
            var facts = RuleLanguage.RuleSets.Data.JsonFacts.Read(schema.Root, Files.Json($$"""{ "input": { "At": "{{input}}" } }"""), bag)!;
            var verdicts = new Verdict[4];
            set.Evaluator.Evaluate(facts, new EvaluationContext(DateTimeOffset.Parse(now), TimeSpan.FromHours(7)), verdicts);
            return verdicts;
        }
        Assert.Equal([Verdict.Undetermined, Verdict.Undetermined, Verdict.False, Verdict.True], At("2018-06-20T23:59:00+07:00", "2025-12-31T23:59:00+07:00"));
        Assert.Equal([Verdict.True, Verdict.False, Verdict.True, Verdict.True], At("2026-06-30T23:59:00+07:00", "2026-01-01T00:00:00+07:00"));
        Assert.Equal([Verdict.False, Verdict.True, Verdict.True, Verdict.True], At("2026-06-30T17:00:00Z", "2026-06-01T00:00:00+07:00"));
        Assert.Empty(bag.ToImmutable());
    }

    [Fact]
    public void Gives_a_threshold_the_unit_it_counts()
    {
        var minutes = new UnitOfMeasure("working-minutes", new("phút làm việc", "working minutes"));
        var judging = Judging.Sound("""
            { "WorkflowName": "w", "Parameters": [ { "Name": "most", "Unit": "working-minutes", "Values": [ { "value": 480 } ] } ], "Rules": [ { "RuleName": "r", "Expression": "most > 1" } ] }
            """, options: RuleSetOptions.Default with { Units = [minutes] });
        Assert.Equal(minutes, judging.Set.Bound.Globals.Single().Variable.Type.Unit);
    }

    [Fact]
    public void Knows_rules_that_only_log()
    {
        var judging = Judging.Sound("""
            [ { "WorkflowName": "a", "WorkflowsToInject": ["s"], "Rules": [ { "RuleName": "r", "Expression": "true" }, { "RuleName": "t", "Shadow": true, "Expression": "true" } ] },
              { "WorkflowName": "s", "Shadow": true, "Rules": [ { "RuleName": "u", "Expression": "true" } ] } ]
            """);
        Assert.Equal([false, true, true], judging.Set.Rules.Select(r => r.IsShadow));
    }
}
