using System.Globalization;

namespace Tthc.Text.Json;

/// <summary>The way from the root of a document to a value, such as <c>steps.sign.limit</c> or <c>basis[0].act</c>.</summary>
/// <remarks>For people: a name longer than 64 characters is cut, so that a path stays short whatever the file holds.</remarks>
public sealed class JsonPath
{
    private const int LongestName = 64;
    private readonly string segment;

    private JsonPath(JsonPath? parent, string segment) => (Parent, this.segment) = (parent, segment);

    /// <summary>The document itself; shown as an empty text.</summary>
    public static JsonPath Root { get; } = new(null, "");

    /// <summary>The way without its last step; null for the root.</summary>
    public JsonPath? Parent { get; }

    /// <summary>The way to a property of this object. Names that are not plain words are shown in brackets.</summary>
    public JsonPath Property(string name) =>
        new(this, IsPlain(name) ? (Parent is null ? name : "." + name) : $"[\"{VisibleText.Of(name, LongestName)}\"]");

    /// <summary>The way to an element of this array, from 0.</summary>
    public JsonPath Item(int index) => new(this, string.Create(CultureInfo.InvariantCulture, $"[{index}]"));

    /// <summary>The whole way.</summary>
    public override string ToString()
    {
        var segments = new Stack<string>();
        for (var path = this; path is not null; path = path.Parent)
            segments.Push(path.segment);
        return string.Concat(segments);
    }

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= LongestName && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '$');
}
