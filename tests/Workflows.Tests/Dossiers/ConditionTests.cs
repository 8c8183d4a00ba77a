using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Dossiers.Verbs;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>What conditions of a procedure do to a dossier; the procedure is <c>fixtures/procedures/conditions.procedure.json</c>.</summary>
public sealed class ConditionTests
{
    private const string Code = "9.000050";
    private static readonly Actor s_desk = Play.Officer("reception");
    private static readonly Actor s_officer = Play.Officer("officer");

    [Theory]
    [InlineData("true", "2025-11-19 17:00", 7)]
    [InlineData("false", "2025-11-18 17:00", 6)]
    public void Fix_the_total_at_receipt(string needs, string due, int days)
    {
        var play = Received($"NeedsVerification={needs}");
        Assert.Equal(Play.Local(due), play.Dossier.Clock!.OriginalDueAt);
        Assert.Equal(new Limit.WorkingDays(days), play.Dossier.Clock.Limit);
        var asked = Assert.Single(play.LastEvent.Conditions.Items, c => c.Text == "case.NeedsVerification");
        Assert.Equal(("limit[0].when", needs == "true"), (asked.Place, asked.Holds));
        Assert.Equal(new FindingFact("case.NeedsVerification", needs), Assert.Single(asked.Facts.Items));
    }

    [Fact]
    public void Are_not_asked_again_when_the_log_is_read_back()
    {
        var play = Checked("InHeritageZone=true", "Area=600", "NeedsVerification=false");
        Advance(play, "submit", papers: "survey");
        var conditions = play.Log.SelectMany(r => r.Event.Conditions.Items).Select(c => $"{c.Place}: {c.Holds}");
        Assert.Equal(
            [
                "limit[0].when: False", "steps.check.limit[0].when: True", "steps.check.actions.submit[0].when: False",
                "steps.opinions.parallel.fire.when: True", "steps.opinions.parallel.culture.when: True",
            ],
            conditions);
        Assert.Equal(play.Dossier, DossierEvolution.Fold(1, play.Log));
    }

    [Fact]
    public void Choose_the_way()
    {
        Assert.Equal(["verify"], Steps(Advance(Checked("NeedsVerification=true", "Area=10"), "submit")));
        Assert.Equal(["opinions/fire"], Steps(Advance(Checked("NeedsVerification=false", "Area=300", "InHeritageZone=false"), "submit")));
    }

    [Fact]
    public void Close_an_action_with_the_condition_in_words()
    {
        var refusal = Try(Checked("NeedsVerification=true"), "fast", "Area=10");
        Assert.Equal("condition-not-met", refusal?.Id);
        Assert.Contains("not case.NeedsVerification", refusal!.English, StringComparison.Ordinal);
        Assert.Contains("case.NeedsVerification (Cần xác minh) = true", refusal.Vietnamese, StringComparison.Ordinal);
        Assert.Equal(["sign"], Steps(Advance(Checked("NeedsVerification=false", "Area=10"), "fast")));
    }

    [Fact]
    public void Name_the_missing_fact_and_how_to_give_it_and_write_nothing()
    {
        var play = Checked("NeedsVerification=false", "Area=300");
        var version = play.Dossier.Version;
        var refusal = Try(play, "submit");
        Assert.Equal("condition-undetermined", refusal?.Id);
        Assert.Contains("case.InHeritageZone (Trong khu vực di tích)", refusal!.Vietnamese, StringComparison.Ordinal);
        Assert.Contains("InHeritageZone=true, false", refusal.English, StringComparison.Ordinal);
        Assert.Equal((version, null), (play.Dossier.Version, play.Dossier.FactOf("InHeritageZone")));
        Assert.Null(Try(play, "submit", "InHeritageZone=true"));
        Assert.Equal("true", play.Dossier.FactOf("InHeritageZone"));
    }

    [Fact]
    public void Open_the_branches_that_hold_and_the_join_waits_for_those()
    {
        var play = Advance(Checked("NeedsVerification=false", "Area=300", "InHeritageZone=false"), "submit");
        Assert.Equal(1, Assert.Single(play.Dossier.Forks.Items).Needed);
        play.Do(Play.Officer("officer", "cong-an"), "2025-11-10 11:00", new AdvanceStep(new StepTarget("opinions/fire", 0), null));
        Assert.Equal(["posting"], Steps(play));
        var both = Advance(Checked("NeedsVerification=false", "Area=300", "InHeritageZone=true"), "submit");
        Assert.Equal(2, Assert.Single(both.Dossier.Forks.Items).Needed);
    }

