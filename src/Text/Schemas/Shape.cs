using System.Collections.Immutable;
using Tthc.Text.Json.Fields;

namespace Tthc.Text.Schemas;

/// <summary>
/// What a value in a file may look like, described in code beside the reader of the file and written out as JSON Schema,
/// so that editors complete and check what people type. The kinds below are all there are.
/// </summary>
public abstract record Shape
{
    private protected Shape()
    {
    }

    /// <summary>What the value is for; null leaves it to the field that holds it.</summary>
    public BilingualText? Description { get; init; }

    /// <summary>Strings an editor offers as examples.</summary>
    public ImmutableArray<string> Examples { get; init; } = [];
}

/// <summary>A string.</summary>
public sealed record TextShape : Shape
{
    /// <summary>Any string.</summary>
    public static TextShape Any { get; } = new();

    /// <summary>A date, as <see cref="JsonCursor.Date"/> reads it.</summary>
    public static TextShape Date { get; } = new() { Format = "date" };

    /// <summary>A string that is not blank, as <see cref="ObjectReader.RequiredString"/> reads it.</summary>
    public static TextShape NonBlank { get; } = new() { Pattern = @"\S" };

    /// <summary>The only strings allowed; empty allows all.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>A regular expression (of ECMAScript, as JSON Schema wants it) the string must match somewhere; null for none.</summary>
    public string? Pattern { get; init; }

    /// <summary>A format name of JSON Schema; null for none.</summary>
    public string? Format { get; init; }

    /// <summary>One of the words a reader knows.</summary>
    public static TextShape OneOf<T>(NamedValues<T> names) => new() { Words = names.Names };
}

/// <summary>A number.</summary>
public sealed record NumberShape : Shape
{
    /// <summary>Whether only whole numbers are allowed.</summary>
    public bool Whole { get; init; }

    /// <summary>The least allowed; null for any.</summary>
    public long? Minimum { get; init; }

    /// <summary>The greatest allowed; null for any.</summary>
    public long? Maximum { get; init; }
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record BooleanShape : Shape;

/// <summary>Any value.</summary>
public sealed record AnyShape : Shape;

/// <summary>An array.</summary>
/// <param name="Item">The shape of each element.</param>
public sealed record ArrayShape(Shape Item) : Shape
{
    /// <summary>The least number of elements.</summary>
    public int MinimumCount { get; init; }
}

/// <summary>An object whose names are the author's own.</summary>
/// <param name="Value">The shape of each value.</param>
public sealed record MapShape(Shape Value) : Shape
{
    /// <summary>A regular expression the names must match; null for any name.</summary>
    public string? NamePattern { get; init; }
}

/// <summary>A value of one of several shapes.</summary>
/// <param name="Alternatives">The shapes.</param>
public sealed record UnionShape(ImmutableArray<Shape> Alternatives) : Shape;

/// <summary>A shape defined under a name in the <see cref="SchemaDocument"/>; how a shape contains itself.</summary>
/// <param name="Name">The name of the definition.</param>
public sealed record ReferenceShape(string Name) : Shape;

/// <summary>An object with known fields; others are refused, as <see cref="ObjectReader.Finish"/> does, unless <see cref="Open"/>.</summary>
/// <param name="Fields">The fields in the order an editor offers them.</param>
public sealed record ObjectShape(ImmutableArray<FieldShape> Fields) : Shape
{
    /// <summary>Whether further fields are allowed.</summary>
    public bool Open { get; init; }
}

/// <summary>A field of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The shape of its value.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Required">Whether it must be there.</param>
public sealed record FieldShape(string Name, Shape Value, BilingualText Description, bool Required = false)
{
    /// <summary>A field that must be there.</summary>
    public static FieldShape Must(string name, Shape value, string vietnamese, string english) =>
        new(name, value, new BilingualText(vietnamese, english), Required: true);

    /// <summary>A field that may be left out.</summary>
    public static FieldShape May(string name, Shape value, string vietnamese, string english) =>
        new(name, value, new BilingualText(vietnamese, english));
}
