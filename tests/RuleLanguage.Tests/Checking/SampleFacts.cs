using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Tests.Checking;

public enum SampleStatus
{
    Open,
    Waiting,
    Closed,
}

/// <summary>Facts with one member of each kind, named as those of a dossier are.</summary>
internal static class SampleFacts
{
    private static readonly UnitOfMeasure s_minutes = new("working-minutes", new BilingualText("phút làm việc", "working minutes"));
    private static readonly UnitOfMeasure s_days = new("working-days", new BilingualText("ngày làm việc", "working days"));
    private static readonly FactShapes s_shapes = new(s_minutes, s_days);
    private static readonly RuleType s_step = RuleType.Of(s_shapes.Of<SampleStep>());

    public static FactSchema Schema { get; } = new(DataRecord.ShapeOf("facts",
    [
        ("dossier", RuleType.Of(s_shapes.Of<SampleDossier>()), new BilingualText("hồ sơ", "the dossier")),
        ("steps", RuleType.ListOf(s_step), new BilingualText("các bước", "the steps")),
        ("step", s_step.AsNullable(), new BilingualText("bước đang làm", "the step in hand")),
        ("calendar", RuleType.Of(s_shapes.Of<SampleCalendar>()), new BilingualText("lịch làm việc", "the working calendar")),
    ]));

    /// <summary>One fact at the top, whose members need no prefix.</summary>
    public static FactSchema Single { get; } = new(DataRecord.ShapeOf("facts",
    [
        ("input1", RuleType.Of(s_shapes.Of<SampleDossier>()), new BilingualText("hồ sơ", "the dossier")),
    ]));

    public static DataRecord Of(SampleDossier? dossier = null, params IReadOnlyList<SampleStep> steps) =>
        new(Schema.Root, [dossier ?? new SampleDossier(), steps, steps.Count > 0 ? steps[0] : null, new SampleCalendar()]);
}

[FactRecord("dossier")]
internal sealed class SampleDossier
{
    [RuleFact("mã", "code")]
    public string Code { get; init; } = "H34-1";

    [RuleFact("ghi chú", "note")]
    public string? Note { get; init; }

    [RuleFact("số trang", "pages")]
    public int Pages { get; init; } = 12;

    [RuleFact("số bản", "copies")]
    public int? Copies { get; init; }

    [RuleFact("số thứ tự", "serial number")]
    public ulong Serial { get; init; } = 5;

    [RuleFact("lệ phí", "fee")]
    public decimal Fee { get; init; } = 30_000;

    [RuleFact("tỷ lệ", "share")]
    public double Share { get; init; } = 0.5;

    [RuleFact("gấp", "urgent")]
    public bool Urgent { get; init; }

    [RuleFact("đã trả", "returned")]
    public bool? Returned { get; init; }

    [RuleFact("loại", "kind")]
    public char Letter { get; init; } = 'A';

    [RuleFact("trạng thái", "status")]
    public SampleStatus Status { get; init; }

    [RuleFact("lúc nhận", "received")]
    public DateTimeOffset ReceivedAt { get; init; } = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [RuleFact("hạn", "due")]
    public DateTimeOffset? DueAt { get; init; }

    [RuleFact("lúc ký", "signed")]
    public DateTime SignedAt { get; init; } = new(2026, 3, 2, 10, 0, 0);

    [RuleFact("ngày sinh", "born")]
    public DateOnly Born { get; init; } = new(1990, 2, 28);

    [RuleFact("giờ hẹn", "appointment")]
    public TimeOnly Appointment { get; init; } = new(14, 30);

    [RuleFact("thời gian chờ", "wait")]
    public TimeSpan Wait { get; init; } = TimeSpan.FromHours(36);

    [RuleFact("mã định danh", "identity")]
    public Guid Identity { get; init; }

    [RuleFact("đã dùng", "used", Unit = "working-minutes")]
    public long UsedMinutes { get; init; } = 500;

    [RuleFact("được dùng", "allowed", Unit = "working-minutes")]
    public long LimitMinutes { get; init; } = 480;

    [RuleFact("số ngày", "days", Unit = "working-days")]
    public int LimitDays { get; init; } = 3;

    [RuleFact("giấy tờ", "papers")]
    public IReadOnlyList<string> Papers { get; init; } = ["form", "map"];

    [RuleFact("các số", "numbers")]
    public IReadOnlyList<int> Numbers { get; init; } = [3, 1, 2];
}

[FactRecord("step")]
internal sealed class SampleStep
{
    [RuleFact("tên", "name")]
    public string Name { get; init; } = "";

    [RuleFact("trễ", "late")]
    public bool IsLate { get; init; }

    [RuleFact("đã xong", "done")]
    public bool? IsDone { get; init; }

    [RuleFact("trạng thái", "status")]
    public SampleStatus Status { get; init; }

    [RuleFact("số phút", "minutes", Unit = "working-minutes")]
    public long UsedMinutes { get; init; }

    [RuleFact("thứ tự", "rank")]
    public int Rank { get; init; }

    [RuleFact("bắt đầu", "started")]
    public DateTimeOffset? StartedAt { get; init; }

    [RuleFact("các bước con", "parts")]
    public IReadOnlyList<SampleStep> Parts { get; init; } = [];

    [FactFunction("trễ hơn số phút", "late by more minutes")]
    public bool IsLateBy([FactUnit("working-minutes")] long minutes) => UsedMinutes > minutes;
}

[FactRecord("calendar")]
internal sealed class SampleCalendar
{
    private readonly int _minute = 1;

    [FactFunction("phút làm việc giữa hai thời điểm", "working minutes between two instants", Unit = "working-minutes")]
    public long WorkingMinutesBetween(DateTimeOffset from, DateTimeOffset to) => (long)(to - from).TotalMinutes / _minute;

    [FactFunction("thêm phút làm việc", "working minutes later")]
    public DateTimeOffset? AddWorkingTime(DateTimeOffset from, [FactUnit("working-minutes")] long minutes) =>
        from.Year is > 1900 and < 2100 && Math.Abs((double)minutes) < 1_000_000 ? from.AddMinutes(minutes / _minute) : null;
}
