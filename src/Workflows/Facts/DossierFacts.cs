using Tthc.RuleLanguage.Facts;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Dossiers;

namespace Tthc.Workflows.Facts;

/// <summary>A dossier as rules see it. No personal data.</summary>
/// <param name="dossier">Its state.</param>
/// <param name="sources">What else the facts are drawn from.</param>
[FactRecord("dossier")]
public sealed class DossierFacts(Dossier dossier, FactSources sources)
{
    private IReadOnlyList<SupplementFacts>? _supplements;
    private IReadOnlyList<PaymentFacts>? _payments;
    private IReadOnlyList<PauseFacts>? _pauses;
    private IReadOnlyList<ApologyFacts>? _apologies;

    /// <summary>Code.</summary>
    [RuleFact("Mã hồ sơ; thiếu trước khi tiếp nhận", "Dossier code; missing before receipt")]
    public string? Code => dossier.Code;

    /// <summary>National status.</summary>
    [RuleFact("Trạng thái quốc gia 1-10", "National status 1-10")]
    public DossierStatus Status => dossier.Status;

    /// <summary>How it came in.</summary>
    [RuleFact("Hình thức nộp", "How it came in")]
    public Channel Channel => dossier.Channel;

    /// <summary>Case of the procedure.</summary>
    [RuleFact("Trường hợp của thủ tục", "Case of the procedure")]
    public string? Case => dossier.CaseKey;

    /// <summary>Receiving agency.</summary>
    [RuleFact("Cơ quan tiếp nhận", "Identifier of the receiving agency")]
    public string ReceivingAgency => dossier.ReceivingAgency;

    /// <summary>Deciding agency.</summary>
    [RuleFact("Cơ quan có thẩm quyền", "Identifier of the deciding agency")]
    public string CompetentAgency => dossier.CompetentAgency;

    /// <summary>Whether the applicant is an organisation.</summary>
    [RuleFact("Người nộp là tổ chức", "The applicant is an organisation")]
    public bool? IsOrganisation => dossier.Applicant?.IsOrganisation;

    /// <summary>When it was filed online.</summary>
    [RuleFact("Thời điểm nộp trực tuyến", "When it was filed online")]
    public DateTimeOffset? SubmittedAt => dossier.SubmittedAt;

    /// <summary>Until when a filing is to be accepted.</summary>
    [RuleFact("Hạn tiếp nhận hồ sơ trực tuyến", "Until when an online filing is to be accepted or declined")]
    public DateTimeOffset? AcceptanceDueAt => dossier.AcceptanceDueAt;

    /// <summary>When it was received.</summary>
    [RuleFact("Thời điểm tiếp nhận", "When it was received complete")]
    public DateTimeOffset? ReceivedAt => dossier.ReceivedAt;

    /// <summary>When the receipt was recorded.</summary>
    [RuleFact("Thời điểm ghi nhận việc tiếp nhận trên hệ thống", "When the receipt was recorded")]
    public DateTimeOffset? ReceiptRecordedAt => Act("received")?.RecordedAt;

    /// <summary>First appointment.</summary>
    [RuleFact("Hạn trả ban đầu, không bao giờ đổi", "First appointment; never changes")]
    public DateTimeOffset? OriginalDueAt => dossier.Clock?.OriginalDueAt;

    /// <summary>Present lawful appointment.</summary>
    [RuleFact("Hạn trả hiện tại theo luật (đã tính tạm dừng, gia hạn)", "Present lawful appointment: pauses, restarts and extensions counted")]
    public DateTimeOffset? DueAt => dossier.Clock?.DueAt;

    /// <summary>After this it is late.</summary>
    [RuleFact("Sau thời điểm này là quá hạn", "After this instant it is late")]
    public DateTimeOffset? LateFrom => dossier.Clock?.LateFrom;

    /// <summary>New appointment of the last apology.</summary>
    [RuleFact("Ngày hẹn lại trong phiếu xin lỗi gần nhất", "New appointment of the last apology")]
    public DateTimeOffset? ReappointedAt => dossier.ReappointedAt;

