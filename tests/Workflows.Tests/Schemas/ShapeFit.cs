using System.Text.RegularExpressions;
using Tthc.Text.Json;
using Tthc.Text.Schemas;

namespace Tthc.Workflows.Tests.Schemas;

/// <summary>Whether a value fits a shape, the way an editor judges by the schema.</summary>
internal sealed class ShapeFit(SchemaDocument document)
{
    public IEnumerable<string> Misfits(JsonNode node) => Misfits(document.Root, node, JsonPath.Root, isRoot: true);

    private IEnumerable<string> Misfits(Shape shape, JsonNode node, JsonPath path, bool isRoot = false) => (shape, node) switch
    {
        (AnyShape, _) => [],
        (ReferenceShape reference, _) => Misfits(document.Definitions[reference.Name], node, path),
        (UnionShape union, _) => union.Alternatives.Any(one => !Misfits(one, node, path).Any()) ? [] : [$"{path}: fits none of {union.Alternatives.Length}"],
        (TextShape text, JsonString value) => Fits(text, value.Value) ? [] : [$"{path}: '{value.Value}'"],
        (NumberShape number, JsonNumber value) => value.TryGetDecimal(out var amount) && !(amount < number.Minimum) && !(amount > number.Maximum) ? [] : [$"{path}: {value.Text}"],
        (BooleanShape, JsonBoolean) => [],
        (ArrayShape array, JsonArray list) => list.Items.SelectMany((item, i) => Misfits(array.Item, item, path.Item(i))),
        (MapShape map, JsonObject body) => Named(body).SelectMany(p =>
            map.NamePattern is { } pattern && !Matches(p.Name.Value, pattern) ? [$"{path}: name '{p.Name.Value}'"] : Misfits(map.Value, p.Value, path.Property(p.Name.Value))),
        (ObjectShape known, JsonObject body) => Fields(known, body, path, isRoot),
        _ => [$"{path}: {node.KindName.English} where {shape.GetType().Name} is expected"],
    };

    private IEnumerable<string> Fields(ObjectShape shape, JsonObject body, JsonPath path, bool isRoot)
    {
        foreach (var field in shape.Fields.Where(f => f.Required && body.Find(f.Name) is null))
            yield return $"{path}: '{field.Name}' is missing";
        foreach (var property in Named(body))
        {
            var name = property.Name.Value;
            var field = shape.Fields.FirstOrDefault(f => f.Name == name);
            if (field is null && !shape.Open && !(isRoot && name == "$schema"))
                yield return $"{path}: '{name}' is unknown";
            foreach (var misfit in field is null ? [] : Misfits(field.Value, property.Value, path.Property(name)))
                yield return misfit;
        }
    }

    private static IEnumerable<JsonProperty> Named(JsonObject body) =>
        body.Properties.Where(p => p.Name.Value != "$comment" && !p.Name.Value.StartsWith("x-", StringComparison.Ordinal));

    private static bool Fits(TextShape text, string value) =>
        (text.Words.IsEmpty || text.Words.Contains(value)) && (text.Pattern is not { } pattern || Matches(value, pattern));

    private static bool Matches(string value, string pattern) => Regex.IsMatch(value, pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));
}
