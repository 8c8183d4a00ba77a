using System.Text.Encodings.Web;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Tthc.Text.Json;

namespace Tthc.Text.Tests.Json;

/// <summary>Arbitrary JSON values, written by the platform's own writer in its several styles.</summary>
internal static class JsonModel
{
    private static readonly Gen<string> Texts = Gen.Select(
        Gen.ListOf(Gen.Elements("a", "Z", "ế", "e\u0302", "😀", "\"", "\\", "/", "\n", "\t", "\u0001", "\u007f", " ", "<", "&", "\u2028", "{", "//")),
        parts => string.Concat(parts));

    private static readonly Gen<object?> Scalars = Gen.OneOf(
        Gen.Select(Texts, object? (text) => text),
        Gen.Select(Gen.Choose(int.MinValue, int.MaxValue), object? (number) => (long)number * 3),
        Gen.Select(Gen.Choose(-1_000_000, 1_000_000), object? (number) => number / 1000m),
        Gen.Select(Gen.Choose(-300, 300), object? (power) => 1.7 * Math.Pow(10, power)),
        Gen.Elements<object?>(true, false, null));

    private static readonly JsonSerializerOptions[] Styles =
    [
        new(), new() { WriteIndented = true }, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping },
    ];

    public static Gen<(object? Value, string Text)> Documents { get; } =
        from value in Values(4)
        from style in Gen.Elements(Styles)
        select (value, JsonSerializer.Serialize(value, style));

    /// <summary>The tree as a value of the model.</summary>
    public static object? Of(JsonNode node) => node switch
    {
        JsonObject body => body.Properties.ToDictionary(p => p.Name.Value, p => Of(p.Value)),
        JsonArray array => array.Items.Select(Of).ToList(),
        JsonString text => text.Value,
        JsonBoolean truth => truth.Value,
        JsonNumber number => number,
        JsonNull => null,
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "not a value"),
    };

    public static bool Same(JsonNode node, object? value) => (node, value) switch
    {
        (JsonObject body, Dictionary<string, object?> map) =>
            body.Properties.Select(p => p.Name.Value).SequenceEqual(map.Keys) && body.Properties.All(p => Same(p.Value, map[p.Name.Value])),
        (JsonArray array, List<object?> list) => array.Items.Length == list.Count && array.Items.Zip(list).All(pair => Same(pair.First, pair.Second)),
        (JsonString text, string expected) => text.Value == expected,
        (JsonBoolean truth, bool expected) => truth.Value == expected,
        (JsonNumber number, JsonNumber expected) => number.Text == expected.Text,
        (JsonNumber number, double expected) => number.ToDouble().Equals(expected),
        (JsonNumber number, long expected) => number.TryGetInt64(out var whole) && whole == expected,
        (JsonNumber number, decimal expected) => number.TryGetDecimal(out var exact) && exact == expected,
        (JsonNull, null) => true,
        _ => false,
    };

    private static Gen<object?> Values(int depth)
    {
        if (depth == 0)
            return Scalars;
        var inner = Gen.ScaleSize(Values(depth - 1), size => size / 2);
        return Gen.OneOf(
            Scalars,
            Gen.Select(Gen.ListOf(inner), object? (items) => items.ToList()),
            Gen.Select(Gen.ListOf(Gen.Zip(Texts, inner)), object? (pairs) => pairs.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2)));
    }
}