    /// <summary>The appointment as the calendar reckons it from receipt and limit.</summary>
    [RuleFact("Hạn trả tính lại từ ngày tiếp nhận và thời hạn", "The appointment as the calendar reckons it from receipt and limit")]
    public DateTimeOffset? ReckonedDueAt =>
        dossier.Clock is { } clock && sources.Calendar is { } calendar && Clock.Start(clock.Limit, clock.Policy, calendar, clock.StartedAt).TryGet(out var fresh, out _)
            ? fresh.DueAt
            : null;

    /// <summary>When it ended in fact.</summary>
    [RuleFact("Thời điểm kết thúc giải quyết", "When it ended in fact: settled, withdrawn, stopped, declined")]
    public DateTimeOffset? EndedAt => dossier.EndedAt;

    /// <summary>When that was recorded.</summary>
    [RuleFact("Thời điểm ghi kết thúc trên hệ thống", "When that end was recorded")]
    public DateTimeOffset? EndRecordedAt => dossier.EndRecordedAt;

    /// <summary>Why it ended without a result.</summary>
    [RuleFact("Lý do kết thúc không có kết quả", "Why it ended without a result")]
    public string? EndReason => dossier.EndReason;

    /// <summary>When it ended by the evidence: the day of signature where that is another day than the end recorded.</summary>
    [RuleFact("Thời điểm xong thực tế theo chứng cứ (ngày ký kết quả)", "When it ended by the evidence: the day the result was signed")]
    public DateTimeOffset? EndedInFactAt => sources.Calendar is { } calendar ? DossierLateness.InFactAt(dossier, calendar) : dossier.EndedAt;

    /// <summary>When it left the counter.</summary>
    [RuleFact("Thời điểm chuyển khỏi bộ phận tiếp nhận", "When it left the step it was received at")]
    public DateTimeOffset? TransferredAt => sources.Acts.FirstOrDefault(e => e.Kind == "step-advanced" && e.Step == sources.Procedure.Start)?.OccurredAt;

    /// <summary>Number of the slip that ended it without a result.</summary>
    [RuleFact("Số phiếu từ chối hoặc thông báo dừng", "Number of the refusal slip or stop notice")]
    public string? EndSlipNumber => (Act("declined") ?? Act("stopped"))?.SlipNumber;

    /// <summary>Whether the office still owes a result.</summary>
    [RuleFact("Còn phải giải quyết", "The office still owes a result")]
    public bool IsOpen => StatusTransitions.IsOpen(dossier.Status);

    /// <summary>Whether its clock stands still.</summary>
    [RuleFact("Đồng hồ đang dừng", "Its clock stands still")]
    public bool IsPaused => dossier.Clock?.PausedAt is not null;

    /// <summary>Since when its clock stands still.</summary>
    [RuleFact("Dừng từ lúc", "Since when its clock stands still")]
    public DateTimeOffset? PausedAt => dossier.Clock?.PausedAt;

    /// <summary>Supplements asked for.</summary>
    [RuleFact("Các lần yêu cầu bổ sung", "Supplements asked for")]
    public IReadOnlyList<SupplementFacts> Supplements => _supplements ??= [.. dossier.Supplements.Items.Select(SupplementOf)];

    /// <summary>Financial obligations.</summary>
    [RuleFact("Các nghĩa vụ tài chính", "Financial obligations")]
    public IReadOnlyList<PaymentFacts> Payments => _payments ??= [.. dossier.Payments.Items.Select(p => new PaymentFacts(p))];

    /// <summary>The ledger of pauses.</summary>
    [RuleFact("Sổ tạm dừng", "The ledger of pauses")]
    public IReadOnlyList<PauseFacts> Pauses => _pauses ??= [.. dossier.Pauses.Items.Select(p => new PauseFacts(p))];

    /// <summary>Apologies.</summary>
    [RuleFact("Các phiếu xin lỗi và hẹn lại ngày trả", "Apologies with new appointments")]
    public IReadOnlyList<ApologyFacts> Apologies => _apologies ??= [.. dossier.Apologies.Items.Select(a =>
        new ApologyFacts(a, sources.Acts.FirstOrDefault(e => e.Kind == "apology-issued" && e.SlipNumber == a.SlipNumber)?.RecordedAt))];

