using System.Text.Json;

namespace Tthc.Text.Schemas;

/// <summary>Writes shapes as subschemas.</summary>
internal sealed class ShapeWriter(Utf8JsonWriter json, SchemaDocument document)
{
    // What ObjectReader and JsonCursor.Entries never call unknown.
    private const string RemarkNames = @"^(x-.*|\$comment)$";

    public void Write(Shape shape) => Write(shape, shape.Description);

    public void WriteBody(Shape shape, BilingualText? description)
    {
        WriteDescription(description);
        switch (shape)
        {
            case TextShape text: WriteText(text); break;
            case NumberShape number: WriteNumber(number); break;
            case BooleanShape: json.WriteString("type", "boolean"); break;
            case ArrayShape array: WriteArray(array); break;
            case MapShape map: WriteMap(map); break;
            case ObjectShape body: WriteObject(body); break;
            case UnionShape union: WriteUnion(union); break;
            case ReferenceShape reference: WriteReference(reference); break;
            case AnyShape: break;
            default: throw new ArgumentOutOfRangeException(nameof(shape), shape, "a kind of shape without a schema");
        }
        WriteStrings("examples", shape.Examples);
    }

    private void Write(Shape shape, BilingualText? description)
    {
        json.WriteStartObject();
        WriteBody(shape, description);
        json.WriteEndObject();
    }

    private void WriteDescription(BilingualText? description)
    {
        if (description is null)
            return;
        json.WriteString("description", description.ToString());
        json.WriteString("markdownDescription", $"{description.Vietnamese}\n\n*{description.English}*");
    }

    private void WriteText(TextShape text)
    {
        json.WriteString("type", "string");
        WriteStrings("enum", text.Words);
        if (text.Pattern is not null)
            json.WriteString("pattern", text.Pattern);
        if (text.Format is not null)
            json.WriteString("format", text.Format);
    }

    private void WriteNumber(NumberShape number)
    {
        json.WriteString("type", number.Whole ? "integer" : "number");
        if (number.Minimum is { } minimum)
            json.WriteNumber("minimum", minimum);
        if (number.Maximum is { } maximum)
            json.WriteNumber("maximum", maximum);
    }

    private void WriteArray(ArrayShape array)
    {
        json.WriteString("type", "array");
        if (array.MinimumCount > 0)
            json.WriteNumber("minItems", array.MinimumCount);
        json.WritePropertyName("items");
        Write(array.Item);
    }

    private void WriteMap(MapShape map)
    {
        json.WriteString("type", "object");
        WriteRemarks();
        if (map.NamePattern is not null)
        {
            json.WriteStartObject("propertyNames");
            json.WriteString("pattern", $"{map.NamePattern}|{RemarkNames}");
            json.WriteEndObject();
        }
        json.WritePropertyName("additionalProperties");
        Write(map.Value);
    }

    private void WriteObject(ObjectShape body)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var field in body.Fields)
        {
            json.WritePropertyName(field.Name);
            Write(field.Value, field.Description);
        }
        if (ReferenceEquals(body, document.Root) && !body.Open)
        {
            json.WriteStartObject("$schema");
            json.WriteString("type", "string");
            json.WriteEndObject();
        }
        json.WriteEndObject();
        WriteStrings("required", body.Fields.Where(field => field.Required).Select(field => field.Name));
        if (body.Open)
            return;
        WriteRemarks();
        json.WriteBoolean("additionalProperties", false);
    }

    private void WriteRemarks()
    {
        json.WriteStartObject("patternProperties");
        json.WriteBoolean(RemarkNames, true);
        json.WriteEndObject();
    }

    private void WriteUnion(UnionShape union)
    {
        json.WriteStartArray("anyOf");
        foreach (var alternative in union.Alternatives)
            Write(alternative);
        json.WriteEndArray();
    }

    private void WriteReference(ReferenceShape reference)
    {
        if (!document.Definitions.ContainsKey(reference.Name))
            throw new ArgumentException($"The shape '{reference.Name}' is referred to and not defined.", nameof(reference));
        json.WriteString("$ref", "#/$defs/" + reference.Name);
    }

    private void WriteStrings(string name, IEnumerable<string> values)
    {
        var list = values.ToList();
        if (list.Count == 0)
            return;
        json.WriteStartArray(name);
        list.ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }
}
