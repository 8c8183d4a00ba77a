namespace Tthc.Engine.Dossiers.AtHand;

/// <summary>A bounded cache in two generations: what was used since the last turn stays, what was not is dropped. No clock, no list to keep in order.</summary>
internal sealed class GenerationCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock _turn = new();
    private Dictionary<TKey, TValue> _young = [];
    private Dictionary<TKey, TValue> _old = [];

    public bool TryGet(TKey key, out TValue value)
    {
        lock (_turn)
        {
            if (_young.TryGetValue(key, out value!))
                return true;
            if (!_old.Remove(key, out value!))
                return false;
            Add(key, value);
            return true;
        }
    }

    public void Put(TKey key, TValue value)
    {
        lock (_turn)
            Add(key, value);
    }

    /// <summary>Puts it unless what is known is as good.</summary>
    public void Put(TKey key, TValue value, Predicate<TValue> isBetterThan)
    {
        lock (_turn)
        {
            if ((_young.TryGetValue(key, out var known) || _old.TryGetValue(key, out known)) && !isBetterThan(known))
                return;
            _old.Remove(key);
            Add(key, value);
        }
    }

    /// <summary>Removes it where what is known is not good.</summary>
    public void Remove(TKey key, Predicate<TValue> isBad)
    {
        lock (_turn)
        {
            if ((_young.TryGetValue(key, out var known) || _old.TryGetValue(key, out known)) && isBad(known))
                Remove(key);
        }
    }

    public void Remove(TKey key)
    {
        lock (_turn)
        {
            _young.Remove(key);
            _old.Remove(key);
        }
    }

    private void Add(TKey key, TValue value)
    {
        if (_young.Count >= capacity)
            (_old, _young) = (_young, new Dictionary<TKey, TValue>(capacity));
        _young[key] = value;
    }
}
