using Tthc.RuleLanguage.Facts;

namespace Tthc.RuleLanguage.Evaluation.Values;

/// <summary>How values of one type compare: texts by code unit, instants by the moment they mean, records made by rules by what they hold.</summary>
internal sealed class Ordering : IEqualityComparer<object?>, IComparer<object?>
{
    public static Ordering Instance { get; } = new();

    /// <summary>Negative, zero, positive. A missing value comes before all others.</summary>
    public int Compare(object? x, object? y) => x is string a && y is string b ? string.CompareOrdinal(a, b) : Comparer<object?>.Default.Compare(x, y);

    public new bool Equals(object? x, object? y) => x is DataRecord a && y is DataRecord b ? SameData(a, b) : object.Equals(x, y);

    public int GetHashCode(object? obj)
    {
        if (obj is not DataRecord record)
            return obj?.GetHashCode() ?? 0;
        var hash = default(HashCode);
        foreach (var value in record.Slots)
            hash.Add(GetHashCode(value));
        return hash.ToHashCode();
    }

    private bool SameData(DataRecord a, DataRecord b) =>
        ReferenceEquals(a, b) || (ReferenceEquals(a.Shape, b.Shape) && a.Slots.AsSpan().SequenceEqual(b.Slots, this));
}
