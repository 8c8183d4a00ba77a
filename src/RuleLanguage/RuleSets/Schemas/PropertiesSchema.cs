using Tthc.RuleLanguage.RuleSets.Reading;
using Tthc.Text.Schemas;
using static Tthc.Text.Schemas.FieldShape;

namespace Tthc.RuleLanguage.RuleSets.Schemas;

/// <summary>The shape of what a rule carries besides; further properties are allowed.</summary>
internal static class PropertiesSchema
{
    public static UnionShape ForPeople { get; } = new(
    [
        TextShape.NonBlank,
        new ObjectShape(
        [
            Must("vi", TextShape.NonBlank, "Tiếng Việt", "Vietnamese"),
            May("en", TextShape.NonBlank, "Tiếng Anh; không có thì dùng tiếng Việt", "English; Vietnamese where it is missing"),
        ]),
    ]);

    public static ObjectShape Properties { get; } = new(
    [
        May("id", TextShape.NonBlank, "Mã ngắn, ví dụ V01", "Short identity, such as V01"),
        May("severity", TextShape.OneOf(MetadataReader.SeverityNames), "Mức độ", "How grave it is"),
        May("basis", new UnionShape([TextShape.NonBlank, Act, new ArrayShape(new UnionShape([TextShape.NonBlank, Act]))]), "Căn cứ pháp lý", "Legal basis"),
        May("title", new ReferenceShape("text"), "Tên cho người đọc", "Title"),
        May("message", new ReferenceShape("text"), "Thông báo, có thể dùng $(tên.thành.phần)", "Message; $(name.of.part) is replaced"),
        May("inForce", Period, "Thời gian hiệu lực", "Validity"),
        May("opens", TextShape.NonBlank, "Nghĩa vụ phát sinh", "The obligation it opens"),
        May("clearedBy", TextShape.NonBlank, "Điều gì kết thúc phát hiện này", "What clears the finding"),
        May("obligation", Obligation, "Nghĩa vụ phát sinh, đầy đủ", "The obligation it opens, in full"),
        May("scope", new AnyShape(), "Phạm vi áp dụng", "What it is asked about"),
    ]) { Open = true };

    private static ObjectShape Act => new(
    [
        Must("act", TextShape.NonBlank, "Văn bản", "The act"),
        May("article", TextShape.NonBlank, "Điều, khoản", "Article"),
        May("note", TextShape.Any, "Ghi chú", "Note"),
        May("confirmed", new BooleanShape(), "Đã đối chiếu văn bản chính thức chưa", "Whether the official text has been read"),
    ]);

    private static ObjectShape Period => new(
    [
        May("from", TextShape.Date, "Ngày đầu", "First day"),
        May("to", TextShape.Date, "Ngày cuối; còn hiệu lực thì bỏ", "Last day; left out while open"),
    ]);

    private static ObjectShape Obligation => new(
    [
        Must("kind", TextShape.NonBlank, "Loại nghĩa vụ", "Which obligation"),
        May("due", TextShape.NonBlank, "Hạn thực hiện", "Until when"),
    ]) { Open = true };
}
