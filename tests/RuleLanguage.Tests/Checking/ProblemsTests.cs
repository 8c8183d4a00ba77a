namespace Tthc.RuleLanguage.Tests.Checking;

/// <summary>Each mistake at its place, and only once.</summary>
public sealed class ProblemsTests
{
    [Theory]
    [InlineData("dossier.Code > 5", "RULE-113 >")]
    [InlineData("dossier.Code - 5 > 1", "RULE-113 -")]
    [InlineData("dossier.Note ?? 5", "RULE-113 dossier.Note ?? 5")]
    [InlineData("dossier.Code == dossier.ReceivedAt", "RULE-113 ==")]
    [InlineData("dossier.Fee + dossier.Share > 1", "RULE-114 +")]
    [InlineData("dossier.Serial + dossier.Pages > 1", "RULE-110 +")]
    [InlineData("dossier.Pages && dossier.Urgent", "RULE-115 dossier.Pages")]
    [InlineData("steps.Where(Rank).Any()", "RULE-115 Rank")]
    [InlineData("dossier.Born + dossier.Wait > now", "RULE-110 +")]
    [InlineData("dossier.Urgent > true", "RULE-118 >")]
    [InlineData("dossier == step", "RULE-110 ==")]
    [InlineData("dossier.Papers == steps", "RULE-110 ==")]
    [InlineData("dossier.Pages in (1, null)", "RULE-117 null")]
    [InlineData("dossier.Pages in (1, 'a')", "RULE-119 'a'")]
    [InlineData("dossier.Pages in steps", "RULE-119 dossier.Pages in steps")]
    [InlineData("new[] {1, true}.Count > 0", "RULE-119 true")]
    [InlineData("dossier.Numbers.Contains(\"x\")", "RULE-112 \"x\"")]
    [InlineData("dossier.Numbers.Concat(dossier.Papers).Any()", "RULE-141 dossier.Papers")]
    [InlineData("dossier.Numbers.Take(\"a\").Any()", "RULE-141 \"a\"")]
    [InlineData("steps.OrderBy(it).Any()", "RULE-148 it")]
    [InlineData("steps.SelectMany(Name).Any()", "RULE-148 Name")]
    [InlineData("steps.GroupBy(Parts).Any()", "RULE-148 Parts")]
    [InlineData("steps.Any(1, 2)", "RULE-140 Any")]
    [InlineData("steps.All()", "RULE-140 All")]
    [InlineData("steps.ToDictionary(Name)", "RULE-108 ToDictionary")]
    [InlineData("steps.Any", "RULE-105 Any")]
    [InlineData("dossier.Code.Trim == \"\"", "RULE-105 Trim")]
    [InlineData("dossier.Code.Foo()", "RULE-108 Foo")]
    [InlineData("calendar.Foo()", "RULE-108 Foo")]
    [InlineData("Math.Foo(1)", "RULE-108 Foo")]
    [InlineData("foo(1)", "RULE-107 foo")]
    [InlineData("DateTime.Foo", "RULE-101 Foo")]
    [InlineData("SampleStatus.Opened", "RULE-101 Opened")]
    [InlineData("iif(1)", "RULE-140 iif")]
    [InlineData("dossier.Code.Substring(\"a\")", "RULE-112 \"a\"")]
    [InlineData("dossier.Code.Substring(1.5)", "RULE-141 1.5")]
    [InlineData("calendar.AddWorkingTime(dossier.Pages, 5)", "RULE-141 dossier.Pages")]
    [InlineData("as(dossier.Code, dossier.Code)", "RULE-143 dossier.Code")]
    [InlineData("is(dossier.Code, 5)", "RULE-143 5")]
    [InlineData("dossier.ReceivedAt.ToString(\"%\")", "RULE-145 \"%\"")]
    [InlineData("String.Format(\"{0\", 1)", "RULE-145 \"{0\"")]
    [InlineData("String.Format(\"{0} {0}\", dossier.Code.ToUpper())", "RULE-145 \"{0} {0}\"")]
    [InlineData("root", "RULE-105 root")]
    [InlineData("parent.Rank", "RULE-106 parent")]
    [InlineData("dossier.Code.GetType().Assembly.FullName", "RULE-109 GetType")]
    [InlineData("Environment.Exit(1)", "RULE-109 Environment")]
    [InlineData("Regex.IsMatch(dossier.Code, \"a\")", "RULE-109 Regex")]
    [InlineData("Guid.NewGuid()", "RULE-109 NewGuid")]
    [InlineData("System.IO.File.Exists(\"x\")", "RULE-100 System")]
    [InlineData("\"\".GetType()", "RULE-109 GetType")]
    [InlineData("null.Length", "RULE-105 null")]
    public void Is_an_error(string text, string problem)
    {
        var result = Checked.Of(text);
        Assert.Null(result.Bound);
        Assert.Equal(problem, Assert.Single(result.Problems));
    }