    [Fact]
    public void Lead_past_a_parallel_of_which_no_branch_opens()
    {
        var play = Advance(Checked("NeedsVerification=false", "Area=100", "InHeritageZone=false"), "submit");
        Assert.Equal(["sign"], Steps(play));
        Assert.Empty(play.Dossier.Forks);
    }

    [Fact]
    public void Close_a_branch_that_an_officer_wants()
    {
        var play = Checked("NeedsVerification=false", "Area=100", "InHeritageZone=false");
        var refusal = play.Try(s_officer, "2025-11-10 10:00", new AdvanceStep(new StepTarget("check", 0), "pick") { Branches = [new BranchChoice("culture", null)] });
        Assert.Equal("condition-not-met", refusal?.Id);
        play.Do(s_officer, "2025-11-10 10:00", new AdvanceStep(new StepTarget("check", 0), "pick") { Branches = [new BranchChoice("fire", null)] });
        Assert.Equal(["some/fire"], Steps(play));
    }

    [Theory]
    [InlineData("Area=600", 480)]
    [InlineData("Area=100", 240)]
    public void Give_a_step_its_time(string area, int minutes) =>
        Assert.Equal(minutes, Assert.Single(Checked("NeedsVerification=false", area).Dossier.Tokens.Items).BudgetMinutes);

    [Theory]
    [InlineData("Area=600", "", "leader", "lanh-dao", "H34.10")]
    [InlineData("Area=100", "", "section-head", "phong-1", "H34.10")]
    [InlineData("Area=100", "Route=tinh", "section-head", "phong-1", "H34.1")]
    public void Assign_a_step(string area, string route, string role, string unit, string agency)
    {
        var play = Checked("NeedsVerification=false", area, route.Length == 0 ? "Route=xa" : route);
        Advance(play, "fast", papers: "survey");
        var token = Assert.Single(play.Dossier.Tokens.Items);
        var item = Assert.Single(WorkItemPlan.Of(play.Dossier, play.Procedure));
        Assert.Equal((role, unit, agency), (item.Role, token.Unit, token.Agency));
        var settle = new SettleDossier(new ResultDraft("1", new DateOnly(2025, 11, 10), "kq.pdf", null, null, null));
        var other = role == "leader" ? "section-head" : "leader";
        Assert.Equal("wrong-role", play.Try(Play.Officer(other, agency, unit: unit), "2025-11-10 14:00", settle)?.Id);
        Assert.Null(play.Try(Play.Officer(role, agency, unit: unit), "2025-11-10 14:00", settle));
    }

    [Fact]
    public void Demand_a_paper_only_when_they_hold()
    {
        var form = Form("NeedsVerification=false", "InHeritageZone=true");
        Assert.Equal("missing-paper", new Play(Code).Try(s_desk, "2025-11-10 08:00", new ReceiveDossier(form, Channel.Direct))?.Id);
        Assert.Null(new Play(Code).Try(s_desk, "2025-11-10 08:00", new ReceiveDossier(Form("NeedsVerification=false", "InHeritageZone=false"), Channel.Direct)));
        Assert.Equal("missing-paper", Try(Checked("NeedsVerification=false", "Area=600"), "fast")?.Id);
        Assert.Null(Try(Checked("NeedsVerification=false", "Area=100"), "fast"));
    }

    /// <summary>Nobody can give a fact when a posting ends by itself: what stands for all else is taken, and the event says that it could not be told.</summary>
    [Fact]
    public void Take_what_stands_for_all_else_where_nobody_can_give_the_fact()
    {
        var play = Posted("Area=300");
        play.PassTime("2025-11-12 17:00");
        Assert.Equal(["sign"], Steps(play));
        var asked = Assert.Single(play.Log.Single(r => r.Event is WaitEnded).Event.Conditions.Items, c => c.Text == "case.Storeys > 7");
        Assert.Null(asked.Holds);
        Assert.Equal(new FindingFact("case.Storeys", null), Assert.Single(asked.Facts.Items));
        Assert.Equal(["council"], Steps(Posted("Area=300", "Storeys=9").PassTime("2025-11-12 17:00")));
    }

    [Fact]
    public void Keep_a_fixed_fact_and_correct_another()
    {
        var play = Checked("NeedsVerification=false", "Area=10");
        Assert.Equal("fact-fixed", Try(play, "fast", "NeedsVerification=true")?.Id);
        Assert.Null(Try(play, "fast", "Area=0300.50"));
        Assert.Equal("300.5", play.Dossier.FactOf("Area"));
        Assert.Equal(new CaseFactValue("Area", "300.5"), Assert.Single(Assert.IsType<StepAdvanced>(play.LastEvent).Facts.Items));
        Assert.Equal(2, play.Dossier.Facts.Count);
    }