    /// <summary>Result.</summary>
    [RuleFact("Kết quả; thiếu nếu chưa có", "Result; missing until there is one")]
    public ResultFacts? Result => dossier.Result is { } result ? new ResultFacts(result) : null;

    /// <summary>Hand-over.</summary>
    [RuleFact("Việc trả kết quả; thiếu nếu chưa trả", "Hand-over; missing until returned")]
    public HandoverFacts? Handover => dossier.Handover is { } handover ? new HandoverFacts(handover) : null;

    /// <summary>Keys of the papers on file.</summary>
    [RuleFact("Giấy tờ đang có", "Papers on file")]
    public IReadOnlyList<string> Papers => [.. dossier.Papers.Items.Select(p => p.Key)];

    /// <summary>Day written in its code.</summary>
    [RuleFact("Ngày ghi trong mã hồ sơ", "Day written in its code")]
    public DateOnly? CodeDate => dossier.Code?.Split('-') is [_, { Length: 6 } day, _]
        && DateOnly.TryParseExact(day, "yyMMdd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Whether the limit has passed at an instant, pauses counted. A dossier never received is not late; one whose clock stands still does not become so.</summary>
    [FactFunction("Đã quá hạn tại thời điểm đó (đã tính tạm dừng)", "Whether the limit has passed at that instant, pauses counted")]
    [ChangesAt("at", nameof(BecomesLateAt))]
    public bool IsLateAt(DateTimeOffset at) =>
        dossier.Clock is { LateFrom: { } limit } clock && (clock.PausedAt < at ? clock.PausedAt.Value : at) > limit;

    /// <summary>When it becomes late if nothing happens; null: never, or it is already.</summary>
    public DateTimeOffset? BecomesLateAt(DateTimeOffset at) =>
        dossier.Clock is { LateFrom: { } limit, PausedAt: null } && at <= limit ? limit.AddTicks(1) : null;

    /// <summary>Working minutes by which it is late at an instant, pauses left out; 0 when it is not.</summary>
    [FactFunction("Số phút làm việc quá hạn tại một thời điểm", "Working minutes by which it is late at an instant", Unit = FactUnits.WorkingMinutes)]
    [MovesWith("at", nameof(LateBy))]
    public long? LateMinutes(DateTimeOffset at)
    {
        if (dossier.Clock is not { } clock || sources.Calendar is not { } calendar)
            return null;
        return clock.WorkingTimeLate(at, calendar).TryGet(out var late, out _) ? late.Ticks / TimeSpan.TicksPerMinute : null;
    }

    /// <summary>The earliest instant at which it is late by so many working minutes; null: never while nothing happens.</summary>
    public DateTimeOffset? LateBy(long minutes)
    {
        if (dossier.Clock is not { PausedAt: null, StoppedAt: null, DueAt: { } due, LateFrom: { } from } clock || sources.Calendar is not { } calendar)
            return null;
        if (minutes <= 0)
            return DateTimeOffset.MinValue;
        var still = clock.Suspensions.Closed.Where(s => s.To > due).Sum(s => calendar.WorkingTimeBetween(s.From > due ? s.From : due, s.To).TryGet(out var time, out _) ? time.Ticks : 0);
        if (!calendar.AddWorkingTime(due, TimeSpan.FromTicks((minutes * TimeSpan.TicksPerMinute) + still)).TryGet(out var reached, out _))
            return null;
        return reached > from ? reached : from.AddTicks(1);
    }

    private EventFacts? Act(string kind) => sources.Acts.FirstOrDefault(e => e.Kind == kind);

    private SupplementFacts SupplementOf(SupplementRequest request)
    {
        var listed = sources.Procedure.Papers;
        var onFile = sources.Acts.Where(e => e.OccurredAt <= request.RequestedAt).SelectMany(e => e.Papers).ToHashSet(StringComparer.Ordinal);
        return new SupplementFacts(request, request.Papers.Items.Count(p => !listed.ContainsKey(p)), request.Papers.Items.Count(onFile.Contains));
    }
}
