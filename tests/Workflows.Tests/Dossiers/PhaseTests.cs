using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Verbs;
using Tthc.Workflows.Tests.Calendars;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>Phase one of the project certificate: four working days from 08:00 on Monday 3/11/2025.</summary>
public sealed class PhaseTests
{
    [Fact]
    public void Run_from_the_first_step_to_the_wait_and_no_further()
    {
        var play = UpTo("payment");
        var one = Assert.Single(play.Dossier.Phases);
        Assert.Equal(Play.Local("2025-11-05 15:00"), one.Clock.LeftAt);
        Assert.Equal(TimeSpan.FromHours(7 + 8 + 6), one.Clock.Used(Play.Local("2025-12-01 08:00"), play.Dossier.Clock!.Suspensions, SampleCalendars.Office).Value);
    }

    [Fact]
    public void Begin_anew_with_the_first_step_after_the_payment()
    {
        var play = UpTo("payment")
            .Do(Registry, "2025-11-05 16:00", new RequestPayment("TB", 1))
            .Do(Registry, "2025-11-12 15:00", new ConfirmPayment("BL"));
        Assert.Equal(["one", "two"], play.Dossier.Phases.Select(p => p.Phase));
        Assert.Equal(Play.Local("2025-11-12 15:00"), play.Dossier.Phases[1].Clock.ArrivedAt);
        Assert.Equal(Play.Local("2025-11-18 15:00"), play.Dossier.Phases[1].DueAt);
    }

    [Fact]
    public void Are_due_later_by_the_time_the_applicant_took()
    {
        var play = UpTo("examine");
        Assert.Equal(Play.Local("2025-11-07 08:00"), play.Dossier.Phases[0].DueAt);
        play.Do(Registry, "2025-11-03 11:00", new RequestSupplement(["form"], "thiếu", "1", false))
            .Do(Registry, "2025-11-05 11:00", new ReceiveSupplement([new PaperOnFile("form", 1, 0, 0)]));
        Assert.Equal(Play.Local("2025-11-11 08:00"), play.Dossier.Phases[0].DueAt);
        Assert.Null(play.Dossier.Phases[0].Clock.LeftAt);
    }

    [Fact]
    public void Go_on_with_the_time_used_when_entered_again()
    {
        var play = UpTo("payment")
            .Do(Registry, "2025-11-05 16:00", new RequestPayment("TB", 1))
            .Do(Registry, "2025-11-12 15:00", new ConfirmPayment("BL"))
            .Do(Play.Officer("reception", "trung-tam"), "2025-11-12 16:00", new AdvanceStep(new StepTarget("proof", 0), null));
        var settled = SettleFrom(play);
        settled.Do(Play.Officer("reception", "trung-tam"), "2025-11-17 14:00", new ReopenDossier("sai", "Bình", "examine"));
        var one = settled.Dossier.Phases.Single(p => p.Phase == "one");
        Assert.Null(one.Clock.LeftAt);
        Assert.Equal(TimeSpan.FromHours(21), one.Clock.UsedBefore);
        Assert.NotNull(settled.Dossier.Phases.Single(p => p.Phase == "two").Clock.LeftAt);
    }

    private static Actor Registry => Play.Officer("registry", "van-phong-dat-dai");

    private static Play UpTo(string step)
    {
        (string At, string Role, string Agency, string Step)[] road =
        [
            ("2025-11-03 10:00", "reception", "trung-tam", "receive"), ("2025-11-04 10:00", "registry", "van-phong-dat-dai", "examine"),
            ("2025-11-04 11:00", "section-head", "van-phong-dat-dai", "submit"), ("2025-11-05 11:00", "leader", "van-phong-dat-dai", "approve"),
            ("2025-11-05 15:00", "registry", "van-phong-dat-dai", "to-tax"),
        ];
        var play = new Play("TTHC-TINH-19").Do(Play.Officer("reception", "trung-tam"), "2025-11-03 08:00", new ReceiveDossier(Play.Form("TTHC-TINH-19", "trung-tam"), Channel.Direct));
        foreach (var (at, role, agency, id) in road.TakeWhile(s => s.Step != step))
            play.Do(Play.Officer(role, agency), at, new AdvanceStep(new StepTarget(id, 0), null));
        return play;
    }

    private static Play SettleFrom(Play play)
    {
        foreach (var (role, step) in new[] { ("registry", "submission"), ("section-head", "submit-2"), ("leader", "approve-2"), ("registry", "result") })
            play.Do(Play.Officer(role, "van-phong-dat-dai"), "2025-11-17 10:00", new AdvanceStep(new StepTarget(step, 0), null));
        return play.Do(Registry, "2025-11-17 11:00", new SettleDossier(new ResultDraft("1", new DateOnly(2025, 11, 17), "cn.pdf", null, null, null)));
    }
}
