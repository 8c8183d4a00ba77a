using System.Text;

namespace Tthc.RuleLanguage.Tests.Checking;

/// <summary>Whatever an author writes is answered; the process lives.</summary>
public sealed class CheckerLimitsTests
{
    public static TheoryData<string, string, string> Nests => new()
    {
        { "!(", ")", "dossier.Urgent" },
        { "iif(dossier.Urgent, ", ", 1)", "dossier.Pages" },
        { "np(", ", 1)", "dossier.Copies" },
        { "Math.Abs(", ")", "dossier.Pages" },
        { "String.Format(\"{0}{1}\", \"x\", ", ")", "dossier.Code" },
        { "steps.Any(Rank > 1 && ", ")", "IsLate" },
        { "dossier.Code.Substring(", ".Length)", "dossier.Code" },
        { "-", "", "dossier.Pages" },
        { "new[] {", "}[0]", "dossier.Pages" },
        { "new(", " as A).A", "dossier.Pages" },
        { "(dossier.Pages + ", ")", "1" },
        { "(\"a\" + ", ")", "dossier.Pages" },
    };

    [Theory]
    [MemberData(nameof(Nests))]
    public void Deep_nesting_is_checked_or_refused(string open, string close, string inner)
    {
        foreach (var depth in new[] { 1, 10, 60, 195, 5000 })
        {
            var text = new StringBuilder().Insert(0, open, depth).Append(inner).Insert(0, " ").Append(string.Concat(Enumerable.Repeat(close, depth))).ToString();
            var result = Checked.Of(text);
            Assert.True(result.Bound is not null || result.Diagnostics.Length > 0);
            if (depth <= 10)
                Assert.NotNull(result.Bound);
        }
    }

    [Fact]
    public void A_format_with_a_thousand_places_does_not_nest_a_thousand_deep()
    {
        var result = Checked.Of($"String.Format(\"{string.Concat(Enumerable.Repeat("{0}", 1000))}\", dossier.Letter)");
        Assert.Equal(new string('A', 1000), result.Value());
    }

    [Fact]
    public void A_long_list_of_candidates_is_checked()
    {
        var result = Checked.Of($"dossier.Pages in ({string.Join(',', Enumerable.Range(0, 2000))}, 7)");
        Assert.Equal("RULE-134 7", Assert.Single(result.Problems));
    }

    [Theory]
    [InlineData("dossier.Code.PadLeft(60000) + dossier.Code.PadLeft(60000)")]
    [InlineData("dossier.Code.PadLeft(60000).Replace(\" \", \"0123456789\")")]
    [InlineData("dossier.Pages.ToString(\"D999999999\") + \"\"")]
    [InlineData("string.Join(dossier.Code.PadLeft(60000), dossier.Papers.Concat(dossier.Papers))")]
    public void Texts_do_not_grow_beyond_the_limit(string text)
    {
        var result = Checked.Of(text);
        Assert.True(result.Bound is null || result.Value() is null);
    }
}
