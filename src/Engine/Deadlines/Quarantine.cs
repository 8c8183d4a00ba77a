namespace Tthc.Engine.Deadlines;

/// <summary>What did not go is left alone for a while, in real time: a simulated clock may stand still for ever.</summary>
internal sealed class Quarantine
{
    private readonly Dictionary<string, DateTimeOffset> _until = [];

    public bool IsEmpty => _until.Count == 0;

    /// <summary>How many are held: looked past, so that they do not keep the others from being seen.</summary>
    public int Count => _until.Count;

    public bool Holds(string key) => _until.TryGetValue(key, out var until) && Now < until;

    public void Hold(string key, TimeSpan time) => _until[key] = Now + time;

    public void Release(string key) => _until.Remove(key);

    /// <summary>Forgets what was held long enough, also what nobody will ask for again.</summary>
    public void Sweep()
    {
        if (_until.Count == 0)
            return;
        var now = Now;
        foreach (var key in _until.Where(held => held.Value <= now).Select(held => held.Key).ToList())
            _until.Remove(key);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}
