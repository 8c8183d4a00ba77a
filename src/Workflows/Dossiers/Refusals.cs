namespace Tthc.Workflows.Dossiers;

/// <summary>The one list of refusals. Each has a line in <c>docs/refusals.md</c>.</summary>
public static class Refusals
{
    /// <summary>The status does not allow the act.</summary>
    public static readonly RefusalDescriptor StatusForbids = Precondition("status-forbids", "Hồ sơ đang ở trạng thái {status}, không được {verb}.", "The dossier has status {status}; {verb} is not possible.");

    /// <summary>It does not stand at the named step.</summary>
    public static readonly RefusalDescriptor WrongStep = Precondition("wrong-step", "Hồ sơ không ở bước {step}; đang ở: {active}.", "The dossier is not at step {step}; it is at: {active}.");

    /// <summary>The step is closed by another verb.</summary>
    public static readonly RefusalDescriptor WrongVerb = Precondition("wrong-verb", "Bước {step} phải kết thúc bằng {verb}.", "Step {step} is closed by {verb}.");

    /// <summary>The role is missing.</summary>
    public static readonly RefusalDescriptor WrongRole = Permission("wrong-role", "Cần vai trò {role} để thực hiện.", "The role {role} is needed.");

    /// <summary>Another agency has it.</summary>
    public static readonly RefusalDescriptor WrongAgency = Permission("wrong-agency", "Việc này thuộc {agency}.", "This belongs to agency {agency}.");

    /// <summary>Another unit has it.</summary>
    public static readonly RefusalDescriptor WrongUnit = Permission("wrong-unit", "Việc này thuộc bộ phận {unit}.", "This belongs to unit {unit}.");

    /// <summary>Another officer has it.</summary>
    public static readonly RefusalDescriptor AssignedToAnother = Precondition("assigned-to-another", "Bước {step} đã giao cho {officer}.", "Step {step} is with {officer}.");

    /// <summary>May not hand out work.</summary>
    public static readonly RefusalDescriptor MayNotAssign = Permission("may-not-assign", "Không có quyền phân công vai trò {role}.", "No right to assign the role {role}.");

    /// <summary>No such action.</summary>
    public static readonly RefusalDescriptor UnknownAction = Precondition("unknown-action", "Bước {step} không có hành động {action}; có: {known}.", "Step {step} has no action {action}; it has: {known}.");

    /// <summary>A required paper is not on file.</summary>
    public static readonly RefusalDescriptor MissingPaper = Precondition("missing-paper", "Thiếu giấy tờ: {papers}.", "Missing papers: {papers}.");

    /// <summary>A paper that no rule names.</summary>
    public static readonly RefusalDescriptor UnknownPaper = Precondition("unknown-paper", "Giấy tờ ngoài thành phần hồ sơ theo quy định: {papers}; được yêu cầu: {known}.", "Papers outside the regulated list: {papers}; the list: {known}.");

    /// <summary>A fact of the case that the procedure does not declare.</summary>
    public static readonly RefusalDescriptor UnknownFact = Precondition("unknown-fact", "Thủ tục không khai báo dữ kiện: {facts}; có: {known}.", "The procedure declares no such facts: {facts}; it has: {known}.");

    /// <summary>A value that the fact cannot have.</summary>
    public static readonly RefusalDescriptor FactValue = Precondition("fact-value", "Giá trị dữ kiện không đúng kiểu: {facts}.", "Values of the wrong type: {facts}.");

    /// <summary>A fact that nothing is received without.</summary>
    public static readonly RefusalDescriptor MissingFact = Precondition("missing-fact", "Khi tiếp nhận phải có dữ kiện: {facts} ({names}).", "The receipt needs the facts: {facts} ({names}).");

    /// <summary>A fact that stays as it was at receipt.</summary>
    public static readonly RefusalDescriptor FactFixed = Precondition("fact-fixed", "Dữ kiện đã cố định từ khi tiếp nhận, không đổi được: {facts}.", "Facts that stay as they were at receipt: {facts}.");

    /// <summary>The way is open under a condition that does not hold.</summary>
    public static readonly RefusalDescriptor ConditionNotMet = Precondition("condition-not-met", "{what} chỉ dùng được khi: {condition}; hiện nay: {facts}.", "{what} is open only when: {condition}; at present: {facts}.");

