using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Dossiers.Verbs;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>Deadlines follow from the state: each passing is on record once, and armed anew when its moment moves.</summary>
public sealed class DeadlinePlanTests
{
    private static readonly Actor s_desk = Play.Officer("reception");

    [Fact]
    public void Say_once_that_the_due_moment_passed_and_again_when_it_moved()
    {
        var play = Appraised().PassTime("2025-12-02 08:00").PassTime("2025-12-03 08:00");
        Assert.Equal(["2025-12-01 24:00"], Passed(play, "due"));
        play.Do(s_desk, "2025-12-03 09:00", new RequestSupplement(["form"], "thiếu", "1", false))
            .Do(s_desk, "2025-12-04 09:00", new ReceiveSupplement([new PaperOnFile("form", 1, 0, 0)]))
            .PassTime("2026-02-10 08:00");
        Assert.Equal(["2025-12-01 24:00", "2026-01-05 24:00"], Passed(play, "due"));
    }

    [Fact]
    public void Follow_a_step_whose_moment_a_pause_moved()
    {
        var play = Appraised();
        Assert.Equal(Play.Local("2025-11-03 14:00"), DeadlinePlan.Next(play.Dossier, play.Procedure)?.At);
        play.Do(s_desk, "2025-11-03 09:00", new SuspendDossier("Điều 36"));
        Assert.Equal(new PlannedDeadline(DeadlineNames.Suspension, Play.Local("2025-12-01 17:00")), DeadlinePlan.Next(play.Dossier, play.Procedure));
        play.Do(s_desk, "2025-11-05 09:00", new ResumeDossier(null)).PassTime("2025-11-05 13:59");
        Assert.DoesNotContain(play.Log, r => r.Event is DeadlinePassed);
        play.PassTime("2025-11-05 14:00");
        Assert.Equal("receive", Assert.IsType<DeadlinePassed>(play.LastEvent).Step);
    }

    [Fact]
    public void Watch_each_supplement_by_itself()
    {
        var asked = new Play("1.013225").Do(s_desk, "2025-11-03 08:00", new SubmitDossier(Play.Form("1.013225")))
            .Do(s_desk, "2025-11-03 09:00", new RequestSupplement(["form"], "thiếu", "1", false))
            .Do(s_desk, "2025-11-04 09:00", new ReceiveSupplement([new PaperOnFile("form", 1, 0, 0)]))
            .Do(s_desk, "2025-11-04 10:00", new RequestSupplement(["form"], "vẫn thiếu", "2", true));
        Assert.Equal(new PlannedDeadline(DeadlineNames.Supplement, Play.Local("2025-11-06 17:00")), DeadlinePlan.Next(asked.Dossier, asked.Procedure));
    }

    /// <summary>The limit of a wait is that of the one waited for: it runs although the clock of the dossier stands still.</summary>
    [Fact]
    public void Watch_a_wait_while_the_clock_stands_still()
    {
        var play = new Play("9.000002")
            .Do(s_desk, "2025-11-03 08:00", new ReceiveDossier(Play.Form("9.000002"), Channel.Direct))
            .Do(s_desk, "2025-11-03 09:00", new AdvanceStep(new StepTarget("receive", 0), null))
            .PassTime("2025-11-05 17:00");
        var passed = Assert.IsType<DeadlinePassed>(play.LastEvent);
        Assert.Equal(("outside", Play.Local("2025-11-05 17:00")), (passed.Step, passed.LegalInstant));
    }

    [Fact]
    public void Are_none_after_the_end()
    {
        var play = Appraised().Do(s_desk, "2025-11-03 09:00", new WithdrawDossier("đổi ý"));
        Assert.Null(DeadlinePlan.Next(play.Dossier, play.Procedure));
    }

    [Fact]
    public void Keep_an_unaccepted_filing_in_sight_until_it_is_decided()
    {
        var play = new Play("9.000004").Do(s_desk, "2025-11-03 08:00", new SubmitDossier(Play.Form("9.000004"))).PassTime("2025-11-04 08:00");
        Assert.Equal(["2025-11-03 14:00"], Passed(play, "acceptance"));
        play.Do(s_desk, "2025-11-04 09:00", new RequestSupplement(["form"], "thiếu", "1", false))
            .Do(s_desk, "2025-11-04 10:00", new ReceiveSupplement([new PaperOnFile("form", 1, 0, 0)]))
            .PassTime("2025-11-05 08:00");
        Assert.Equal(["2025-11-03 14:00", "2025-11-04 16:00"], Passed(play, "acceptance"));
    }

    private static Play Appraised() => new Play("1.013239").Do(s_desk, "2025-11-03 08:00", new ReceiveDossier(Play.Form("1.013239"), Channel.Direct));

    private static IEnumerable<string> Passed(Play play, string name) =>
        from recorded in play.Log
        let passed = recorded.Event as DeadlinePassed
        where passed?.Name == name
        let local = passed.LegalInstant.ToOffset(TimeSpan.FromHours(7))
        select local.TimeOfDay == TimeSpan.Zero ? $"{local.AddDays(-1):yyyy-MM-dd} 24:00" : $"{local:yyyy-MM-dd HH:mm}";
}
