using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tthc.Text.Schemas;

/// <summary>
/// Writes a <see cref="SchemaDocument"/> as JSON Schema (draft 2020-12), the same text for the same description, for
/// editors to complete and check with. The reader of a file stays the judge: an optional field may be <c>null</c> there,
/// which the schema does not offer.
/// </summary>
public static class JsonSchemaWriter
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        // Vietnamese stays readable; the text is a file for editors and never put into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema, ending with a line end.</summary>
    /// <exception cref="ArgumentException">A reference names a shape that is not defined.</exception>
    public static string Write(SchemaDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Layout))
        {
            var shapes = new ShapeWriter(json, document);
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("title", document.Title.ToString());
            shapes.WriteBody(document.Root, document.Root.Description);
            if (!document.Definitions.IsEmpty)
                WriteDefinitions(json, shapes, document.Definitions);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteDefinitions(Utf8JsonWriter json, ShapeWriter shapes, ImmutableSortedDictionary<string, Shape> definitions)
    {
        json.WriteStartObject("$defs");
        foreach (var (name, shape) in definitions)
        {
            json.WritePropertyName(name);
            shapes.Write(shape);
        }
        json.WriteEndObject();
    }
}
