using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tthc.Workflows;

/// <summary>An immutable list that compares by its elements and whose default is empty.</summary>
/// <remarks>Two things a plain immutable array does not give a stored record: records that hold it compare by value (fold of the events
/// against the stored state), and a list left out of the JSON reads as empty instead of as an unusable default.</remarks>
[CollectionBuilder(typeof(EquatableList), nameof(EquatableList.Create))]
[JsonConverter(typeof(EquatableListConverter))]
public readonly struct EquatableList<T> : IReadOnlyList<T>, IEquatable<EquatableList<T>>
{
    private readonly ImmutableArray<T> _items;

    internal EquatableList(ImmutableArray<T> items) => _items = items.IsDefaultOrEmpty ? default : items;

    /// <summary>The elements.</summary>
    public ImmutableArray<T> Items => _items.IsDefault ? [] : _items;

    /// <inheritdoc/>
    public int Count => _items.IsDefault ? 0 : _items.Length;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _items.IsDefault;

    /// <inheritdoc/>
    public T this[int index] => Items[index];

    /// <summary>With one more at the end.</summary>
    public EquatableList<T> Add(T item) => new(Items.Add(item));

    /// <summary>With others in place of the elements for which a condition holds.</summary>
    public EquatableList<T> Replace(Predicate<T> where, Func<T, T> by)
    {
        var builder = ImmutableArray.CreateBuilder<T>(Count);
        foreach (var item in Items)
            builder.Add(where(item) ? by(item) : item);
        return new(builder.MoveToImmutable());
    }

    /// <summary>Without the elements for which a condition holds.</summary>
    public EquatableList<T> Without(Predicate<T> where) => new(Items.RemoveAll(where));

    /// <inheritdoc/>
    public bool Equals(EquatableList<T> other) => Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Count == 0 ? 0 : HashCode.Combine(Count, Items[0]);

    /// <summary>Enumerates without allocating.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();

    /// <summary>Element by element.</summary>
    public static bool operator ==(EquatableList<T> left, EquatableList<T> right) => left.Equals(right);

    /// <summary>Element by element.</summary>
    public static bool operator !=(EquatableList<T> left, EquatableList<T> right) => !left.Equals(right);
}

/// <summary>Makes <see cref="EquatableList{T}"/> from a collection expression.</summary>
public static class EquatableList
{
    /// <summary>A list of these elements.</summary>
    public static EquatableList<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);

    /// <summary>A list of these elements.</summary>
    public static EquatableList<T> From<T>(IEnumerable<T> items) => new([.. items]);
}

/// <summary>Reads and writes the list as a JSON array.</summary>
public sealed class EquatableListConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(EquatableList<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ListConverter<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;

    private sealed class ListConverter<T> : JsonConverter<EquatableList<T>>
    {
        public override EquatableList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var element = (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
            var builder = ImmutableArray.CreateBuilder<T>();
            if (reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException("An array was expected.");
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                builder.Add(JsonSerializer.Deserialize(ref reader, element)!);
            return new(builder.DrainToImmutable());
        }

        public override void Write(Utf8JsonWriter writer, EquatableList<T> value, JsonSerializerOptions options)
        {
            var element = (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
            writer.WriteStartArray();
            foreach (var item in value)
                JsonSerializer.Serialize(writer, item, element);
            writer.WriteEndArray();
        }
    }
}
