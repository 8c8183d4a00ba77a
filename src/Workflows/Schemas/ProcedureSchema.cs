using Tthc.Text.Schemas;
using static Tthc.Text.Schemas.FieldShape;
using static Tthc.Workflows.Schemas.RuleShapes;

namespace Tthc.Workflows.Schemas;

/// <summary>The shape of a procedure file, as the procedure reader takes it.</summary>
internal static class ProcedureSchema
{
    private static readonly TextShape ClockWords = new() { Words = ["pause", "restart"] };
    private static readonly TextShape SilenceWords = new() { Words = ["stop", "wait"] };
    private static readonly Shape Total = ByCondition(
        "limit", Ref("limit"), May("commitment", Ref("limit"), "Cam kết ngắn hơn", "A shorter promise"), May("basis", Ref("basis"), "Căn cứ", "Ground"));

    /// <summary>The document.</summary>
    public static SchemaDocument Document { get; } = StepSchema.Define(DefineTexts(new SchemaDocument(new("Thủ tục hành chính", "Administrative procedure"), Root))).Define("fee", Fee).Define("total", Total);

    private static ObjectShape Root => new(
    [
        Must("code", new TextShape { Pattern = @"^(\d\.\d{6}(\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?|[A-Z][A-Z0-9]*(-[A-Z0-9]+)+)$", Examples = ["1.004873", "TTHC-TINH-19"] }, "Mã thủ tục", "Code"),
        Must("name", Ref("text"), "Tên thủ tục", "Name"),
        Must("field", Ref("text"), "Lĩnh vực", "Field of administration"),
        Must("level", new TextShape { Words = ["province", "district", "commune"] }, "Cấp giải quyết", "Level of government"),
        Must("basis", new ArrayShape(Ref("basis")), "Căn cứ pháp lý", "Acts of law it stands on"),
        Must("inForce", Ref("period"), "Thời gian hiệu lực, theo ngày tiếp nhận", "Validity, by day of receipt"),
        May("competent", Ref("selector"), "Cơ quan có thẩm quyền; mặc định nơi tiếp nhận", "Who decides; the receiving agency unless given"),
        Must("limit", Ref("total"), "Thời hạn giải quyết; có thể theo dữ kiện lúc tiếp nhận", "The total; it may depend on the facts known at receipt"),
        May("commitment", Ref("limit"), "Thời gian cam kết ngắn hơn", "A shorter promise"),
        May("dueAt", new TextShape { Words = ["end of office", "same time of day"] }, "Giờ hẹn trả của hạn tính theo ngày", "Time of day of a limit in days"),
        May("lateFiling", new TextShape { Pattern = @"^\d\d:\d\d$", Examples = ["15:00"] }, "Nhận sau giờ này tính từ ngày làm việc sau", "Received later counts from the next working day"),
        May("acceptance", Ref("limit"), "Hạn tiếp nhận hồ sơ trực tuyến", "Limit for accepting an online filing"),
        May("fee", new UnionShape([new TextShape { Words = ["none"] }, Ref("fee"), new ArrayShape(Ref("fee"))]), "Phí, lệ phí", "Fees"),
        May("papers", Keyed(Paper), "Thành phần hồ sơ", "Papers of the regulated list"),
        May("facts", new MapShape(CaseFact) { NamePattern = "^[A-Z][A-Za-z0-9]*$" }, "Dữ kiện hồ sơ, đọc trong điều kiện là case.Tên", "Facts of the case; conditions read them as case.Name"),
        May("results", Keyed(Result), "Kết quả", "What the steps produce"),
        May("cases", Keyed(Case), "Trường hợp", "Variants"),
        May("supplement", Supplement, "Yêu cầu bổ sung", "How supplements are handled"),
        May("suspension", Suspension, "Tạm dừng theo luật chuyên ngành", "Suspension on a legal ground"),
        May("phases", Keyed(PhaseShape), "Giai đoạn", "Phases with a clock each"),
        Must("steps", Keyed(Ref("step")), "Các bước; bước đầu tiên tiếp nhận hồ sơ", "Steps; the first one receives the dossier"),
    ]);

    private static ObjectShape Paper => new(
    [
        Must("name", Ref("text"), "Tên giấy tờ", "Name"),
        May("originals", Count, "Số bản chính", "Originals"),
        May("certified", Count, "Số bản chứng thực", "Certified copies"),
        May("copies", Count, "Số bản sao", "Copies"),
        May("cases", Names, "Chỉ cần trong các trường hợp", "Cases it belongs to"),
        May("optional", new BooleanShape(), "Không bắt buộc", "Not demanded"),
        May("basis", Ref("basis"), "Căn cứ", "Ground"),
        When,
    ]);

    private static ObjectShape CaseFact => new(
    [
        Must("type", new TextShape { Words = ["bool", "int", "decimal", "text", "date"] }, "Kiểu giá trị", "Type of its values"),
        Must("name", Ref("text"), "Tên dữ kiện", "Name"),
        May("required", new BooleanShape(), "Phải có khi tiếp nhận", "Nothing is received without it"),
        May("fixed", new BooleanShape(), "Không đổi được sau khi tiếp nhận", "Stays as it was at receipt"),
    ]);

    private static ObjectShape Result => new(
    [
        Must("name", Ref("text"), "Tên kết quả", "Name"),
        May("form", TextShape.Any, "Mẫu của kết quả", "Form of the result"),
    ]);

    private static ObjectShape Case => new(
    [
        Must("name", Ref("text"), "Tên trường hợp", "Name"),
        May("limit", Ref("total"), "Thời hạn riêng", "Its own limit"),
        May("commitment", Ref("limit"), "Cam kết riêng", "Its own promise"),
        May("basis", Ref("basis"), "Căn cứ", "Ground"),
    ]);

    private static ObjectShape PhaseShape => new(
    [
        Must("name", Ref("text"), "Tên giai đoạn", "Name"),
        Must("limit", Ref("stepLimit"), "Thời gian của giai đoạn", "Time of the phase"),
    ]);

    private static ObjectShape Supplement => new(
    [
        May("atMost", Count, "Tối đa mấy lần", "How often at most"),
        May("clock", ClockWords, "Đồng hồ chạy tiếp hay tính lại", "Whether the clock goes on or begins anew"),
        May("answerWithin", Ref("limit"), "Người dân trả lời trong", "Time to answer"),
        May("silence", SilenceWords, "Không trả lời thì", "What silence means"),
        May("basis", Ref("basis"), "Căn cứ", "Ground"),
    ]);

    private static ObjectShape Suspension => new(
    [
        Must("atMost", Count, "Tối đa mấy lần", "How often at most"),
        May("answerWithin", Ref("limit"), "Người dân trả lời trong", "Time to answer"),
        May("silence", SilenceWords, "Không trả lời thì", "What silence means"),
        Must("basis", Ref("basis"), "Căn cứ", "Ground"),
    ]);

    private static ObjectShape Fee => new(
    [
        Must("amount", new NumberShape { Minimum = 0 }, "Số tiền (đồng)", "Amount in đồng"),
        Must("per", TextShape.NonBlank, "Tính trên", "Charged for each"),
        May("basis", TextShape.Any, "Căn cứ", "Ground"),
        May("confirmed", new BooleanShape(), "Đã đối chiếu chưa", "Whether confirmed"),
    ]);
}
