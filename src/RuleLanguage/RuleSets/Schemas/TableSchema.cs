using Tthc.RuleLanguage.RuleSets.Reading;
using Tthc.Text.Schemas;
using static Tthc.Text.Schemas.FieldShape;

namespace Tthc.RuleLanguage.RuleSets.Schemas;

/// <summary>The shape of a decision table.</summary>
internal static class TableSchema
{
    public static ObjectShape Table { get; } = new(
    [
        Must("Inputs", new ArrayShape(new ReferenceShape("expression")) { MinimumCount = 1 }, "Các cột: biểu thức", "The columns: expressions"),
        May("HitPolicy", TextShape.OneOf(TableReader.PolicyNames), "Khi nhiều dòng áp dụng; mặc định unique", "When several rows apply; unique by default"),
        Must("Rows", new ArrayShape(Row) { MinimumCount = 1 }, "Các dòng", "The rows"),
    ]);

    private static ObjectShape Row => new(
    [
        Must("When", Cells(["> 5", "1..10", "in (1, 2)", "-"]), "Mỗi cột một ô: giá trị, > 5, 1..10, in (…), -", "A cell a column: a value, > 5, 1..10, in (…), -"),
        May("Then", Cells([]), "Giá trị của dòng", "What the row gives"),
    ]);

    private static UnionShape Cells(string[] examples)
    {
        var cell = new UnionShape([TextShape.NonBlank with { Examples = [.. examples] }, new NumberShape(), new BooleanShape()]);
        return new UnionShape([new ArrayShape(cell), cell]);
    }
}
