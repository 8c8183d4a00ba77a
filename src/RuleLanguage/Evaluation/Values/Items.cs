using System.Collections;

namespace Tthc.RuleLanguage.Evaluation.Values;

/// <summary>The elements of any list, boxed one at a time.</summary>
internal readonly struct Items
{
    private readonly IReadOnlyList<object?>? _references;
    private readonly IList? _values;

    private Items(object list)
    {
        _references = list as IReadOnlyList<object?>;
        _values = _references is null ? list as IList ?? Copy((IEnumerable)list) : null;
    }

    public static Items Of(object list) => new(list);

    public int Count => _references?.Count ?? _values!.Count;

    public object? this[int index] => _references is { } references ? references[index] : _values![index];

    /// <summary>A list of its own, as the type of the elements is held.</summary>
    public static Array ArrayOf(Type element, IReadOnlyList<object?> values)
    {
        var array = Array.CreateInstance(element, values.Count);
        for (var i = 0; i < values.Count; i++)
            array.SetValue(values[i], i);
        return array;
    }

    private static List<object?> Copy(IEnumerable list)
    {
        var copy = new List<object?>();
        foreach (var item in list)
            copy.Add(item);
        return copy;
    }
}
