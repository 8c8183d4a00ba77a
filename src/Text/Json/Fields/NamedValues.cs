using System.Collections.Immutable;

namespace Tthc.Text.Json.Fields;

/// <summary>The words a field may hold and what each means; shared by the reader and the schema of the field.</summary>
/// <typeparam name="T">What the words mean.</typeparam>
public sealed class NamedValues<T>
{
    private readonly Dictionary<string, T> values;

    /// <summary>The words in the order they are listed to people.</summary>
    /// <exception cref="ArgumentException">A word appears twice.</exception>
    public NamedValues(params (string Name, T Value)[] pairs)
    {
        Names = [.. pairs.Select(pair => pair.Name)];
        values = pairs.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
    }

    /// <summary>The words.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>What a word means; words are compared ordinally.</summary>
    public bool TryGet(string name, out T value) => values.TryGetValue(name, out value!);
}
