using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.RuleSets.Results;

/// <summary>Values as JSON, by what rules see of them: records have their members only. Bounded, since facts may refer to each other in a ring.</summary>
internal static class ValueJson
{
    private const int Deepest = 12;
    private const int MostItems = 1_000;

    public static string Write(object? value, RuleType type, bool indented)
    {
        var buffer = new ArrayBufferWriter<byte>();
        // Texts for people and logs, never put into a web page as they are.
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, value, type, Deepest);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, object? value, RuleType type, int depth)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case double or float or decimal or sbyte or byte or short or ushort or int or uint or long or ulong: WriteNumber(json, (IFormattable)value); break;
            case DateTimeOffset instant: json.WriteStringValue(instant); break;
            case DateTime local: json.WriteStringValue(local); break;
            case DateOnly day: json.WriteStringValue(day.ToString("O", CultureInfo.InvariantCulture)); break;
            case TimeOnly time: json.WriteStringValue(time.ToString("O", CultureInfo.InvariantCulture)); break;
            case TimeSpan span: json.WriteStringValue(span.ToString("c", CultureInfo.InvariantCulture)); break;
            default: WriteNested(json, value, type, depth); break;
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, IFormattable number)
    {
        var text = number.ToString(null, CultureInfo.InvariantCulture);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            json.WriteRawValue(text);
        else
            json.WriteStringValue(text);
    }

    private static void WriteNested(Utf8JsonWriter json, object value, RuleType type, int depth)
    {
        if (depth == 0)
            json.WriteStringValue("…");
        else if (type.Record is { } shape)
            WriteRecord(json, value, shape, depth);
        else if (value is IEnumerable list)
            WriteList(json, list, type.Element ?? RuleType.Unknown, depth);
        else
            json.WriteStringValue(value.ToString());
    }

    private static void WriteRecord(Utf8JsonWriter json, object value, RecordShape shape, int depth)
    {
        json.WriteStartObject();
        foreach (var member in shape.Members)
        {
            json.WritePropertyName(member.Name);
            Write(json, member.Get(value), member.Type, depth - 1);
        }
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable list, RuleType element, int depth)
    {
        json.WriteStartArray();
        foreach (var item in list.Cast<object?>().Take(MostItems))
            Write(json, item, element, depth - 1);
        json.WriteEndArray();
    }
}
