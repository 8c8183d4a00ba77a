using System.Collections.Immutable;
using Tthc.RuleLanguage.RuleSets.Data;
using Tthc.RuleLanguage.Types;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Reading;

/// <summary>Reads a named threshold.</summary>
internal static class ThresholdReader
{
    public static readonly NamedValues<RuleType> TypeNames = new(
        ("int", RuleType.Int32), ("long", RuleType.Int64), ("double", RuleType.Double), ("decimal", RuleType.Decimal), ("bool", RuleType.Boolean),
        ("string", RuleType.String), ("TimeSpan", RuleType.Duration), ("DateOnly", RuleType.Date), ("TimeOnly", RuleType.Time), ("DateTimeOffset", RuleType.Instant));

    public static ThresholdDefinition? Read(JsonCursor cursor)
    {
        if (cursor.Object() is not { } body)
            return null;
        var name = ParameterReader.Name(body);
        var values = body.Required("Values")?.Items() ?? [];
        var type = body.OptionalEnum("Type", TypeNames)?.Value ?? Inferred(values);
        var (unit, on) = (body.Optional("Unit")?.NonBlankString(), body.Optional("On")?.NonBlankString());
        body.Finish();
        if (name is null)
            return null;
        if (values.IsEmpty)
            cursor.Bag.Report(name.Problem(RuleSetDiagnostics.ThresholdWithoutValue, name.Value));
        var read = values.Select(value => Value(value, type)).ToList();
        InOrder(cursor, read);
        return new ThresholdDefinition(name, type, [.. read.OfType<ThresholdValue>()]) { Unit = unit, On = on };
    }

    private static ThresholdValue? Value(JsonCursor cursor, RuleType type)
    {
        if (cursor.Object() is not { } body)
            return null;
        var (from, basis, value) = (body.OptionalDate("from"), body.OptionalString("basis")?.Value, body.Required("value"));
        body.Finish();
        if (value is null)
            return null;
        if (JsonScalars.Read(type, value.Node) is { } held)
            return new ThresholdValue(from?.Value, value.Locate(held), basis);
        value.Report(RuleSetDiagnostics.ThresholdType, type.ToString());
        return null;
    }

    private static void InOrder(JsonCursor cursor, List<ThresholdValue?> values)
    {
        for (var i = 1; i < values.Count; i++)
        {
            if (values[i - 1] is { } before && values[i] is { } after && (after.From is null || before.From >= after.From))
                cursor.Bag.Report(after.Value.Problem(RuleSetDiagnostics.ThresholdOrder));
        }
    }

    /// <summary>The narrowest type that holds all of them, as literals of the language would have it; text where nothing else does.</summary>
    private static RuleType Inferred(ImmutableArray<JsonCursor> values)
    {
        var nodes = values.Select(v => (v.Node as JsonObject)?.Find("value")?.Value).OfType<JsonNode>().ToList();
        if (nodes.Count > 0 && nodes.All(n => n is JsonBoolean))
            return RuleType.Boolean;
        if (nodes.Count == 0 || !nodes.All(n => n is JsonNumber))
            return RuleType.String;
        return nodes.Select(n => JsonScalars.NumberType((JsonNumber)n)).Aggregate(JsonScalars.Wider);
    }
}
