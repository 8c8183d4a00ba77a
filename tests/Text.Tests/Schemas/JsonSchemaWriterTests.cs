using System.Text.Json;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;
using Tthc.Text.Schemas;
using static Tthc.Text.Schemas.FieldShape;

namespace Tthc.Text.Tests.Schemas;

public sealed class JsonSchemaWriterTests
{
    private const string Approved = "tests/Text.Tests/Schemas/Approved/sample.schema.json";

    private static readonly NamedValues<int> Levels = new(("province", 1), ("commune", 2));

    private static readonly ObjectShape Group = new(
    [
        Must("name", TextShape.NonBlank, "Tên nhóm", "Name of the group"),
        May("groups", new ArrayShape(new ReferenceShape("group")), "Nhóm con", "Groups inside"),
    ]);

    private static readonly ObjectShape Root = new(
    [
        Must("code", new TextShape { Pattern = @"^\d\.\d+$", Examples = ["1.012345"] }, "Mã", "Code"),
        May("level", TextShape.OneOf(Levels), "Cấp thực hiện", "Level"),
        May("from", TextShape.Date, "Ngày hiệu lực", "Date of effect"),
        May("count", new NumberShape { Whole = true, Minimum = 0, Maximum = 10 }, "Số lượng", "Count"),
        May("fee", new NumberShape(), "Phí", "Fee"),
        May("open", new BooleanShape(), "Đang mở", "Open"),
        Must("steps", new MapShape(new UnionShape([TextShape.Any, new ReferenceShape("group")])) { NamePattern = "^[a-z-]+$" }, "Các bước", "Steps"),
        May("tags", new ArrayShape(TextShape.NonBlank) { MinimumCount = 1 }, "Nhãn", "Tags"),
        May("properties", new ObjectShape([]) { Open = true }, "Thuộc tính riêng", "Properties of your own"),
        May("value", new AnyShape(), "Giá trị bất kỳ", "Any value"),
    ])
    { Description = new BilingualText("Tệp mẫu", "A sample file") };

    private static readonly SchemaDocument Document = new SchemaDocument(new BilingualText("Mẫu", "Sample"), Root).Define("group", Group);

    [Fact]
    public void Writes_the_approved_text() => Assert.Equal(RepositoryFiles.Read(Approved), JsonSchemaWriter.Write(Document));

    [Fact]
    public void Writes_what_both_readers_accept()
    {
        var text = JsonSchemaWriter.Write(Document);
        Assert.Empty(JsonDocumentReader.Read(SourceText.From(Approved, text)).Diagnostics);
        using var parsed = JsonDocument.Parse(text);
        Assert.Equal("object", parsed.RootElement.GetProperty("type").GetString());
    }

    [Fact]
    public void Refuses_a_reference_to_nothing() =>
        Assert.Throws<ArgumentException>(() => JsonSchemaWriter.Write(new SchemaDocument(new("a", "a"), new ReferenceShape("gone"))));

    [Fact]
    public void Describes_the_fields_its_reader_asks_for()
    {
        var bag = new DiagnosticBag();
        var reader = JsonCursor.AtRoot(JsonDocumentReader.Read(SourceText.From("a", """{ "name": "x" }"""), bag), bag).Object()!;
        reader.RequiredString("name");
        reader.Array("groups", item => item.String());
        Assert.Equal(Group.Fields.Select(field => field.Name).Order(StringComparer.Ordinal), reader.KnownNames);
    }
}