    [Theory]
    [InlineData("dossier.Pags + dossier.Cods > foo(1)", "RULE-101 Pags", "RULE-101 Cods", "RULE-107 foo")]
    [InlineData("dossier.Foo.Bar.Baz(1) && !dossier.Pages", "RULE-101 Foo", "RULE-115 dossier.Pages")]
    [InlineData("steps.Any(s => s.Foo > 1 || s.Bar)", "RULE-101 Foo", "RULE-101 Bar")]
    [InlineData("iif(dossier.Foo, 1 / 0, \"a\" - 1)", "RULE-101 Foo", "RULE-136 /", "RULE-113 -")]
    public void All_mistakes_are_found_at_once_and_none_has_a_follower(string text, params string[] problems) =>
        Assert.Equal(problems, Checked.Of(text).Problems);

    [Theory]
    [InlineData("dossier.Pages == null", "RULE-130 dossier.Pages == null")]
    [InlineData("null != dossier.Urgent", "RULE-130 null != dossier.Urgent")]
    [InlineData("np(dossier.Pages) > 1", "RULE-131 np(dossier.Pages)")]
    [InlineData("isnull(dossier.Code, \"\") == \"a\"", "RULE-131 \"\"")]
    [InlineData("dossier.Urgent && false", "RULE-132 false")]
    [InlineData("iif(true, dossier.Urgent, false)", "RULE-132 true")]
    [InlineData("1 == 1", "RULE-132 1 == 1")]
    [InlineData("is(dossier.Pages, \"int\")", "RULE-132 is(dossier.Pages, \"int\")")]
    [InlineData("dossier.DueAt == dossier.DueAt", "RULE-133 dossier.DueAt == dossier.DueAt")]
    [InlineData("dossier.Urgent || dossier.Urgent", "RULE-133 dossier.Urgent || dossier.Urgent")]
    [InlineData("dossier.Status in (\"Open\", \"Closed\", \"open\")", "RULE-134 \"open\"")]
    public void Is_a_warning(string text, string problem)
    {
        var result = Checked.Of(text);
        Assert.NotNull(result.Bound);
        Assert.Equal(problem, Assert.Single(result.Problems));
    }

    [Theory]
    [InlineData("dossier.Urgent", true)]
    [InlineData("dossier.Returned", true)]
    [InlineData("true", true)]
    [InlineData("dossier.Pages", false)]
    [InlineData("null", false)]
    [InlineData("\"true\"", false)]
    public void CheckCondition_wants_a_condition(string text, bool fits)
    {
        var bag = new Tthc.Text.Diagnostics.DiagnosticBag();
        Assert.Equal(fits, RuleLanguage.Checking.ExpressionChecker.CheckCondition(ExpressionText.From(text), Checked.Options, bag) is not null);
        Assert.Equal(fits ? [] : ["RULE-115"], bag.ToImmutable().Select(d => d.Id));
    }
}
