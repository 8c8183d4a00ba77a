using System.Text;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Verbs;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Tests.Reading;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>Every refusal is met; after it nothing has changed (see <see cref="Play.Try(Actor, DateTimeOffset, DossierCommand, DateTimeOffset?, long)"/>).</summary>
public sealed class RefusalTests
{
    private static readonly Actor s_desk = Play.Officer("reception");
    private static readonly StepTarget s_receive = new("receive", 0);

    private static readonly Dictionary<string, Func<Refusal?>> s_cases = new()
    {
        ["status-forbids"] = () => Received("2.000635").Try(s_desk, "2025-11-10 09:00", new DeclineDossier("x", "1")),
        ["wrong-step"] = () => Received("2.000635").Try(s_desk, "2025-11-10 09:00", new AdvanceStep(new StepTarget("sign", 0), null)),
        ["wrong-verb"] = () => Processing("1.001939").Try(Play.Officer("officer"), "2025-11-10 10:00", new AdvanceStep(new StepTarget("do", 0), null)),
        ["wrong-role"] = () => Received("2.000635").Try(Play.Officer("clerk"), "2025-11-10 09:00", new AdvanceStep(s_receive, null)),
        ["wrong-agency"] = () => Received("2.000635").Try(Play.Officer("reception", "xa-b"), "2025-11-10 09:00", new AdvanceStep(s_receive, null)),
        ["wrong-unit"] = () => AtCheck().Try(Play.Officer("section-head", unit: "phong-2"), "2025-11-10 11:00", new ClaimStep(new StepTarget("check", 0))),
        ["assigned-to-another"] = () => Received("2.000635").Do(Play.Officer("leader"), "2025-11-10 09:00", new AssignStep(s_receive, "hoa"))
            .Try(s_desk, "2025-11-10 09:30", new AdvanceStep(s_receive, null)),
        ["may-not-assign"] = () => Received("2.000635").Try(Play.Officer("clerk"), "2025-11-10 09:00", new AssignStep(s_receive, "hoa")),
        ["missing-officer"] = () => Received("2.000635").Try(Play.Officer("leader"), "2025-11-10 09:00", new AssignStep(s_receive, " ")),
        ["unknown-action"] = () => Received("2.000635").Try(s_desk, "2025-11-10 09:00", new AdvanceStep(s_receive, "sideways")),
        ["missing-paper"] = () => Received("9.000005").Try(s_desk, "2025-11-10 09:00", new AdvanceStep(s_receive, "paid")),
        ["unknown-paper"] = () => Received("2.000635").Try(s_desk, "2025-11-10 09:00", new AdvanceStep(s_receive, null) { Papers = [new PaperOnFile("passport", 1, 0, 0)] }),
        ["missing-note"] = () => Processing("1.004873").Try(Play.Officer("civil-status"), "2025-11-10 10:00", new AdvanceStep(new StepTarget("check", 0), "query")),
        ["missing-reason"] = () => Received("2.000635").Try(s_desk, "2025-11-10 09:00", new WithdrawDossier("")),
        ["missing-ground"] = () => Received("2.000635").Try(s_desk, "2025-11-10 09:00", new StopDossier("", "1")),
        ["missing-slip"] = () => Received("2.000635").Try(s_desk, "2025-11-10 09:00", new StopDossier("Điều 5", "")),
        ["missing-notice"] = () => AtPayment().Try(Play.Officer("reception"), "2025-11-10 10:00", new RequestPayment("", 5)),
        ["missing-receipt"] = () => AtPayment().Do(s_desk, "2025-11-10 10:00", new RequestPayment("TB", 5)).Try(s_desk, "2025-11-10 10:30", new ConfirmPayment(" ")),
        ["missing-approver"] = () => Settled().Try(s_desk, "2025-11-10 11:00", new ReopenDossier("sai", "", "do")),
        ["second-supplement"] = () => Supplemented().Try(s_desk, "2025-11-10 11:00", new RequestSupplement(["form"], "x", "2", false)),
        ["second-suspension"] = () => Suspended().Do(s_desk, "2025-11-10 11:00", new ResumeDossier(null)).Try(s_desk, "2025-11-10 11:00", new SuspendDossier("Điều 36")),
        ["suspension-not-allowed"] = () => Received("2.000635").Try(s_desk, "2025-11-10 09:00", new SuspendDossier("Điều 36")),
        ["not-suspended"] = () => Received("1.013239").Try(s_desk, "2025-11-10 09:00", new ResumeDossier(null)),
        ["clock-paused"] = () => Suspended().Try(s_desk, "2025-11-10 11:00", new RequestSupplement(["form"], "x", "2", false)),
        ["no-payment-wait"] = () => Processing("2.000635").Try(s_desk, "2025-11-10 11:00", new RequestPayment("TB", 5)),
        ["not-settled"] = () => Processing("2.000635").Try(s_desk, "2025-11-10 11:00", new ReturnResult("An", Channel.Direct, null)),
        ["result-incomplete"] = () => Processing("1.001939").Try(Play.Officer("officer"), "2025-11-10 11:00", new SettleDossier(new ResultDraft(null, null, null, null, null, null))),
        ["result-date"] = () => Processing("1.001939").Try(Play.Officer("officer"), "2025-11-10 11:00", Result(new DateOnly(2025, 11, 9))),
        ["handover-incomplete"] = () => Settled().Try(s_desk, "2025-11-10 11:00", new ReturnResult("An", Channel.Online, null)),
        ["apology-incomplete"] = () => Received("2.000635").Try(s_desk, "2025-11-10 09:00", new IssueApology("1", "", null, "", null)),
        ["apology-date"] = () => Received("2.000635").Try(s_desk, "2025-11-10 09:00", Apology("2025-11-10 10:00")),
        ["second-reappointment"] = () => Received("2.000635").Do(s_desk, "2025-11-10 09:00", Apology("2025-11-12 10:00")).Try(s_desk, "2025-11-10 10:00", Apology("2025-11-13 10:00")),
        ["send-back-forbidden"] = () => Received("2.000635").Try(s_desk, "2025-11-10 09:00", new SendBackStep(s_receive, "sign", "x")),
        ["loop-bound"] = Loop,
        ["branch-choice"] = () => Processing("1.013225", "drawings", "land-paper")
            .Try(Play.Officer("construction"), "2025-11-10 10:00", new AdvanceStep(new StepTarget("examine", 0), "consult") { Branches = [new BranchChoice("army", null)] }),
        ["no-agency"] = () => Received("9.000005").Try(s_desk, "2025-11-10 09:00", new AdvanceStep(s_receive, "ghost")),
        ["procedure-not-in-force"] = () => new Play("9.000004").Try(s_desk, "2026-07-01 08:00", new ReceiveDossier(Play.Form("9.000004"), Channel.Direct)),
        ["unknown-case"] = () => new Play("9.000004").Try(s_desk, "2025-11-10 08:00", new ReceiveDossier(Play.Form("9.000004") with { CaseKey = "lost" }, Channel.Direct)),
        ["unknown-agency"] = () => new Play("2.000635").Try(s_desk, "2025-11-10 08:00", new ReceiveDossier(Play.Form("2.000635", "xa-z"), Channel.Direct)),
        ["unknown-step"] = () => Settled().Try(s_desk, "2025-11-10 11:00", new ReopenDossier("sai", "Bình", "nowhere")),
        ["occurred-in-future"] = () => Received("2.000635").Try(s_desk, "2025-11-10 09:00", new ClaimStep(s_receive), "2025-11-10 09:01"),
        ["occurred-too-long-ago"] = () => Received("2.000635").Try(s_desk, "2025-11-10 09:00", new ClaimStep(s_receive), "2025-10-10 09:00"),
        ["occurred-out-of-order"] = () => Received("2.000635").Try(s_desk, "2025-11-10 09:00", new ClaimStep(s_receive), "2025-11-10 07:59"),
        ["calendar-missing"] = () => new Play("1.004873").Try(s_desk, "2026-12-31 08:00", new ReceiveDossier(Play.Form("1.004873"), Channel.Direct)),
        ["no-policy"] = () => new Play("2.000635", SampleWorld.Rules with { PolicyFor = _ => null }).Try(s_desk, "2025-11-10 08:00", new SubmitDossier(Play.Form("2.000635"))),
        ["unknown-fact"] = () => ConditionTests.TryToSubmit("Colour=red"),
        ["fact-value"] = () => ConditionTests.TryToSubmit("Storeys=many"),
        ["missing-fact"] = () => ConditionTests.TryToReceive("Area=10"),
        ["fact-fixed"] = () => ConditionTests.TryAtCheck("fast", "NeedsVerification=false"),
        ["condition-not-met"] = () => ConditionTests.TryAtCheck("fast"),
        ["condition-undetermined"] = () => ConditionTests.TryUndetermined(),
        ["missing-channel"] = () => new Play("2.000635").Try(s_desk, "2025-11-10 08:00", new ReceiveDossier(Play.Form("2.000635"), Channel.None)),
        ["history-order"] = () => ImportTests.TryHistory("2.000635", ("2025-11-10 08:00", "2025-11-10 07:59", new ReceiveDossier(Play.Form("2.000635"), Channel.Direct))).Refusal,
        ["history-without-receipt"] = () => ImportTests.TryHistory("2.000635", ("2025-11-10 08:00", "2025-11-10 08:00", new AdvanceStep(s_receive, null))).Refusal,
        ["history-of-linked"] = () => ImportTests.TryHistory(SampleProcedures.All.First(p => !p.ChildProcedures.IsEmpty).Code).Refusal,
        ["deadline-not-armed"] = () => Received("2.000635").Try(Actor.System, "2025-11-10 08:30", new ExpireDeadline("due", Play.Local("2025-11-10 08:30"))),
    };

