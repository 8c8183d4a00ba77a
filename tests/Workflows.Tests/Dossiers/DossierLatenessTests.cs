using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Verbs;
using Tthc.Workflows.Tests.Calendars;

namespace Tthc.Workflows.Tests.Dossiers;

public sealed class DossierLatenessTests
{
    // Due Wednesday 12/11/2025 17:00.
    private static readonly DateOnly s_dueDay = new(2025, 11, 12);

    [Fact]
    public void Is_in_time_in_both_when_signed_and_recorded_on_the_due_day()
    {
        var lateness = Judge(Settled("2025-11-12 16:00", s_dueDay));
        Assert.Equal(LatenessCell.InTime, lateness.Cell);
        Assert.Equal(TimeSpan.Zero, lateness.OnSystem.WorkingTime);
    }

    [Fact]
    public void Is_in_time_until_the_end_of_the_due_day() => Assert.Equal(LatenessCell.InTime, Judge(Settled("2025-11-12 22:00", s_dueDay)).Cell);

    [Fact]
    public void Is_late_in_both_when_signed_and_recorded_after_it()
    {
        var lateness = Judge(Settled("2025-11-13 10:00", s_dueDay.AddDays(1)));
        Assert.Equal(LatenessCell.Late, lateness.Cell);
        Assert.Equal(TimeSpan.FromHours(3), lateness.InFact.WorkingTime);
        Assert.Equal(TimeSpan.FromHours(3), lateness.OnSystem.WorkingTime);
    }

    [Fact]
    public void Is_recorded_late_when_the_paper_was_signed_in_time()
    {
        var lateness = Judge(Settled("2025-11-14 10:00", s_dueDay));
        Assert.Equal(LatenessCell.RecordedLate, lateness.Cell);
        Assert.Equal(TimeSpan.Zero, lateness.InFact.WorkingTime);
        Assert.Equal(TimeSpan.FromHours(11), lateness.OnSystem.WorkingTime);
    }

    [Fact]
    public void Is_recorded_late_when_the_end_is_said_to_have_come_in_time()
    {
        var play = Processing().Do(Play.Officer("officer"), "2025-11-17 10:00", Result(s_dueDay.AddDays(-1)), "2025-11-11 10:00");
        var lateness = Judge(play.Dossier);
        Assert.Equal(LatenessCell.RecordedLate, lateness.Cell);
        Assert.Equal(Play.Local("2025-11-11 10:00"), lateness.InFact.JudgedAt);
        Assert.Equal(Play.Local("2025-11-17 10:00"), lateness.OnSystem.JudgedAt);
    }

    /// <summary>The verbs refuse a signature later than the end; a record brought over from another system may hold one.</summary>
    [Fact]
    public void Is_concealed_when_recorded_in_time_and_signed_later()
    {
        var settled = Settled("2025-11-12 16:00", s_dueDay);
        var lateness = Judge(settled with { Result = settled.Result! with { Date = s_dueDay.AddDays(2) } });
        Assert.Equal(LatenessCell.Concealed, lateness.Cell);
        Assert.Equal(TimeSpan.FromHours(16), lateness.InFact.WorkingTime);
    }

    [Fact]
    public void Is_not_undone_by_a_new_appointment()
    {
        var play = Processing()
            .Do(Play.Officer("reception"), "2025-11-12 09:00", new IssueApology("4", "chờ", Play.Local("2025-11-20 17:00"), "Bình", null))
            .Do(Play.Officer("officer"), "2025-11-14 09:00", Result(s_dueDay.AddDays(2)));
        Assert.Equal(LatenessCell.Late, Judge(play.Dossier).Cell);
    }

    [Fact]
    public void Is_not_changed_by_a_hand_over_long_after()
    {
        var play = Processing()
            .Do(Play.Officer("officer"), "2025-11-11 09:00", Result(s_dueDay.AddDays(-1)))
            .Do(Play.Officer("reception"), "2025-12-12 09:00", new ReturnResult("An", Channel.Direct, null));
        Assert.Equal(LatenessCell.InTime, Judge(play.Dossier).Cell);
        Assert.Equal(0, play.Dossier.Agencies.Sum(a => a.LateMinutes));
    }

    [Fact]
    public void Grows_while_the_dossier_is_open_and_stands_still_with_the_clock()
    {
        var play = Processing();
        Assert.Equal(TimeSpan.FromHours(3), Judge(play.Dossier, "2025-11-13 10:00").InFact.WorkingTime);
        play.Do(Play.Officer("reception"), "2025-11-13 10:00", new RequestSupplement(["form"], "thiếu", "1", false));
        Assert.Equal(TimeSpan.FromHours(3), Judge(play.Dossier, "2025-11-20 10:00").OnSystem.WorkingTime);
    }

    [Fact]
    public void Is_not_there_before_receipt()
    {
        var play = new Play("1.001939").Do(Play.Officer("online-portal"), "2025-11-10 08:00", new SubmitDossier(Play.Form("1.001939")));
        Assert.Equal(new DossierLateness(LatenessFigure.None, LatenessFigure.None), Judge(play.Dossier));
    }

    [Fact]
    public void Says_when_the_calendar_does_not_reach()
    {
        var known = DossierLateness.Of(Processing().Dossier, Play.Local("2027-01-05 08:00"), SampleCalendars.Office);
        Assert.Equal("office", known.OutOfRange?.CalendarId);
    }

    private static Play Processing() => new Play("1.001939")
        .Do(Play.Officer("reception"), "2025-11-10 08:00", new ReceiveDossier(Play.Form("1.001939"), Channel.Direct))
        .Do(Play.Officer("reception"), "2025-11-10 09:00", new AdvanceStep(new StepTarget("receive", 0), null));

    private static Dossier Settled(string at, DateOnly signed) => Processing().Do(Play.Officer("officer"), at, Result(signed)).Dossier;

    private static SettleDossier Result(DateOnly signed) => new(new ResultDraft("1", signed, "kq.pdf", null, null, null));

    private static DossierLateness Judge(Dossier dossier, string at = "2026-01-15 08:00") =>
        DossierLateness.Of(dossier, Play.Local(at), SampleCalendars.Office).Value;
}
