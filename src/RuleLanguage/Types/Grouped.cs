using System.Collections;

namespace Tthc.RuleLanguage.Types;

/// <summary>One group of a grouping.</summary>
/// <typeparam name="TKey">Type of the key.</typeparam>
/// <typeparam name="TElement">Type of the elements.</typeparam>
/// <param name="key">What its elements have in common.</param>
/// <param name="elements">Its elements, in the order of the source.</param>
public sealed class Grouped<TKey, TElement>(TKey key, IReadOnlyList<TElement> elements) : Grouped(key), IReadOnlyList<TElement>
{
    /// <summary>What its elements have in common.</summary>
    public TKey Key => key;

    /// <inheritdoc/>
    public int Count => elements.Count;

    /// <inheritdoc/>
    public TElement this[int index] => elements[index];

    /// <inheritdoc/>
    public IEnumerator<TElement> GetEnumerator() => elements.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A group whose types are not known where it is read.</summary>
/// <param name="boxedKey">What its elements have in common.</param>
public abstract class Grouped(object? boxedKey)
{
    /// <summary>What its elements have in common, boxed.</summary>
    public object? BoxedKey => boxedKey;
}
