using Tthc.RuleLanguage.Facts;
using Tthc.Workflows.Dossiers;

namespace Tthc.Workflows.Facts;

/// <summary>A supplement asked for.</summary>
/// <param name="request">The request.</param>
/// <param name="unlisted">How many of its papers no rule names.</param>
/// <param name="known">How many of its papers were on file when it was made.</param>
[FactRecord("supplement")]
public sealed class SupplementFacts(SupplementRequest request, int unlisted, int known)
{
    /// <summary>Number, from 1.</summary>
    [RuleFact("Lần yêu cầu thứ mấy, từ 1", "Number of the request, from 1")]
    public int Number => request.Number;

    /// <summary>When it was asked for.</summary>
    [RuleFact("Thời điểm yêu cầu", "When it was asked for")]
    public DateTimeOffset RequestedAt => request.RequestedAt;

    /// <summary>When the answer was due.</summary>
    [RuleFact("Hạn bổ sung; thiếu nếu không có hạn", "When the answer is due; missing without limit")]
    public DateTimeOffset? AnswerDueAt => request.AnswerDueAt;

    /// <summary>When the answer came.</summary>
    [RuleFact("Thời điểm đã bổ sung", "When the answer came")]
    public DateTimeOffset? ReceivedAt => request.ReceivedAt;

    /// <summary>Whether it was said to be the office's own fault.</summary>
    [RuleFact("Do lỗi của cán bộ", "Said to be the office's own fault")]
    public bool OfficerFault => request.OfficerFault;

    /// <summary>Who asked.</summary>
    [RuleFact("Người yêu cầu", "Who asked")]
    public string RequestedBy => request.RequestedBy;

    /// <summary>Number of the slip.</summary>
    [RuleFact("Số phiếu", "Number of the slip")]
    public string SlipNumber => request.SlipNumber;

    /// <summary>Keys of the papers.</summary>
    [RuleFact("Giấy tờ được yêu cầu", "Papers asked for")]
    public IReadOnlyList<string> Papers => request.Papers;

    /// <summary>Papers that the regulated list does not name.</summary>
    [RuleFact("Số giấy tờ ngoài danh mục quy định", "Papers outside the regulated list")]
    public int UnlistedPapers => unlisted;

    /// <summary>Papers on file already when it was asked for.</summary>
    [RuleFact("Số giấy tờ đã có trong hồ sơ khi yêu cầu", "Papers that were on file already when it was asked for")]
    public int PapersOnFile => known;
}

/// <summary>A financial obligation.</summary>
/// <param name="notice">The notice.</param>
[FactRecord("payment")]
public sealed class PaymentFacts(PaymentNotice notice)
{
    /// <summary>Amount in đồng.</summary>
    [RuleFact("Số tiền (đồng)", "Amount in đồng")]
    public long Amount => notice.Amount;

    /// <summary>Number of the notice.</summary>
    [RuleFact("Số thông báo", "Number of the notice")]
    public string NoticeNumber => notice.NoticeNumber;

    /// <summary>When it was asked for.</summary>
    [RuleFact("Thời điểm thông báo", "When it was asked for")]
    public DateTimeOffset RequestedAt => notice.RequestedAt;

    /// <summary>When it was paid.</summary>
    [RuleFact("Thời điểm đã nộp", "When it was paid")]
    public DateTimeOffset? ConfirmedAt => notice.ConfirmedAt;

    /// <summary>Number of the receipt.</summary>
    [RuleFact("Số biên lai", "Number of the receipt")]
    public string? ReceiptNumber => notice.ReceiptNumber;
}

/// <summary>A row of the ledger of pauses.</summary>
/// <param name="row">The row.</param>
[FactRecord("pause")]
public sealed class PauseFacts(PauseRow row)
{
    /// <summary>Why.</summary>
    [RuleFact("Loại tạm dừng", "Why the clock stood still")]
    public PauseKind Kind => row.Kind;

    /// <summary>Ground.</summary>
    [RuleFact("Căn cứ", "Legal or factual ground")]
    public string Ground => row.Ground;

    /// <summary>Who caused it.</summary>
    [RuleFact("Người thực hiện", "Who caused it")]
    public string Actor => row.Actor;

    /// <summary>From when.</summary>
    [RuleFact("Từ lúc", "From when")]
    public DateTimeOffset From => row.From;

