using System.Collections.Concurrent;
using Tthc.Storage.Deadlines;

namespace Tthc.Engine.Deadlines;

/// <summary>What did not go just now (others were faster, too much at once) is left alone for a moment, in real time: a simulated clock may stand still for ever.</summary>
internal sealed class Quarantine
{
    private readonly ConcurrentDictionary<SetAsideKey, DateTimeOffset> _until = new();

    public bool IsEmpty => _until.IsEmpty;

    /// <summary>How many are held: looked past, so that they do not keep the others from being seen.</summary>
    public int Count => _until.Count;

    public bool Holds(SetAsideKey key) => _until.TryGetValue(key, out var until) && Now < until;

    public void Hold(SetAsideKey key, TimeSpan time) => _until[key] = Now + time;

    public void Release(SetAsideKey key) => _until.TryRemove(key, out _);

    /// <summary>Forgets what was held long enough, also what nobody will ask for again.</summary>
    public void Sweep()
    {
        if (_until.IsEmpty)
            return;
        var now = Now;
        foreach (var (key, until) in _until)
            if (until <= now)
                Release(key);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}