    /// <summary>A condition cannot be told, because a fact is missing.</summary>
    public static readonly RefusalDescriptor ConditionOpen = Precondition("condition-undetermined", "Chưa xét được điều kiện {condition}: còn thiếu {missing}; hãy ghi dữ kiện cùng việc này ({example}).", "The condition {condition} cannot be told: {missing} is missing; give it together with the act ({example}).");

    /// <summary>The acts of a history do not follow each other.</summary>
    public static readonly RefusalDescriptor HistoryOrder = Precondition("history-order", "Việc lúc {at}, ghi lúc {recorded}: phải ghi sau khi xảy ra, không trước việc đứng trước nó, không ở tương lai.", "Act of {at}, recorded {recorded}: it must be recorded after it happened, not before the act in front of it, not in the future.");

    /// <summary>A history whose procedure opens other dossiers.</summary>
    public static readonly RefusalDescriptor HistoryOfLinked = Precondition("history-of-linked", "Thủ tục {procedure} mở hồ sơ liên thông, chưa nhập lịch sử được.", "Procedure {procedure} opens linked dossiers; its history cannot be taken over yet.");

    /// <summary>A history whose code is taken.</summary>
    public static readonly RefusalDescriptor CodeTaken = Precondition("code-taken", "Đã có hồ sơ mang mã {code}.", "There is a dossier with the code {code} already.");

    /// <summary>A history without a receipt.</summary>
    public static readonly RefusalDescriptor HistoryWithoutReceipt = Precondition("history-without-receipt", "Việc đầu tiên phải là tiếp nhận.", "The first act has to be the receipt.");

    /// <summary>A note is required.</summary>
    public static readonly RefusalDescriptor MissingNote = Precondition("missing-note", "Hành động {action} phải ghi ý kiến.", "Action {action} needs a note.");

    /// <summary>A reason is required.</summary>
    public static readonly RefusalDescriptor MissingReason = Precondition("missing-reason", "Phải nêu lý do.", "A reason is required.");

    /// <summary>A ground is required.</summary>
    public static readonly RefusalDescriptor MissingGround = Precondition("missing-ground", "Phải nêu căn cứ.", "A legal ground is required.");

    /// <summary>A slip number is required.</summary>
    public static readonly RefusalDescriptor MissingSlip = Precondition("missing-slip", "Phải có số của mẫu {form}.", "The number of form {form} is required.");

    /// <summary>A notice number or amount is required.</summary>
    public static readonly RefusalDescriptor MissingNotice = Precondition("missing-notice", "Phải có số thông báo và số tiền.", "The number of the notice and the amount are required.");

    /// <summary>A receipt number is required.</summary>
    public static readonly RefusalDescriptor MissingReceipt = Precondition("missing-receipt", "Phải có số biên lai.", "The number of the receipt is required.");

    /// <summary>An approver is required.</summary>
    public static readonly RefusalDescriptor MissingApprover = Precondition("missing-approver", "Phải có người phê duyệt.", "An approver is required.");

    /// <summary>Supplements are bounded.</summary>
    public static readonly RefusalDescriptor SecondSupplement = Precondition("second-supplement", "Chỉ được yêu cầu bổ sung {most} lần; đã yêu cầu {count} lần.", "A supplement may be asked for {most} time(s); it was {count} time(s).");

    /// <summary>Suspensions are bounded.</summary>
    public static readonly RefusalDescriptor SecondSuspension = Precondition("second-suspension", "Chỉ được tạm dừng {most} lần.", "It may be suspended {most} time(s).");

    /// <summary>The procedure knows no suspension.</summary>
    public static readonly RefusalDescriptor SuspensionNotAllowed = Precondition("suspension-not-allowed", "Thủ tục {procedure} không cho phép tạm dừng.", "Procedure {procedure} does not allow suspension.");

    /// <summary>Nothing to resume.</summary>
    public static readonly RefusalDescriptor NotSuspended = Precondition("not-suspended", "Hồ sơ không bị tạm dừng.", "The dossier is not suspended.");

