using Tthc.Text.Schemas;
using static Tthc.Text.Schemas.FieldShape;

namespace Tthc.Workflows.Schemas;

/// <summary>Shapes that occur in several formats; each format defines those it refers to.</summary>
internal static class RuleShapes
{
    public const string KeyPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

    public static Shape ForPeople { get; } = new UnionShape(
    [
        TextShape.NonBlank,
        new ObjectShape(
        [
            Must("vi", TextShape.NonBlank, "Tiếng Việt", "Vietnamese"),
            May("en", TextShape.NonBlank, "Tiếng Anh; không có thì dùng tiếng Việt", "English; Vietnamese where it is missing"),
        ]),
    ]);

    public static Shape Basis { get; } = new UnionShape(
    [
        TextShape.NonBlank,
        new ObjectShape(
        [
            Must("act", TextShape.NonBlank, "Văn bản", "The act"),
            May("article", TextShape.Any, "Điều, khoản", "Article"),
            May("note", TextShape.Any, "Ghi chú", "Note"),
            May("confirmed", new BooleanShape(), "Đã đối chiếu văn bản chính thức chưa", "Whether the official text has been read"),
        ]),
    ]);

    public static Shape Period { get; } = new ObjectShape(
    [
        Must("from", TextShape.Date, "Ngày tiếp nhận đầu tiên", "First day of receipt"),
        May("to", TextShape.Date, "Ngày tiếp nhận cuối cùng; còn hiệu lực thì bỏ", "Last day of receipt; left out while open"),
    ]);

    public static Shape Limit { get; } = new TextShape
    {
        Pattern = @"^(none|same day, cut-off \d\d:\d\d|\d+(\.\d+)? (working days?|calendar days?|working hours?))$",
        Examples = ["8 working days", "0.5 working day", "15 calendar days", "6 working hours", "same day, cut-off 15:00", "none"],
    };

    public static Shape StepLimit { get; } = new TextShape
    {
        Pattern = @"^(none|0|\d+(\.\d+)? working (days?|hours?))$",
        Examples = ["0.5 working day", "2 working days", "4 working hours", "0", "none"],
    };

    public static Shape Selector { get; } = new TextShape
    {
        Pattern = "^(receiving|competent|superior|chosen|agency:.+|nearest:.+|as:.+)$",
        Examples = ["receiving", "competent", "superior", "nearest:tax", "as:examine", "chosen"],
    };

    public static Shape Names { get; } = new ArrayShape(TextShape.NonBlank);

    public static Shape Count { get; } = new NumberShape { Whole = true, Minimum = 0 };

    /// <summary>A condition in the rules language.</summary>
    public static FieldShape When { get; } = May("when", TextShape.NonBlank, "Điều kiện (ngôn ngữ quy tắc), ví dụ case.NeedsVerification", "A condition in the rules language, such as case.NeedsVerification");

    /// <summary>A value alone, or alternatives by condition with what stands for all else.</summary>
    public static Shape ByCondition(string field, Shape value, params ReadOnlySpan<FieldShape> besides) => new UnionShape(
    [
        value,
        new ArrayShape(new UnionShape(
        [
            new ObjectShape([When with { Required = true }, Must(field, value, "Khi điều kiện đúng", "When the condition holds"), .. besides]),
            new ObjectShape([Must("else", value, "Mọi trường hợp còn lại", "In all other cases"), .. besides]),
        ])),
    ]);

    public static ReferenceShape Ref(string name) => new(name);

    /// <summary>A map whose keys others refer to.</summary>
    public static MapShape Keyed(Shape value) => new(value) { NamePattern = KeyPattern };

    public static SchemaDocument DefineTexts(SchemaDocument document) =>
        document.Define("text", ForPeople).Define("basis", Basis).Define("period", Period).Define("limit", Limit);
}
