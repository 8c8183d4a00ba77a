using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Tests.Checking;

public sealed class ExpectedTypeTests
{
    private static RuleType Working => Checked.Of("dossier.UsedMinutes").Bound!.Type;

    [Theory]
    [InlineData("480", "long (working-minutes)", null)]
    [InlineData("dossier.LimitMinutes * 2", "long (working-minutes)?", null)]
    [InlineData("dossier.Pages", "long (working-minutes)", "RULE-123 dossier.Pages")]
    [InlineData("dossier.LimitDays", "-", "RULE-120 dossier.LimitDays")]
    [InlineData("dossier.Code", "-", "RULE-116 dossier.Code")]
    [InlineData("dossier.Share", "-", "RULE-116 dossier.Share")]
    public void A_limit_counts_working_minutes(string text, string type, string? problem) => Expect(text, Working, type, problem);

    [Theory]
    [InlineData("\"2026-01-31\"", "DateOnly", null)]
    [InlineData("dossier.Born", "DateOnly", null)]
    [InlineData("null", "DateOnly?", null)]
    [InlineData("now", "-", "RULE-116 now")]
    public void A_text_written_in_the_rule_becomes_what_is_expected(string text, string type, string? problem) => Expect(text, RuleType.Date, type, problem);

    [Theory]
    [InlineData("ExpressionUtils.CheckContains(dossier.Note, \"a,b\")")]
    [InlineData("string.Equals(dossier.Note, dossier.Code)")]
    [InlineData("dossier.Note == \"a\"")]
    [InlineData("dossier.Copies in (1, 2)")]
    public void Where_missing_facts_are_null_a_missing_text_is_equal_to_nothing(string text)
    {
        var bound = Checked.WithNulls(text).Bound!;
        var hanoi = TimeSpan.FromHours(7);
        var context = new EvaluationContext(new DateTimeOffset(2026, 3, 10, 9, 30, 0, hanoi), hanoi);
        Assert.Equal(Verdict.False, ExpressionEvaluator.Judge(bound, SampleFacts.Of(), context, MissingFacts.Null));
        Assert.Equal(Verdict.Undetermined, ExpressionEvaluator.Judge(Checked.Of(text).Bound!, SampleFacts.Of(), context, MissingFacts.Undetermined));
    }

    private static void Expect(string text, RuleType expected, string type, string? problem)
    {
        var result = Checked.Of(text, Checked.Options with { Expected = expected });
        Assert.Equal(type, result.Type);
        Assert.Equal(problem is null ? [] : [problem], result.Problems);
    }
}