    /// <summary>The clock stands still.</summary>
    public static readonly RefusalDescriptor ClockPaused = Precondition("clock-paused", "Hồ sơ đang tạm dừng tính thời gian ({kind}); phải kết thúc việc đó trước.", "The clock stands still ({kind}); that has to end first.");

    /// <summary>It waits for no payment.</summary>
    public static readonly RefusalDescriptor NoPaymentWait = Precondition("no-payment-wait", "Hồ sơ không ở bước chờ nghĩa vụ tài chính.", "The dossier is not at a payment wait.");

    /// <summary>The result is not settled.</summary>
    public static readonly RefusalDescriptor NotSettled = Precondition("not-settled", "Chưa có kết quả thì không được trả.", "It cannot be returned before it is settled.");

    /// <summary>The result lacks something.</summary>
    public static readonly RefusalDescriptor ResultIncomplete = Precondition("result-incomplete", "Kết quả phải có số, ngày và tệp; thiếu: {missing}.", "A result needs number, date and file; missing: {missing}.");

    /// <summary>The date of the result cannot be.</summary>
    public static readonly RefusalDescriptor ResultDate = Precondition("result-date", "Ngày ký kết quả {date} không thể trước ngày tiếp nhận hoặc sau hôm nay.", "The result date {date} cannot be before receipt or after today.");

    /// <summary>The hand-over lacks something.</summary>
    public static readonly RefusalDescriptor HandoverIncomplete = Precondition("handover-incomplete", "Trả kết quả phải ghi người nhận (trực tiếp) hoặc số tham chiếu (bưu chính, trực tuyến).", "A hand-over needs the receiver (counter) or a reference (post, online).");

    /// <summary>The apology lacks something.</summary>
    public static readonly RefusalDescriptor ApologyIncomplete = Precondition("apology-incomplete", "Phiếu xin lỗi phải có số, lý do, ngày hẹn mới và người ký; thiếu: {missing}.", "An apology needs number, reason, new date and signer; missing: {missing}.");

    /// <summary>The new appointment is not new.</summary>
    public static readonly RefusalDescriptor ApologyDate = Precondition("apology-date", "Ngày hẹn mới phải sau hiện tại và sau hạn {due}.", "The new appointment must be later than now and than the due moment {due}.");

    /// <summary>New appointments are bounded.</summary>
    public static readonly RefusalDescriptor SecondReappointment = Precondition("second-reappointment", "Chỉ được hẹn lại {most} lần.", "A new appointment may be given {most} time(s).");

    /// <summary>It may not be sent back there.</summary>
    public static readonly RefusalDescriptor SendBackForbidden = Precondition("send-back-forbidden", "Từ bước {step} không được trả lại bước {to}; được: {known}.", "From step {step} it cannot go back to {to}; possible: {known}.");

    /// <summary>A loop is bounded.</summary>
    public static readonly RefusalDescriptor LoopBound = Precondition("loop-bound", "Bước {step} chỉ được thực hiện {most} lần.", "Step {step} may be done {most} time(s).");

    /// <summary>Branches have to be named.</summary>
    public static readonly RefusalDescriptor BranchChoice = Precondition("branch-choice", "Bước {step} yêu cầu chọn nhánh hoặc cơ quan: {known}.", "Step {step} needs branches or agencies to be chosen: {known}.");

    /// <summary>No agency was found for a step.</summary>
    public static readonly RefusalDescriptor NoAgency = Precondition("no-agency", "Không tìm được cơ quan thực hiện bước {step} ({selector}).", "No agency was found for step {step} ({selector}).");

    /// <summary>Unknown procedure.</summary>
    public static readonly RefusalDescriptor UnknownProcedure = new("unknown-procedure", RefusalKind.NotFound, "Không có thủ tục {procedure}.", "There is no procedure {procedure}.");

    /// <summary>Not in force on the day.</summary>
    public static readonly RefusalDescriptor ProcedureNotInForce = Precondition("procedure-not-in-force", "Thủ tục {procedure} không có hiệu lực ngày {date}.", "Procedure {procedure} is not in force on {date}.");

    /// <summary>Unknown case.</summary>
    public static readonly RefusalDescriptor UnknownCase = Precondition("unknown-case", "Thủ tục không có trường hợp {case}; có: {known}.", "The procedure has no case {case}; it has: {known}.");

