using Tthc.RuleLanguage.Facts;
using Tthc.Workflows.Calendars;

namespace Tthc.Bench.Rules;

internal sealed class Facts
{
    [RuleFact("hồ sơ", "the dossier")]
    public required Dossier Dossier { get; init; }
}

[FactRecord("dossier")]
internal sealed class Dossier
{
    [RuleFact("mã", "code")]
    public required string Code { get; init; }

    [RuleFact("trạng thái", "status")]
    public required string Status { get; init; }

    [RuleFact("kênh", "channel")]
    public required string Channel { get; init; }

    [RuleFact("phí", "fee")]
    public required long Fee { get; init; }

    [RuleFact("đã nộp phí", "fee paid")]
    public required bool IsFeePaid { get; init; }

    [RuleFact("tiếp nhận", "received")]
    public required DateTimeOffset ReceivedAt { get; init; }

    [RuleFact("hạn trả", "due")]
    public required DateTimeOffset? DueAt { get; init; }

    [RuleFact("trả kết quả", "returned")]
    public required DateTimeOffset? ReturnedAt { get; init; }

    [RuleFact("gia hạn đến", "extended to")]
    public required DateTimeOffset? ExtendedTo { get; init; }

    [RuleFact("phút được dùng", "minutes allowed")]
    public required long AllowedMinutes { get; init; }

    [RuleFact("phiếu xin lỗi", "apology slips")]
    public required int ApologySlips { get; init; }

    [RuleFact("lần yêu cầu bổ sung", "supplement requests")]
    public required int SupplementRequests { get; init; }

    [RuleFact("số bước", "steps")]
    public required int Steps { get; init; }

    [RuleFact("mức hài lòng", "rating")]
    public required int? Rating { get; init; }

    [RuleFact("khẩn", "urgent")]
    public required bool IsUrgent { get; init; }

    [RuleFact("đã xác nhận", "acknowledged")]
    public required bool IsAcknowledged { get; init; }

    [RuleFact("cơ quan được giao", "agency assigned")]
    public required string AssignedAgency { get; init; }

    [RuleFact("cơ quan", "agency")]
    public required Agency Agency { get; init; }

    [RuleFact("thành phần", "parts")]
    public required IReadOnlyList<Part> Parts { get; init; }

    public required WorkCalendar Calendar { get; init; }

    [FactFunction("phút làm việc", "working minutes")]
    [MovesWith("to", nameof(FirstAfter))]
    public long? WorkingMinutes(DateTimeOffset from, DateTimeOffset to) =>
        Calendar.WorkingTimeBetween(from, to).TryGet(out var worked, out _) ? worked.Ticks / TimeSpan.TicksPerMinute : null;

    public DateTimeOffset? FirstAfter(DateTimeOffset from, long minutes) =>
        minutes <= 0 ? from : Calendar.AddWorkingMinutes(from, minutes).TryGet(out var at, out _) ? at : null;
}

[FactRecord("agency")]
internal sealed class Agency
{
    [RuleFact("mã", "code")]
    public required string Code { get; init; }

    [RuleFact("cấp", "level")]
    public required string Level { get; init; }
}

[FactRecord("part")]
internal sealed class Part
{
    [RuleFact("bắt buộc", "required")]
    public required bool IsRequired { get; init; }

    [RuleFact("kiểm tra lúc", "checked")]
    public required DateTimeOffset? CheckedAt { get; init; }
}
