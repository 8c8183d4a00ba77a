using Tthc.RuleLanguage.RuleSets.Testing;
using Tthc.Text.Schemas;
using static Tthc.Text.Schemas.FieldShape;

namespace Tthc.RuleLanguage.RuleSets.Schemas;

/// <summary>The shape of a file of tests, as <see cref="RuleTestReader"/> takes it, for editors.</summary>
public static class RuleTestSchema
{
    /// <summary>The document.</summary>
    public static SchemaDocument Document { get; } = new SchemaDocument(new("Kiểm thử bộ quy tắc", "Tests of a rule set"), new ObjectShape(
    [
        May("set", TextShape.NonBlank, "Bộ được thử, khi tệp quy tắc có nhiều bộ", "The set, where the rule file holds several"),
        Must("cases", new ArrayShape(new ReferenceShape("case")), "Các ca", "The cases"),
    ])).Define("case", Case).Define("verdict", TextShape.OneOf(RuleTestReader.VerdictNames)).Define("expectation", Expectation);

    private static TextShape Instant => new()
    {
        Pattern = @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?[+-]\d{2}:\d{2}$", Examples = ["2026-04-21T09:00+07:00"],
    };

    private static ObjectShape Case => new(
    [
        Must("name", TextShape.NonBlank, "Ca này về điều gì", "What it is about"),
        Must("at", Instant, "Thời điểm đánh giá, có múi giờ", "Instant of the evaluation, with its offset"),
        May("set", TextShape.NonBlank, "Bộ được thử", "The set"),
        May("facts", new MapShape(new AnyShape()), "Dữ kiện viết bằng JSON; không ghi là thiếu", "Facts as JSON; what is not given is missing"),
        May("given", new AnyShape(), "Điều để hệ thống dựng dữ kiện, ví dụ các sự kiện", "What the host makes facts of, such as events"),
        Must("expect", new MapShape(new UnionShape([new ReferenceShape("verdict"), new ReferenceShape("expectation")])), "Quy tắc → kết quả chờ đợi", "Rule → what is expected of it"),
    ]);

    private static ObjectShape Expectation => new(
    [
        May("verdict", new ReferenceShape("verdict"), "Kết quả", "What it says"),
        May("message", new UnionShape([TextShape.Any, Message]), "Thông báo, từng chữ", "Its message, letter by letter"),
        May("nextChange", new UnionShape([new TextShape { Words = ["never", "unknown"] }, Instant]), "Khi nào kết quả có thể đổi", "When the verdict may change"),
    ]);

    private static ObjectShape Message => new(
    [
        Must("vi", TextShape.Any, "Tiếng Việt", "Vietnamese"),
        Must("en", TextShape.Any, "Tiếng Anh", "English"),
    ]);
}
