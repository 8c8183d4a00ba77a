using System.Collections.Immutable;
using Tthc.Text;

namespace Tthc.Cli.Demo.Misdeeds;

/// <summary>What people do against the rules, in life and therefore in the play. A dossier has at most one, apologies apart.</summary>
internal enum Misdeed
{
    None,
    EndBackdated,
    LatePause,
    NoResult,
    BatchEntry,
    OutsidePaper,
    RepeatedRequest,
    OneAccount,
    NightWork,
    GroundlessPause,
    LateReceipt,
    Reopening,
    LateAcceptance,
    LateStop,
    FeeKept,
    LateResume,
    LateAnswer,
    NotCollected,
    BatchHandover,
    ForeignCode,
    NoApology,
    LateApology,
    IncompleteApology,
    SecondApology,
    BrokenPromise,
}

/// <summary>A misdeed with its name, how often it is done unless asked otherwise, and the rules that ought to see it.</summary>
/// <param name="Misdeed">Which.</param>
/// <param name="Key">Its name on the command line.</param>
/// <param name="Name">In words.</param>
/// <param name="Percent">Of all dossiers handed in; of the late ones for what concerns apologies.</param>
/// <param name="Rules">Ids of the rules that ought to find it; none where the engine refuses it.</param>
internal sealed record MisdeedKind(Misdeed Misdeed, string Key, BilingualText Name, double Percent, ImmutableArray<string> Rules)
{
    /// <summary>Drawn for each late dossier, not for a share of all.</summary>
    public bool OfLateOnes => Misdeed >= Misdeed.NoApology;

    /// <summary>All of them, in the order of the summary.</summary>
    public static ImmutableArray<MisdeedKind> All { get; } =
    [
        Of(Misdeed.EndBackdated, "end-backdated", "Ghi lùi ngày kết thúc", "End back-dated", 0.2, "V05a", "V11a"),
        Of(Misdeed.LatePause, "late-pause", "Dừng đồng hồ khi sắp hoặc đã quá hạn", "Clock stopped at the last moment or when late", 0.3, "V05b"),
        Of(Misdeed.NoResult, "no-result", "Kết thúc không có kết quả, ghi trả trước khi ký", "Closed with no result, handed over before it was signed", 0.1),
        Of(Misdeed.BatchEntry, "batch-entry", "Một tài khoản nhập cả hồ sơ trong vài phút", "One account enters everything within minutes", 0.5, "V06b", "V52"),
        Of(Misdeed.OutsidePaper, "outside-paper", "Đòi giấy tờ ngoài danh mục", "Paper outside the list asked for", 0.4),
        Of(Misdeed.RepeatedRequest, "repeated-request", "Yêu cầu bổ sung nhiều lần", "Supplements asked for repeatedly", 0.7, "V10", "V55"),
        Of(Misdeed.OneAccount, "one-account", "Một tài khoản vừa tiếp nhận vừa duyệt", "One account receives and approves", 0.4, "V52"),
        Of(Misdeed.NightWork, "night-work", "Xử lý ban đêm", "Work at night", 0.5, "V54"),
        Of(Misdeed.GroundlessPause, "groundless-pause", "Tạm dừng không có căn cứ luật", "Suspended where no law allows it", 0.2),
        Of(Misdeed.LateReceipt, "late-receipt", "Ghi tiếp nhận muộn", "Receipt recorded hours later", 0.5, "V07"),
        Of(Misdeed.Reopening, "reopening", "Có kết quả rồi mở lại", "Settled and reopened", 0.3, "V05c"),
        Of(Misdeed.LateAcceptance, "late-acceptance", "Hồ sơ trực tuyến tiếp nhận quá hạn", "Online filing accepted too late", 1, "V46"),
        Of(Misdeed.LateStop, "late-stop", "Dừng hồ sơ khi đã quá hạn", "Stopped once it was late", 0.3, "V40"),
        Of(Misdeed.FeeKept, "fee-kept", "Đã nộp tiền, hồ sơ rút mà chưa hoàn", "Paid, withdrawn, not refunded", 0.2, "V50"),
        Of(Misdeed.LateResume, "late-resume", "Ghi nộp tiền muộn nhiều ngày", "Payment recorded days later", 0.3),
        Of(Misdeed.LateAnswer, "late-answer", "Chờ bổ sung quá hạn trả lời", "Waits for an answer beyond its limit", 0.3, "V42"),
        Of(Misdeed.NotCollected, "not-collected", "Có kết quả nhiều ngày chưa trả", "Result kept for days", 0.7, "V47"),
        Of(Misdeed.BatchHandover, "batch-handover", "Một người ghi trả hàng loạt trong một phút", "Hand-overs recorded in one batch", 0.8, "V54b"),
        Of(Misdeed.ForeignCode, "foreign-code", "Hồ sơ chuyển từ hệ thống cũ, mã ghi sai ngày", "Brought over under a code of another day", 0.3, "V51"),
        Of(Misdeed.NoApology, "no-apology", "Quá hạn không xin lỗi", "Late and no apology", 60, "V01"),
        Of(Misdeed.LateApology, "late-apology", "Phiếu xin lỗi lập muộn", "Apology too late", 50, "V30"),
        Of(Misdeed.IncompleteApology, "incomplete-apology", "Phiếu xin lỗi thiếu nội dung", "Apology incomplete", 10),
        Of(Misdeed.SecondApology, "second-apology", "Hẹn lại lần hai", "Second new appointment", 10),
        Of(Misdeed.BrokenPromise, "broken-promise", "Lỡ cả ngày hẹn lại", "New appointment missed too", 20, "V33"),
    ];

    private static MisdeedKind Of(Misdeed misdeed, string key, string vietnamese, string english, double percent, params string[] rules) =>
        new(misdeed, key, new(vietnamese, english), percent, [.. rules]);
}
