using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Tests.Checking;

public sealed class NameBinderTests
{
    private static readonly Variable s_limit = new("limit", RuleType.Int32, VariableKind.Scoped);

    [Fact]
    public void Finds_parameters_facts_and_the_clock()
    {
        Assert.Same(s_limit, Assert.IsType<BoundVariable>(Checked.Of("limit", Checked.Options with { Scope = [s_limit] }).Bound).Variable);
        Assert.Equal(ClockReading.Instant, Assert.IsType<BoundClock>(Checked.Of("now").Bound).Reading);
        Assert.IsType<BoundFacts>(Assert.IsType<BoundMember>(Checked.Of("dossier").Bound).Receiver);
    }

    [Fact]
    public void A_fact_called_now_hides_the_clock()
    {
        var schema = new FactSchema(DataRecord.ShapeOf("facts", [("now", RuleType.Int32, new BilingualText("n", "n"))]));
        Assert.Equal("int", Checked.Of("now", Checked.Options with { Facts = schema }).Type);
    }

    [Fact]
    public void Members_of_the_only_fact_need_no_prefix_unless_there_are_parameters()
    {
        var options = Checked.Options with { Facts = SampleFacts.Single };
        Assert.Equal("bool", Checked.Of("Pages > 3 && it.Pages < 9 && Code.StartsWith(\"a\")", options).Type);
        Assert.Equal("RULE-100 Pages", Assert.Single(Checked.Of("Pages > limit", options with { Scope = [s_limit] }).Problems));
    }

    [Theory]
    [InlineData("DOSSIER.pages > 1", "RULE-103 DOSSIER", "RULE-103 pages")]
    [InlineData("dossier.code.toupper() == math.pi.ToString()", "RULE-103 code", "RULE-103 toupper", "RULE-103 pi")]
    [InlineData("steps.any(s => s.islate)", "RULE-103 any", "RULE-103 islate")]
    public void Case_counts_for_a_hint_only(string text, params string[] hints)
    {
        var result = Checked.Of(text);
        Assert.NotNull(result.Bound);
        Assert.Equal(hints, result.Diagnostics.Select(result.Show));
    }

    [Theory]
    [InlineData("Dossier.Pages > 1", "RULE-100 Dossier")]
    [InlineData("dossier.pages > 1", "RULE-101 pages")]
    [InlineData("dossier.Code.toUpper() == \"A\"", "RULE-108 toUpper")]
    [InlineData("steps.any()", "RULE-108 any")]
    public void Case_counts_where_asked(string text, string problem) =>
        Assert.Equal(problem, Assert.Single(Checked.Of(text, Checked.Options with { IsCaseSensitive = true }).Problems));

    [Theory]
    [InlineData("steps.Any(IsLate)")]
    [InlineData("steps.Any(it.IsLate)")]
    [InlineData("steps.Any($.IsLate)")]
    [InlineData("steps.Any(q => q.IsLate && it.Rank > 1)")]
    [InlineData("steps.Any(Parts.Any(Rank > parent.Rank && ^.IsLate))")]
    [InlineData("steps.Any(Parts.Any(Rank > root.dossier.Pages && ~.dossier.Urgent))")]
    [InlineData("steps.Any(IsLateBy(30))")]
    [InlineData("steps.Any(Parts.Any(p => p.Rank > parent.Rank))")]
    [InlineData("steps.Any(s => s.Parts.Any(p => p.Rank > s.Rank))")]
    public void Elements_of_a_query_are_known(string text)
    {
        var result = Checked.Of(text);
        Assert.Equal([], result.Problems);
        Assert.Equal("bool?", result.Type);
    }

    [Fact]
    public void A_name_known_outside_hides_the_member_of_an_element_with_a_warning()
    {
        var rank = new Variable("Rank", RuleType.Int32, VariableKind.Scoped);
        var result = Checked.Of("steps.Any(Rank > 1)", Checked.Options with { Scope = [rank] });
        Assert.Equal("RULE-104 Rank", Assert.Single(result.Problems));
        Assert.Contains(BoundTree.All(result.Bound!), e => e is BoundVariable { Variable: var v } && v == rank);
    }

    [Theory]
    [InlineData("new(dossier.Code as A, 1 as B).B", "int")]
    [InlineData("steps.Select(new(Name as N, Rank as R)).First().R", "int?")]
    [InlineData("dossier[\"Pages\"]", "int")]
    [InlineData("System.DayOfWeek.Monday == now.DayOfWeek", "bool")]
    [InlineData("SampleStatus.Open", "SampleStatus")]
    [InlineData("steps.GroupBy(Status).First().Key", "SampleStatus?")]
    [InlineData("steps.GroupBy(Status).Select(g => g.Sum(Rank)).Max()", "int?")]
    public void Members_have_their_types(string text, string type) => Assert.Equal(type, Checked.Of(text).Type);

    [Theory]
    [InlineData("input1.missing == null", "bool")]
    [InlineData("input1.missing == \"v\"", "bool?")]
    [InlineData("input1.missing > 1", "bool?")]
    [InlineData("input1.missing.deeper.still + 1", "?")]
    [InlineData("input1.missing && true == false", "bool?")]
    public void A_member_that_data_do_not_have_is_a_missing_fact(string text, string type)
    {
        var input = DataRecord.ShapeOf("input1", [("country", RuleType.String, new BilingualText("nước", "country"))], isOpen: true);
        var options = Checked.Options with { Facts = new FactSchema(DataRecord.ShapeOf("facts", [("input1", RuleType.Of(input), new BilingualText("d", "d"))])) };
        var result = Checked.Of(text, options);
        Assert.Equal("RULE-102 missing", result.Problems.First());
        Assert.Equal(type, result.Type);
    }
}