    /// <summary>Until when.</summary>
    [RuleFact("Đến lúc; thiếu nếu còn dừng", "Until when; missing while open")]
    public DateTimeOffset? Until => row.Until;

    /// <summary>Appointment before.</summary>
    [RuleFact("Hạn trước khi dừng", "Appointment before it")]
    public DateTimeOffset? DueBefore => row.DueBefore;

    /// <summary>Appointment after.</summary>
    [RuleFact("Hạn sau khi dừng", "Appointment after it")]
    public DateTimeOffset? DueAfter => row.DueAfter;

    /// <summary>Until when an answer is due.</summary>
    [RuleFact("Hạn phải trả lời", "When an answer is due")]
    public DateTimeOffset? AnswerDueAt => row.AnswerDueAt;
}

/// <summary>An apology.</summary>
/// <param name="slip">The slip.</param>
/// <param name="recordedAt">When it was recorded.</param>
[FactRecord("apology")]
public sealed class ApologyFacts(ApologySlip slip, DateTimeOffset? recordedAt)
{
    /// <summary>Number of the slip.</summary>
    [RuleFact("Số phiếu xin lỗi", "Number of the slip")]
    public string SlipNumber => slip.SlipNumber;

    /// <summary>Reason.</summary>
    [RuleFact("Lý do trễ", "Why it is late")]
    public string Reason => slip.Reason;

    /// <summary>Signer.</summary>
    [RuleFact("Người ký", "Who signed")]
    public string Signer => slip.Signer;

    /// <summary>Agency at fault.</summary>
    [RuleFact("Cơ quan gây chậm", "Agency at fault")]
    public string FaultAgency => slip.FaultAgency;

    /// <summary>New appointment.</summary>
    [RuleFact("Ngày hẹn lại", "New appointment")]
    public DateTimeOffset NewDueAt => slip.NewDueAt;

    /// <summary>When it is said to have been issued.</summary>
    [RuleFact("Thời điểm ban hành", "When it is said to have been issued")]
    public DateTimeOffset IssuedAt => slip.IssuedAt;

    /// <summary>When it was recorded.</summary>
    [RuleFact("Thời điểm ghi trên hệ thống", "When it was recorded")]
    public DateTimeOffset? RecordedAt => recordedAt;

    /// <summary>Whether number, reason and signer are there and the new appointment comes after the issue.</summary>
    [RuleFact("Đủ số, lý do, người ký và ngày hẹn lại sau ngày ban hành", "Number, reason and signer are there, and the new appointment comes after the issue")]
    public bool IsComplete =>
        !string.IsNullOrWhiteSpace(slip.SlipNumber) && !string.IsNullOrWhiteSpace(slip.Reason) && !string.IsNullOrWhiteSpace(slip.Signer) && slip.NewDueAt > slip.IssuedAt;
}

/// <summary>The result.</summary>
/// <param name="result">The result.</param>
[FactRecord("result")]
public sealed class ResultFacts(ResultDocument result)
{
    /// <summary>Number.</summary>
    [RuleFact("Số văn bản kết quả", "Number")]
    public string Number => result.Number;

    /// <summary>Day of signature.</summary>
    [RuleFact("Ngày ký", "Day of signature")]
    public DateOnly Date => result.Date;

    /// <summary>File.</summary>
    [RuleFact("Tệp kết quả", "File")]
    public string File => result.File;

    /// <summary>Signer.</summary>
    [RuleFact("Người ký", "Signer")]
    public string? Signer => result.Signer;
}

/// <summary>The hand-over.</summary>
/// <param name="handover">The hand-over.</param>
[FactRecord("handover")]
public sealed class HandoverFacts(ResultHandover handover)
{
    /// <summary>Receiver.</summary>
    [RuleFact("Người nhận", "Who received it")]
    public string? Receiver => handover.Receiver;

    /// <summary>Reference.</summary>
    [RuleFact("Mã bưu gửi hoặc mã giao dịch", "Reference of the post or the portal")]
    public string? Reference => handover.Reference;

    /// <summary>Channel.</summary>
    [RuleFact("Hình thức trả", "How it went out")]
    public Channel Channel => handover.Channel;

    /// <summary>When.</summary>
    [RuleFact("Thời điểm trả", "When")]
    public DateTimeOffset HandedOverAt => handover.HandedOverAt;
}
