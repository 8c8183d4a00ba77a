using System.Collections.Immutable;
using Tthc.Text.Schemas;
using static Tthc.Text.Schemas.FieldShape;
using static Tthc.Workflows.Schemas.RuleShapes;

namespace Tthc.Workflows.Schemas;

/// <summary>The shape of the steps of a procedure file, as the step readers take them.</summary>
internal static class StepSchema
{
    private static readonly FieldShape Name = Must("name", Ref("text"), "Tên bước", "Name of the step");
    private static readonly FieldShape By = Must("by", Ref("role"), "Ai làm: vai trò trong tệp cơ quan", "Who does it: a role of the agency files");
    private static readonly FieldShape At = May("at", Ref("place"), "Nơi làm", "Where it is done");
    private static readonly FieldShape Unit = May("unit", Ref("unit"), "Đơn vị trong cơ quan", "Unit inside the agency");
    private static readonly FieldShape Time = May("limit", Ref("stepTime"), "Thời gian của bước", "Time of the step");
    private static readonly FieldShape Phase = May("phase", TextShape.NonBlank, "Giai đoạn", "Phase");
    private static readonly FieldShape Produces = May("produces", TextShape.NonBlank, "Kết quả tạo ra", "Result it produces");
    private static readonly Shape Way = Ref("way");

    private static readonly FieldShape Join = May(
        "join", new UnionShape([new TextShape { Words = ["all", "any"] }, new NumberShape { Whole = true, Minimum = 1 }]), "Cần xong bao nhiêu nhánh", "How many branches must be done");

    /// <summary>Any step.</summary>
    public static Shape Step { get; } = new UnionShape([Ref("task"), Ref("parallel"), Ref("joinStep"), Ref("wait")]);

    /// <summary>A person's work.</summary>
    public static ObjectShape Task { get; } = new(
    [
        Name, By, At, Unit, Time,
        May("within", TextShape.NonBlank, "Bước mà bước này dùng chung thời gian", "Step whose time this one shares"),
        Phase,
        May("needs", Names, "Giấy tờ phải có trước khi rời bước", "Papers that must be on file before the step is left"),
        Produces,
        May("atMost", new NumberShape { Whole = true, Minimum = 1 }, "Số lần được vào bước", "Visits allowed"),
        May("then", Way, "Xong thì sang bước nào", "The step that follows"),
        May("actions", Keyed(Ref("action")), "Các đường để cán bộ chọn", "Ways on to choose from"),
        May("sendBack", Names, "Được trả lại cho các bước trước nào", "Earlier steps it may be sent back to"),
        May("act", new TextShape { Words = ["settle", "return", "refuse"] }, "Ghi kết quả, trả kết quả hoặc từ chối", "Records the result, returns it, or refuses"),
        May("form", TextShape.NonBlank, "Số mẫu phiếu từ chối", "Form number of the refusal slip"),
    ]);

    /// <summary>Branches side by side.</summary>
    public static ObjectShape Parallel { get; } = new(
    [
        Name,
        Must("parallel", Keyed(new UnionShape([TextShape.NonBlank, Ref("branchTask"), Ref("branchStep"), Ref("ask"), Ref("child")])), "Các nhánh", "The branches"),
        Join,
        May("then", Way, "Xong các nhánh thì sang bước nào", "The step that follows the branches"),
        May("else", TextShape.NonBlank, "Không nhánh nào mở thì sang bước nào (khi mọi nhánh đều có \"when\")", "The step that follows when no branch opens (where every branch has a \"when\")"),
        May("choose", new TextShape { Words = ["all", "some"] }, "Mở mọi nhánh hay cán bộ chọn", "All branches, or those the officer names"),
    ]);

    /// <summary>The join of longer branches.</summary>
    public static ObjectShape JoinStep { get; } = new(
    [
        Name,
        Join with { Required = true },
        Must("of", TextShape.NonBlank, "Bước song song được hợp", "The parallel it closes"),
        Must("then", Way, "Sang bước nào", "The step that follows"),
    ]);

    /// <summary>A wait.</summary>
    public static ObjectShape Wait { get; } = new(
    [
        Name,
        Must("wait", new TextShape { Words = ["payment", "posting", "outside"] }, "Chờ nộp tiền, niêm yết hoặc cơ quan bên ngoài", "For payment, for a posting, or for a body outside"),
        May("clock", new TextShape { Words = ["paused", "running"] }, "Đồng hồ dừng hay chạy", "Whether the clock stands still"),
        May("limit", Ref("limit"), "Chờ bao lâu", "How long"),
        May("by", TextShape.NonBlank, "Ai ghi nhận", "Who records that it is over"),
        May("at", Ref("selector"), "Nơi làm", "Where it is done"),
        May("unit", TextShape.Any, "Đơn vị trong cơ quan", "Unit inside the agency"),
        Must("then", Way, "Sang bước nào", "The step that follows"),
    ]);

    /// <summary>Adds the named shapes of steps to a document.</summary>
    public static SchemaDocument Define(SchemaDocument document) => document
        .Define("step", Step).Define("task", Task).Define("parallel", Parallel).Define("joinStep", JoinStep).Define("wait", Wait)
        .Define("action", Action).Define("branchTask", BranchTask).Define("branchStep", BranchStep).Define("ask", Ask).Define("child", Child)
        
        .Define("way", ByCondition("to", TextShape.NonBlank)).Define("role", ByCondition("by", TextShape.NonBlank)).Define("unit", ByCondition("unit", TextShape.NonBlank))
        .Define("place", ByCondition("at", Ref("selector"))).Define("asked", ByCondition("ask", Ref("selector"))).Define("stepTime", ByCondition("limit", Ref("stepLimit")))
        .Define("selector", Selector).Define("stepLimit", StepLimit);

    private static Shape Action => new UnionShape(
    [
        Way,
        new ObjectShape(
        [
            Must("to", Way, "Sang bước nào", "The step it leads to"),
            May("name", Ref("text"), "Tên hành động", "Name of the action"),
            May("note", new TextShape { Words = ["required", "optional"] }, "Có bắt buộc ghi lý do không", "Whether a note is demanded"),
            May("extends", Extension, "Phần kéo dài thời hạn theo luật", "A lawful lengthening of the total"),
            May("needs", Names, "Giấy tờ phải có", "Papers that must be on file"),
            When,
        ]),
    ]);

    private static ObjectShape Extension => new(
    [
        Must("by", Ref("limit"), "Thêm bao lâu", "By how much"),
        Must("basis", Ref("basis"), "Căn cứ", "Ground"),
    ]);

    private static ObjectShape BranchTask => new([Name with { Required = false }, By, At, Unit, Time, Phase, Produces, When]);

    private static ObjectShape BranchStep => new([Name with { Required = false }, Must("step", TextShape.NonBlank, "Bước bắt đầu nhánh", "The step the branch begins with"), When]);

    private static ObjectShape Ask => new(
    [
        Name with { Required = false },
        Must("ask", Ref("asked"), "Hỏi cơ quan nào", "The agency asked"),
        By,
        Time with { Required = true },
        May("silence", new TextShape { Words = ["consent", "wait"] }, "Quá hạn không trả lời nghĩa là gì", "What silence beyond the limit means"),
        Unit, When,
    ]);

    private static ObjectShape Child => new(
    [
        Name with { Required = false },
        Must("open", TextShape.NonBlank, "Mã thủ tục của hồ sơ liên thông", "Code of the linked procedure"),
        Must("at", Ref("place"), "Nơi giải quyết", "Where it is handled"),
        When,
    ]);
}