    /// <summary>Unknown agency.</summary>
    public static readonly RefusalDescriptor UnknownAgency = Precondition("unknown-agency", "Không có cơ quan {agency} vào ngày {date}.", "There is no agency {agency} on {date}.");

    /// <summary>Unknown step.</summary>
    public static readonly RefusalDescriptor UnknownStep = Precondition("unknown-step", "Thủ tục không có bước {step} để quay lại.", "The procedure has no step {step} to go on with.");

    /// <summary>It happened in the future.</summary>
    public static readonly RefusalDescriptor OccurredInFuture = Precondition("occurred-in-future", "Thời điểm {at} ở tương lai.", "The instant {at} lies in the future.");

    /// <summary>It happened too long ago.</summary>
    public static readonly RefusalDescriptor OccurredTooLongAgo = Precondition("occurred-too-long-ago", "Thời điểm {at} quá {days} ngày trước.", "The instant {at} lies more than {days} days back.");

    /// <summary>It happened before what came before.</summary>
    public static readonly RefusalDescriptor OccurredOutOfOrder = Precondition("occurred-out-of-order", "Thời điểm {at} trước việc đã ghi lúc {after}.", "The instant {at} lies before what was recorded for {after}.");

    /// <summary>The calendar does not reach there.</summary>
    public static readonly RefusalDescriptor CalendarMissing = Precondition("calendar-missing", "Lịch làm việc {calendar} chưa có cho thời gian này ({from} – {to}).", "The working calendar {calendar} does not cover that time ({from} – {to}).");

    /// <summary>Nobody said under which policy it runs.</summary>
    public static readonly RefusalDescriptor NoPolicy = Precondition("no-policy", "Không có quy định một cửa hiệu lực ngày {date} (rules/policies).", "No handling policy is in force on {date} (rules/policies).");

    /// <summary>A planned moment that does not hold any more. Given to the engine only, never to a person.</summary>
    public static readonly RefusalDescriptor DeadlineNotArmed = Precondition("deadline-not-armed", "Thời hạn {name} không còn hiệu lực.", "The deadline {name} is not armed any more.");

    /// <summary>Nobody said how it came in.</summary>
    public static readonly RefusalDescriptor MissingChannel = Precondition("missing-channel", "Phải nêu hình thức nộp hồ sơ.", "The channel of the filing is required.");

    /// <summary>Nobody was named.</summary>
    public static readonly RefusalDescriptor MissingOfficer = Precondition("missing-officer", "Phải nêu người được phân công.", "The officer to be assigned is required.");

    /// <summary>All of them, for the docs and for tests.</summary>
    public static IReadOnlyList<RefusalDescriptor> All { get; } =
    [
        StatusForbids, WrongStep, WrongVerb, WrongRole, WrongAgency, WrongUnit, AssignedToAnother, MayNotAssign, UnknownAction, MissingPaper,
        UnknownPaper, UnknownFact, FactValue, MissingFact, FactFixed, ConditionNotMet, ConditionOpen, MissingNote, MissingReason, MissingGround, MissingSlip, MissingNotice, MissingReceipt, MissingApprover, SecondSupplement,
        SecondSuspension, SuspensionNotAllowed, NotSuspended, ClockPaused, NoPaymentWait, NotSettled, ResultIncomplete, ResultDate,
        HandoverIncomplete, ApologyIncomplete, ApologyDate, SecondReappointment, SendBackForbidden, LoopBound, BranchChoice, NoAgency,
        UnknownProcedure, ProcedureNotInForce, UnknownCase, UnknownAgency, UnknownStep, OccurredInFuture, OccurredTooLongAgo,
        OccurredOutOfOrder, CalendarMissing, NoPolicy, DeadlineNotArmed, MissingChannel, MissingOfficer,
        HistoryOrder, HistoryOfLinked, HistoryWithoutReceipt, CodeTaken,
    ];

    private static RefusalDescriptor Precondition(string id, string vi, string en) => new(id, RefusalKind.Precondition, vi, en);

    private static RefusalDescriptor Permission(string id, string vi, string en) => new(id, RefusalKind.Permission, vi, en);
}