    // Given by whoever looks the procedure up, before there is anything to decide.
    private static readonly string[] s_elsewhere = ["unknown-procedure", "code-taken"];

    public static TheoryData<string> Cases => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_met(string id) => Assert.Equal(id, s_cases[id]()?.Id);

    [Fact]
    public void Cover_the_whole_list() =>
        Assert.Equal(Refusals.All.Select(r => r.Id).Except(s_elsewhere).Order(StringComparer.Ordinal), s_cases.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Have_names_of_their_own_and_texts_in_both_languages()
    {
        Assert.Equal(Refusals.All.Count, Refusals.All.Select(r => r.Id).Distinct().Count());
        Assert.Equal(typeof(Refusals).GetFields().Select(f => f.GetValue(null)).OfType<RefusalDescriptor>().Count(), Refusals.All.Count);
        Assert.All(Refusals.All, r => Assert.Matches("^[a-z]+(-[a-z]+)*$", r.Id));
        Assert.All(Refusals.All, r => Assert.Equal(Places(r.Vietnamese).Except(Places(r.English)), []));
    }

    [Fact]
    public void Are_all_in_the_documentation()
    {
        var page = new StringBuilder("""
            # Từ chối · Refusals

            Máy không ném lỗi khi việc không được phép: máy trả lời *từ chối*, có mã không bao giờ đổi, kèm giá trị. Không có gì được ghi.

            *When an act is not possible the engine answers with a refusal: an identifier fixed for ever, with named values. Nothing is written. This page is made
            from the code and held by a test.*

            | id | kind | tiếng Việt | English |
            |---|---|---|---|

            """);
        foreach (var refusal in Refusals.All)
            page.Append($"| `{refusal.Id}` | {refusal.Kind} | {refusal.Vietnamese} | {refusal.English} |\n");
        ApprovedFile.AssertSame("docs/refusals.md", page.ToString());
    }

    [Fact]
    public void An_agency_without_a_calendar_is_refused()
    {
        var refusal = new Play("2.000635").Try(Play.Officer("reception", "khong-lich"), "2025-11-10 08:00", new ReceiveDossier(Play.Form("2.000635", "khong-lich"), Channel.Direct));
        Assert.Equal("unknown-agency", refusal?.Id);
    }

    private static IEnumerable<string> Places(string text) => text.Split('{').Skip(1).Select(part => part.Split('}')[0]).Order(StringComparer.Ordinal);

    private static Play Received(string procedure, params string[] papers) =>
        new Play(procedure).Do(s_desk, "2025-11-10 08:00", new ReceiveDossier(Play.Form(procedure, "xa-a", papers), Channel.Direct));

    private static Play Processing(string procedure, params string[] papers) => Received(procedure, papers).Do(s_desk, "2025-11-10 09:00", new AdvanceStep(s_receive, null));

    private static Play AtCheck() => Processing("9.000003").Do(Play.Officer("officer"), "2025-11-10 10:00", new AdvanceStep(new StepTarget("draft", 0), null));

    private static Play AtPayment() => Processing("9.000002");

    private static Play Settled() => Processing("1.001939").Do(Play.Officer("officer"), "2025-11-10 10:00", Result(new DateOnly(2025, 11, 10)));

    private static Play Suspended() => Received("1.013239").Do(s_desk, "2025-11-10 10:00", new SuspendDossier("Điều 36"));

    private static Play Supplemented() => Received("2.000635")
        .Do(s_desk, "2025-11-10 09:00", new RequestSupplement(["form"], "thiếu", "1", false))
        .Do(s_desk, "2025-11-10 10:00", new ReceiveSupplement([new PaperOnFile("form", 1, 0, 0)]));

    private static Refusal? Loop()
    {
        var play = AtCheck();
        for (var visit = 2; visit <= 3; visit++)
            play.Do(Play.Officer("section-head"), "2025-11-10 11:00", new SendBackStep(new StepTarget("check", 0), "draft", "sai"))
                .Do(Play.Officer("officer"), "2025-11-10 11:00", new AdvanceStep(new StepTarget("draft", 0), null));
        return play.Try(Play.Officer("section-head"), "2025-11-10 11:00", new SendBackStep(new StepTarget("check", 0), "draft", "sai"));
    }

    [Fact]
    public void Opens_no_branch_twice_for_the_same_agency()
    {
        var twice = new AdvanceStep(new StepTarget("examine", 0), "consult") { Branches = [new BranchChoice("fire", null), new BranchChoice("fire", null)] };

        Assert.Equal("branch-choice", Processing("1.013225", "drawings", "land-paper").Try(Play.Officer("construction"), "2025-11-10 10:00", twice)?.Id);
    }

    private static SettleDossier Result(DateOnly day) => new(new ResultDraft("1", day, "kq.pdf", null, null, null));

    private static IssueApology Apology(string until) => new("1", "chờ", Play.Local(until), "Bình", null);
}
