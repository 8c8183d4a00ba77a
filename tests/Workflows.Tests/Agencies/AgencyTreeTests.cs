using Tthc.Text.Diagnostics;
using Tthc.Workflows.Agencies;
using Tthc.Workflows.Tests.Reading;

namespace Tthc.Workflows.Tests.Agencies;

public sealed class AgencyTreeTests
{
    private static readonly DateOnly Before = new(2025, 6, 30);
    private static readonly DateOnly After = new(2025, 7, 1);

    private static readonly AgencyTree Tree = AgencyReader.Read(
        RepositoryFiles.Rules("agencies", "*.agencies.json"), new HashSet<string> { "office-kon-tum", "office-quang-ngai" }, new DiagnosticBag())!;

    [Fact]
    public void Finds_by_key_and_by_identifier_on_a_date()
    {
        Assert.Equal("xa-po-y", Tree.Find("xa-po-y", Before)?.Key);
        Assert.Equal("xa-po-y", Tree.Find("000.02.31.H34", Before)?.Key);
        Assert.Null(Tree.Find("xa-po-y", After));
        Assert.Null(Tree.Find("000.02.31.H34", After));
        Assert.Null(Tree.Find("qn-xa-bo-y", Before));
        Assert.Null(Tree.Find("nobody", Before));
        Assert.Equal("xa-po-y", Tree.FindKey("xa-po-y")?.Key);
    }

    [Theory]
    [InlineData("xa-po-y", "tax", "thue-ngoc-hoi")] // by the area of its district
    [InlineData("xa-po-y", "police", "cong-an-ngoc-hoi")]
    [InlineData("xa-po-y", "land-registry-branch", "chi-nhanh-dat-dai-ngoc-hoi")]
    [InlineData("xa-po-y", "land-registry", "kt-dang-ky-dat-dai")] // by the area of the province
    [InlineData("xa-po-y", "commune-committee", "xa-po-y")] // itself
    [InlineData("xa-po-y", "district-committee", "huyen-ngoc-hoi")] // up the superiors
    [InlineData("xa-po-y", "culture-department", "kt-so-van-hoa")] // the only one below the province
    [InlineData("xa-po-y", "fire-police", "kt-canh-sat-pccc")]
    [InlineData("kt-so-xay-dung", "one-stop-centre", "kt-trung-tam")]
    [InlineData("kon-tum", "district-committee", null)] // two of them: no choice is made
    [InlineData("kon-tum", "no-such-kind", null)]
    public void Finds_the_agency_competent_for_an_area(string from, string kind, string? expected) =>
        Assert.Equal(expected, Tree.Nearest(kind, Tree.FindKey(from)!, Before)?.Key);

    [Theory]
    [InlineData("tax", "qn-thue-bo-y")]
    [InlineData("police", "qn-cong-an-bo-y")]
    [InlineData("social-insurance", "qn-bao-hiem-bo-y")]
    [InlineData("district-committee", null)]
    [InlineData("province-committee", "quang-ngai")]
    public void Finds_it_after_the_districts_are_gone(string kind, string? expected) =>
        Assert.Equal(expected, Tree.Nearest(kind, Tree.FindKey("qn-xa-bo-y")!, After)?.Key);

    [Fact]
    public void Finds_it_from_an_agency_that_has_ended() =>
        Assert.Equal("qn-thue-bo-y", Tree.Nearest("tax", Tree.FindKey("xa-po-y")!, After)?.Key);

    [Fact]
    public void Hands_work_to_the_successor()
    {
        var commune = Tree.FindKey("xa-po-y")!;
        Assert.Equal("xa-po-y", Tree.Responsible(commune, Before)?.Key);
        Assert.Equal("qn-xa-bo-y", Tree.Responsible(commune, After)?.Key);
        Assert.Equal("quang-ngai", Tree.Superior(Tree.Responsible(commune, After)!, After)?.Key);
        Assert.Null(Tree.Responsible(Tree.FindKey("qn-xa-bo-y")!, Before));
    }

    [Fact]
    public void Knows_superiors_and_children()
    {
        Assert.Equal("huyen-ngoc-hoi", Tree.Superior(Tree.FindKey("xa-po-y")!, Before)?.Key);
        Assert.Equal("quang-ngai", Tree.Superior(Tree.FindKey("xa-po-y")!, After)?.Key);
        Assert.Null(Tree.Superior(Tree.FindKey("kon-tum")!, Before));
        Assert.Equal(["thi-tran-plei-kan", "xa-dak-duc", "xa-po-y"], Tree.Children(Tree.FindKey("huyen-ngoc-hoi")!, Before).Select(child => child.Key));
        Assert.Empty(Tree.Children(Tree.FindKey("huyen-ngoc-hoi")!, After));
    }

    [Fact]
    public void Inherits_the_calendar_of_the_agency_above()
    {
        Assert.Equal("office-kon-tum", Tree.FindKey("chi-nhanh-dat-dai-ngoc-hoi")!.Calendar);
        Assert.Equal("office-quang-ngai", Tree.FindKey("qn-cong-an-bo-y")!.Calendar);
    }

    [Fact]
    public void Knows_who_holds_a_role_and_who_assigns_it()
    {
        var commune = Tree.FindKey("qn-xa-bo-y")!;
        Assert.True(commune.HasRole("construction-officer"));
        Assert.False(commune.HasRole("land-registry-director"));
        Assert.Equal(["phuc-vu-hanh-chinh-cong", "van-hoa-xa-hoi", "kinh-te"], commune.UnitsWith("unit-head").Select(unit => unit.Key));
        Assert.True(Tree.MayAssign("branch-head", "branch-officer"));
        Assert.False(Tree.MayAssign("branch-officer", "branch-head"));
        Assert.False(Tree.MayAssign("nobody", "clerk"));
    }

    [Fact]
    public void Marks_assumed_identifiers()
    {
        Assert.False(Tree.FindKey("kon-tum")!.IdConfirmed);
        Assert.True(Tree.FindKey("quang-ngai")!.IdConfirmed);
    }

    [Theory]
    [InlineData("one-stop-officer")] [InlineData("civil-status-officer")] [InlineData("certification-officer")] [InlineData("commune-leader")]
    [InlineData("clerk")] [InlineData("culture-society-officer")] [InlineData("disability-council")] [InlineData("labour-officer")]
    [InlineData("economy-infrastructure-officer")] [InlineData("construction-officer")] [InlineData("chairman")] [InlineData("land-registry-officer")]
    [InlineData("land-registry-section-head")] [InlineData("land-registry-director")] [InlineData("branch-officer")] [InlineData("branch-head")]
    [InlineData("commune-land-officer")] [InlineData("commune-land-head")] [InlineData("tax-officer")] [InlineData("police-officer")]
    [InlineData("insurance-officer")] [InlineData("finance-officer")] [InlineData("unit-head")] [InlineData("health-assessment-council")]
    [InlineData("fire-police-officer")] [InlineData("culture-agency-officer")]
    public void Has_somebody_for_every_role_before_and_after_the_merger(string role)
    {
        Assert.Contains(Tree.Agencies, agency => agency.ExistsOn(Before) && agency.HasRole(role));
        Assert.Contains(Tree.Agencies, agency => agency.ExistsOn(After) && agency.HasRole(role));
    }
}
