using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Types;
using Tthc.Text;
using Tthc.Text.Json;

namespace Tthc.RuleLanguage.RuleSets.Data;

/// <summary>Types of JSON values, found by looking at them. The depth of a document is bounded by its reader.</summary>
internal static class InferredShape
{
    public static readonly BilingualText Description = new("từ dữ liệu JSON", "from JSON data");

    /// <summary>The type of a value; always nullable.</summary>
    public static RuleType Of(JsonNode value, string name) => Of([value], name);

    /// <summary>The value held as its inferred type; what does not fit (a list of different things) is missing.</summary>
    public static object? Read(RuleType type, JsonNode value) => (type.Kind, value) switch
    {
        (TypeKind.Record, JsonObject body) => Record(type.Record!, body),
        (TypeKind.List, JsonArray list) => List(type, list),
        (TypeKind.Unknown, _) => null,
        _ => JsonScalars.Read(type, value),
    };

    private static RuleType Of(IReadOnlyCollection<JsonNode> values, string name)
    {
        var present = values.Where(v => v is not (JsonNull or JsonInvalid)).ToList();
        return present switch
        {
            [] => RuleType.Unknown,
            _ when present.All(v => v is JsonObject) => RuleType.Of(RecordOf([.. present.Cast<JsonObject>()], name)).AsNullable(),
            _ when present.All(v => v is JsonArray) => ListOf([.. present.Cast<JsonArray>()], name).AsNullable(),
            _ when present.All(v => v is JsonNumber) => present.Select(v => JsonScalars.NumberType((JsonNumber)v)).Aggregate(JsonScalars.Wider).AsNullable(),
            _ when present.All(v => v is JsonString) => RuleType.String.AsNullable(),
            _ when present.All(v => v is JsonBoolean) => RuleType.Boolean.AsNullable(),
            _ => RuleType.Unknown,
        };
    }

    private static RecordShape RecordOf(IReadOnlyList<JsonObject> objects, string name)
    {
        var fields = objects.SelectMany(o => JsonFacts.FieldsOf(o)).GroupBy(p => p.Name.Value, StringComparer.Ordinal);
        return DataRecord.ShapeOf(name, fields.Select(f => (f.Key, Of([.. f.Select(p => p.Value)], f.Key), Description)), isOpen: true);
    }

    private static RuleType ListOf(IReadOnlyList<JsonArray> lists, string name)
    {
        var items = lists.SelectMany(list => list.Items).ToList();
        var element = Of(items, name);
        // An element that is always there need not be asked for; records hold what may be missing themselves.
        return RuleType.ListOf(items.Exists(item => item is JsonNull or JsonInvalid) ? element : element.AsRequired());
    }

    private static DataRecord Record(RecordShape shape, JsonObject body) =>
        new(shape, [.. shape.Members.Select(m => body.Find(m.Name) is { } field ? Read(m.Type, field.Value) : null)]);

    private static Array List(RuleType type, JsonArray list)
    {
        var element = type.Element!;
        var values = Array.CreateInstance(element.ClrType, list.Items.Length);
        for (var i = 0; i < values.Length; i++)
            values.SetValue(Read(element, list.Items[i]), i);
        return values;
    }
}
