using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.RuleSets;
using Tthc.RuleLanguage.RuleSets.Results;
using Tthc.Text;

namespace Tthc.RuleLanguage.Tests.RuleSets.Results;

public sealed class RuleResultTests
{
    private const string Order = """{ "input1": { "name": "Lan", "total": 12, "rate": 0.5, "big": true, "lines": [ { "sku": "a" } ], "none": null } }""";

    [Fact]
    public void Has_the_message_of_RulesEngine()
    {
        var results = Judging.Sound("""
            { "WorkflowName": "w", "Rules": [
                { "RuleName": "met", "ErrorMessage": "unused", "Expression": "input1.total == 12" },
                { "RuleName": "silent", "Expression": "input1.total == 1" },
                { "RuleName": "told", "LocalParams": [ { "Name": "twice", "Expression": "input1.total * 2" }, { "Name": "who", "Expression": "input1.name" } ],
                  "ErrorMessage": "$(who), $(input1.name), $(twice), $(input1.rate), $(input1.big), $(input1.lines), $(input1.none)", "Expression": "false" },
                { "RuleName": "group", "ErrorMessage": "the group", "Operator": "And", "Rules": [ { "RuleName": "child", "ErrorMessage": "not shown", "Expression": "false" } ] } ] }
            """, Order).Results();
        Assert.Equal(
            ["", "", "\"Lan\", Lan, 24, 0.5, true, [\n  {\n    \"sku\": \"a\"\n  }\n], $(input1.none)", "the group"], results.Select(r => r.ExceptionMessage));
        Assert.Equal("", results[3].ChildResults.Single().ExceptionMessage);
    }

    [Fact]
    public void Tells_why_a_verdict_is_missing()
    {
        var result = Judging.Sound(Judging.SetOf("r: input1.total / (input1.total - 12) > 1"), Order).Results().Single();
        Assert.Equal((Verdict.Undetermined, MissingKind.DividedByZero, false), (result.Verdict, result.Reason!.Kind, result.IsSuccess));
        Assert.StartsWith("Error while executing rule : r - ", result.ExceptionMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_facts_and_named_values()
    {
        var result = Judging.Sound("""
            { "WorkflowName": "w", "GlobalParams": [ { "Name": "g", "Expression": "1 + 1" } ], "Rules": [ { "RuleName": "r", "LocalParams": [ { "Name": "l", "Expression": "\"x\"" } ], "Expression": "true" } ] }
            """, """{ "a": { "b": [1] }, "c": "t" }""").Results().Single();
        Assert.Equal(["a={\"b\":[1]}", "c=\"t\"", "g=2", "l=\"x\""], result.Inputs.Select(p => $"{p.Key}={p.Value}"));
    }

    [Fact]
    public void Shows_children_up_to_the_decision_when_told_to()
    {
        const string rules = """
            { "WorkflowName": "w", "Rules": [
                { "RuleName": "all", "Operator": "And", "Rules": [ { "RuleName": "a", "Expression": "true" }, { "RuleName": "b", "Expression": "false" }, { "RuleName": "c", "Expression": "true" } ] },
                { "RuleName": "any", "Operator": "Or", "Rules": [ { "RuleName": "a", "Expression": "true" }, { "RuleName": "b", "Expression": "false" } ] } ] }
            """;
        Assert.Equal([3, 2], Judging.Sound(rules).Results().Select(r => r.ChildResults.Length));
        Assert.Equal([2, 1], Judging.Sound(rules, options: new RuleSetOptions { NestedRules = NestedRuleMode.Performance }).Results().Select(r => r.ChildResults.Length));
    }

    [Fact]
    public void Reports_the_first_success_by_its_event_or_name()
    {
        var results = Judging.Sound("""
            { "WorkflowName": "w", "Rules": [ { "RuleName": "no", "SuccessEvent": "0", "Expression": "false" }, { "RuleName": "ten", "SuccessEvent": "10", "Expression": "true" }, { "RuleName": "plain", "Expression": "true" } ] }
            """).Results();
        Assert.Equal("10", RuleResults.SuccessEvent(results));
        Assert.Equal("plain", RuleResults.SuccessEvent(results.Skip(2)));
        Assert.Null(RuleResults.SuccessEvent(results.Take(1)));
        Assert.False(RuleResults.AllFailed(results));
        Assert.True(RuleResults.AllFailed(results.Take(1)));
    }

    [Fact]
    public void Does_not_count_what_cannot_be_told_as_a_failure_RE_DIFF_43() =>
        Assert.False(RuleResults.AllFailed(Judging.Sound(Judging.SetOf("r: input1.none > 1"), Order).Results()));

    [Fact]
    public void Tells_people_in_their_language()
    {
        var judging = Judging.Sound("""
            { "WorkflowName": "w", "Rules": [
                { "RuleName": "a", "Expression": "true", "LocalParams": [ { "Name": "at", "Expression": "DateTimeOffset.Parse(\"2026-04-21T02:05:00Z\")" }, { "Name": "span", "Expression": "TimeSpan.FromMinutes(1505)" } ],
                  "Properties": { "message": { "vi": "$(input1.name) hẹn $(at), trễ $(span), $(input1.rate), $(input1.big), $(input1.none)", "en": "$(input1.name) due $(at), late $(span), $(input1.rate), $(input1.big), $(input1.none)" } } },
                { "RuleName": "b", "Expression": "true", "ErrorMessage": "tổng $(input1.total)" },
                { "RuleName": "c", "Expression": "true", "Properties": { "title": { "vi": "Tên", "en": "Title" } } },
                { "RuleName": "d", "Expression": "true" } ] }
            """, Order);
        IEnumerable<string> In(TextLanguage language) => judging.Set.Rules.Select(r => judging.Set.MessageOf(r, judging.Facts, judging.Context(), language));
        Assert.Equal(["Lan hẹn 09:05 21/04/2026, trễ 1 ngày 1 giờ 5 phút, 0,5, có, (chưa có)", "tổng 12", "Tên", "d"], In(TextLanguage.Vietnamese));
        Assert.Equal(["Lan due 2026-04-21 09:05, late 1 day 1 h 5 min, 0.5, yes, (none)", "tổng 12", "Title", "d"], In(TextLanguage.English));
    }

    [Fact]
    public void Says_when_the_verdict_may_change()
    {
        var result = Judging.Sound(Judging.SetOf("r: now >= \"2026-05-01T08:00\"")).Results().Single();
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.FromHours(7)), result.Next.Instant);
    }
}
