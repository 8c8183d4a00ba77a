using System.Globalization;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Verbs;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>The words of the stories for the verbs of the engine.</summary>
internal static class StoryVerbs
{
    public static DossierCommand CommandOf(StoryAct act, string procedure) => act.Verb switch
    {
        "tiếp nhận" => new ReceiveDossier(Form(act, procedure), Channels(act) ?? Channel.Direct),
        "nộp trực tuyến" => new SubmitDossier(Form(act, procedure)),
        "chấp nhận" => new ReceiveDossier(null, Channel.Online) { Papers = [.. Papers(act)], Facts = [.. Facts(act)] },
        "từ chối tiếp nhận" => new DeclineDossier(Reason(act), act.Detail("phiếu") ?? ""),
        "nhận việc" => new ClaimStep(Step(act)),
        "phân công" => new AssignStep(Step(act), act.Detail("cho") ?? ""),
        "chuyển" => new AdvanceStep(Step(act), act.Detail("hành động"))
        {
            Note = act.Detail("ý kiến"),
            Branches = [.. act.List("hỏi").Select(b => b.Split('@', StringSplitOptions.TrimEntries)).Select(b => new BranchChoice(b[0], b.ElementAtOrDefault(1)))],
            Papers = [.. Papers(act)],
            Facts = [.. Facts(act)],
        },
        "trả lại" => new SendBackStep(Step(act), act.Detail("về") ?? "", Reason(act)),
        "yêu cầu bổ sung" => new RequestSupplement([.. act.List("giấy tờ")], Reason(act), act.Detail("phiếu") ?? "", act.Details.ContainsKey("lỗi của cơ quan")),
        "nhận bổ sung" => new ReceiveSupplement([.. Papers(act)]),
        "yêu cầu nộp tiền" => new RequestPayment(act.Detail("thông báo") ?? "", long.Parse(act.Detail("số tiền") ?? "0", CultureInfo.InvariantCulture)),
        "xác nhận nộp tiền" => new ConfirmPayment(act.Detail("biên lai") ?? ""),
        "tạm dừng" => new SuspendDossier(act.Detail("căn cứ") ?? ""),
        "tiếp tục" => new ResumeDossier(act.Detail("ý kiến")),
        "xin lỗi" => new IssueApology(act.Detail("phiếu") ?? "", Reason(act), act.Detail("hẹn lại") is { } until ? Story.Moment(until) : null, act.Detail("người ký") ?? "", act.Detail("cơ quan chậm")),
        "có kết quả" => new SettleDossier(new ResultDraft(act.Detail("số"), act.Detail("ngày ký") is { } day ? DateOnly.ParseExact(day, "dd/MM/yyyy") : null, act.Detail("tệp"), null, null, act.Detail("người ký"))),
        "trả kết quả" => new ReturnResult(act.Detail("người nhận"), Channels(act) ?? Channel.Direct, act.Detail("tham chiếu")),
        "rút hồ sơ" => new WithdrawDossier(Reason(act)),
        "dừng" => new StopDossier(act.Detail("căn cứ") ?? "", act.Detail("phiếu") ?? ""),
        "mở lại" => new ReopenDossier(Reason(act), act.Detail("người duyệt") ?? "", act.Detail("về") ?? ""),
        _ => throw new FormatException($"line {act.Line}: no act is called '{act.Verb}'"),
    };

    private static IntakeForm Form(StoryAct act, string procedure) => new()
    {
        ProcedureCode = procedure,
        CaseKey = act.Detail("trường hợp"),
        Agency = act.Detail("nơi nhận"),
        Applicant = new Party("Nguyễn Văn An", "062000000001", null, null, null, false),
        Papers = [.. Papers(act)],
        Facts = [.. Facts(act)],
    };

    /// <summary>"NeedsVerification=true".</summary>
    private static IEnumerable<CaseFactValue> Facts(StoryAct act) =>
        act.List("dữ kiện").Select(text => text.Split('=', StringSplitOptions.TrimEntries)).Select(fact => new CaseFactValue(fact[0], fact.ElementAtOrDefault(1) ?? ""));

    /// <summary>"form" is one original, "form x2 chứng thực" two certified copies, "form bản sao" a plain copy.</summary>
    private static IEnumerable<PaperOnFile> Papers(StoryAct act)
    {
        foreach (var text in act.List("giấy tờ"))
        {
            var words = text.Split(' ');
            var count = words.ElementAtOrDefault(1) is ['x', .. var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 1;
            yield return text.EndsWith("bản sao", StringComparison.Ordinal) ? new(words[0], 0, 0, count)
                : text.EndsWith("chứng thực", StringComparison.Ordinal) ? new(words[0], 0, count, 0)
                : new(words[0], count, 0, 0);
        }
    }

    private static Channel? Channels(StoryAct act) => act.Detail("hình thức") switch
    {
        null => null,
        "trực tiếp" => Channel.Direct,
        "trực tuyến" => Channel.Online,
        "bưu chính" => Channel.PublicPost,
        var other => throw new FormatException($"line {act.Line}: no channel is called '{other}'"),
    };

    private static StepTarget Step(StoryAct act) => new(act.Detail("bước"), 0);

    private static string Reason(StoryAct act) => act.Detail("lý do") ?? "";
}
