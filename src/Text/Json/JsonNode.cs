using System.Collections.Immutable;

namespace Tthc.Text.Json;

/// <summary>A value in a JSON text, with its place. The sealed kinds below are all there are.</summary>
public abstract class JsonNode
{
    private protected JsonNode(SourceLocation location) => Location = location;

    /// <summary>Where the value stands; strings with their quotes, objects and arrays with their brackets.</summary>
    public SourceLocation Location { get; }

    /// <summary>The span of <see cref="Location"/>.</summary>
    public TextSpan Span => Location.Span;

    /// <summary>What kind of value it is, in words for a message.</summary>
    public abstract BilingualText KindName { get; }
}

/// <summary>A property of an object.</summary>
/// <param name="Name">The name, with its place.</param>
/// <param name="Value">The value.</param>
public sealed record JsonProperty(JsonString Name, JsonNode Value);

/// <summary>An object; its properties in the order of the text, duplicates included.</summary>
public sealed class JsonObject : JsonNode
{
    private const int LookupFrom = 8;
    private readonly Dictionary<string, JsonProperty>? lookup;

    internal JsonObject(SourceLocation location, ImmutableArray<JsonProperty> properties) : base(location)
    {
        Properties = properties;
        if (properties.Length < LookupFrom)
            return;
        lookup = new Dictionary<string, JsonProperty>(properties.Length, StringComparer.Ordinal);
        foreach (var property in properties)
            lookup.TryAdd(property.Name.Value, property);
    }

    /// <summary>All properties in order.</summary>
    public ImmutableArray<JsonProperty> Properties { get; }

    /// <inheritdoc/>
    public override BilingualText KindName => JsonWords.Object;

    /// <summary>The first property of that name (ordinal), or null.</summary>
    public JsonProperty? Find(string name)
    {
        if (lookup is not null)
            return lookup.GetValueOrDefault(name);
        foreach (var property in Properties)
        {
            if (property.Name.Value == name)
                return property;
        }
        return null;
    }
}

/// <summary>An array.</summary>
public sealed class JsonArray : JsonNode
{
    internal JsonArray(SourceLocation location, ImmutableArray<JsonNode> items) : base(location) => Items = items;

    /// <summary>The elements in order.</summary>
    public ImmutableArray<JsonNode> Items { get; }

    /// <inheritdoc/>
    public override BilingualText KindName => JsonWords.Array;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class JsonBoolean : JsonNode
{
    internal JsonBoolean(SourceLocation location, bool value) : base(location) => Value = value;

    /// <summary>The value.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override BilingualText KindName => JsonWords.Boolean;
}

/// <summary><c>null</c>.</summary>
public sealed class JsonNull : JsonNode
{
    internal JsonNull(SourceLocation location) : base(location)
    {
    }

    /// <inheritdoc/>
    public override BilingualText KindName => JsonWords.Null;
}

/// <summary>A place where a value could not be read; it has been reported, so nobody need report it again.</summary>
public sealed class JsonInvalid : JsonNode
{
    internal JsonInvalid(SourceLocation location) : base(location)
    {
    }

    /// <inheritdoc/>
    public override BilingualText KindName => JsonWords.Invalid;
}
