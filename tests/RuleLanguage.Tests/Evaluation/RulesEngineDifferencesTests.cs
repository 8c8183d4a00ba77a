using Tthc.RuleLanguage.Evaluation;

namespace Tthc.RuleLanguage.Tests.Evaluation;

/// <summary>Where evaluating departs from RulesEngine on purpose: RE-DIFF-30 to RE-DIFF-36.</summary>
public sealed class RulesEngineDifferencesTests
{
    private static readonly World.Facts s_facts = new()
    {
        Case = new World.Case { Code = "a", Count = int.MaxValue, Parts = [new World.Part { Name = "b" }, new World.Part { Name = "B" }] },
    };

    /// <summary>RE-DIFF-30: <c>??</c> replaces an error as well as a null.</summary>
    [Fact]
    public void RE_DIFF_30_coalesce_replaces_an_error() => Assert.Equal(Verdict.True, Judge("(case.Before.Count ?? 5) == 5"));

    /// <summary>RE-DIFF-31: a whole number that overflows is an error, not another number.</summary>
    [Fact]
    public void RE_DIFF_31_overflow_is_an_error() => Assert.Equal(Verdict.Undetermined, Judge("case.Count + 1 < 0"));

    /// <summary>RE-DIFF-32: a binary fraction that is not finite is an error.</summary>
    [Fact]
    public void RE_DIFF_32_infinity_is_an_error() => Assert.Equal(Verdict.Undetermined, Judge("1.0 / case.Rate > 0"));

    /// <summary>RE-DIFF-33: an error makes a rule undetermined, not false.</summary>
    [Fact]
    public void RE_DIFF_33_an_error_is_no_no() => Assert.Equal(Verdict.Undetermined, Judge("case.Before.Urgent"));

    /// <summary>RE-DIFF-34: a list evaluates within a budget; beyond it the rule is undetermined.</summary>
    [Fact]
    public void RE_DIFF_34_lists_are_walked_within_a_budget() =>
        Assert.Equal(Verdict.Undetermined, Judge("case.Parts.All(p => p.Number >= 0)", new LanguageLimits { Steps = 1 }));

    /// <summary>RE-DIFF-35: FirstOrDefault of numbers gives null for an empty list, not 0.</summary>
    [Fact]
    public void RE_DIFF_35_firstOrDefault_of_numbers_gives_null() =>
        Assert.Equal(Verdict.True, Judge("case.Parts.Where(p => p.Number > 5).Select(p => p.Number).FirstOrDefault() == null"));

    /// <summary>RE-DIFF-36: texts are ordered by code unit, not by the culture of the machine.</summary>
    [Fact]
    public void RE_DIFF_36_texts_are_ordered_by_code_unit() => Assert.Equal(Verdict.True, Judge("case.Parts.OrderBy(p => p.Name).First().Name == \"B\""));

    private static Verdict Judge(string condition, LanguageLimits? limits = null)
    {
        var set = World.One(condition, MissingFacts.Null);
        var verdict = SetEvaluator.Compile(set).Warm().EvaluateOne(0, s_facts, Trees.Context(limits));
        var compiled = new Verdict[1];
        SetEvaluator.Compile(set).Warm().Evaluate(s_facts, Trees.Context(limits), compiled);
        Assert.Equal(verdict, compiled[0]);
        return verdict;
    }
}