    [Fact]
    public void Have_facts_of_the_declared_names_and_types_only()
    {
        var unknown = new Play(Code).Try(s_desk, "2025-11-10 08:00", new SubmitDossier(Form("Needs=true", "Zone=1")));
        Assert.Equal("unknown-fact", unknown?.Id);
        Assert.Contains("Needs, Zone", unknown!.English, StringComparison.Ordinal);
        var wrong = new Play(Code).Try(s_desk, "2025-11-10 08:00", new SubmitDossier(Form("NeedsVerification=yes", "Area=1,5", "Storeys=2.5", "Built=10/11/2025")));
        Assert.Equal("fact-value", wrong?.Id);
        Assert.All(["NeedsVerification=yes", "Area=1,5", "Storeys=2.5", "Built=10/11/2025"], text => Assert.Contains(text, wrong!.English, StringComparison.Ordinal));
    }

    [Fact]
    public void Need_at_receipt_what_a_filing_may_lack()
    {
        var play = new Play(Code).Do(s_desk, "2025-11-10 08:00", new SubmitDossier(Form("Area=10")));
        Assert.Equal("missing-fact", play.Try(s_desk, "2025-11-10 09:00", new ReceiveDossier(null, Channel.Online))?.Id);
        play.Do(s_desk, "2025-11-10 09:00", new ReceiveDossier(null, Channel.Online) { Facts = Facts("NeedsVerification=true", "Area=20") });
        Assert.Equal([new("Area", "20"), new("NeedsVerification", "true")], play.Dossier.Facts.Items.OrderBy(f => f.Name, StringComparer.Ordinal));
    }

    internal static Refusal? TryAtCheck(string action, params string[] facts) => Try(Checked("NeedsVerification=true"), action, facts);

    internal static Refusal? TryUndetermined() => Try(Checked("NeedsVerification=false", "Area=300"), "submit");

    internal static Refusal? TryToSubmit(params string[] facts) => new Play(Code).Try(s_desk, "2025-11-10 08:00", new SubmitDossier(Form(facts)));

    internal static Refusal? TryToReceive(params string[] facts) => new Play(Code).Try(s_desk, "2025-11-10 08:00", new ReceiveDossier(Form(facts), Channel.Direct));

    private static Play Posted(params string[] facts)
    {
        var play = Advance(Checked([.. facts, "NeedsVerification=false", "InHeritageZone=false"]), "submit");
        return play.Do(Play.Officer("officer", "cong-an"), "2025-11-10 11:00", new AdvanceStep(new StepTarget("opinions/fire", 0), null));
    }

    private static Play Received(params string[] facts) =>
        new Play(Code).Do(s_desk, "2025-11-10 08:00", new ReceiveDossier(Form(facts) with { Papers = [new("form", 1, 0, 0), new("heritage", 0, 0, 1)] }, Channel.Direct));

    /// <summary>Received with the facts that may be known then, and at the examining step.</summary>
    private static Play Checked(params string[] facts)
    {
        var early = facts.Any(f => f.StartsWith("Area", StringComparison.Ordinal)) ? facts : [.. facts, "Area=1"];
        return Received(early).Do(s_desk, "2025-11-10 09:00", new AdvanceStep(new StepTarget("receive", 0), null));
    }

    private static Play Advance(Play play, string action, string? papers = null) =>
        play.Do(s_officer, "2025-11-10 10:00", new AdvanceStep(new StepTarget("check", 0), action) { Papers = papers is null ? [] : [new PaperOnFile(papers, 0, 0, 1)] });

    private static Refusal? Try(Play play, string action, params string[] facts) =>
        play.Try(s_officer, "2025-11-10 10:00", new AdvanceStep(new StepTarget("check", 0), action) { Facts = Facts(facts) });

    private static IEnumerable<string> Steps(Play play) => play.Dossier.Tokens.Items.Select(t => t.Step);

    private static IntakeForm Form(params string[] facts) => Play.Form(Code) with { Facts = Facts(facts) };

    private static System.Collections.Immutable.ImmutableArray<CaseFactValue> Facts(params string[] facts) =>
        [.. facts.Select(f => f.Split('=')).Select(f => new CaseFactValue(f[0], f[1]))];
}
