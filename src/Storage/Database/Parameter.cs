using System.Collections.Immutable;

namespace Tthc.Storage.Database;

/// <summary>What a parameter is, also when its value is null: PostgreSQL cannot tell by the text of every query.</summary>
internal enum ParameterType
{
    Number,
    Text,
    Bytes,
    Numbers,
    Texts,
}

/// <summary>
/// One named value of a query. Made from a pair of name and value, so that the type a database needs to know is the
/// one the compiler saw. An empty list is null: it filters nothing.
/// </summary>
internal readonly record struct Parameter(string Name, object? Value, ParameterType Type)
{
    public static implicit operator Parameter((string Name, long Value) pair) => new(pair.Name, pair.Value, ParameterType.Number);

    public static implicit operator Parameter((string Name, long? Value) pair) => new(pair.Name, pair.Value, ParameterType.Number);

    public static implicit operator Parameter((string Name, int Value) pair) => new(pair.Name, (long)pair.Value, ParameterType.Number);

    public static implicit operator Parameter((string Name, string? Value) pair) => new(pair.Name, pair.Value, ParameterType.Text);

    public static implicit operator Parameter((string Name, byte[]? Value) pair) => new(pair.Name, pair.Value, ParameterType.Bytes);

    public static Parameter List(string name, IReadOnlyCollection<string> values) =>
        new(name, values.Count == 0 ? null : values.ToArray(), ParameterType.Texts);

    public static Parameter List(string name, IReadOnlyCollection<long> values) =>
        new(name, values.Count == 0 ? null : values.ToArray(), ParameterType.Numbers);

    public static Parameter List(string name, ImmutableArray<int> values) =>
        List(name, values.Select(value => (long)value).ToArray());
}
