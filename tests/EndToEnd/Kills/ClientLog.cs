using System.Collections.Concurrent;

namespace Tthc.EndToEnd.Kills;

/// <summary>What the clients know: acts the engine acknowledged, acts it refused, and acts that never got an answer.</summary>
internal sealed class ClientLog
{
    private readonly ConcurrentDictionary<string, Acknowledged> _acknowledged = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Act> _refused = new(StringComparer.Ordinal);
    private ConcurrentBag<Act> _unanswered = [];
    private (int Answers, TaskCompletionSource Reached) _awaited = (int.MaxValue, new());
    private int _count;

    public ICollection<Acknowledged> Acknowledged => _acknowledged.Values;

    public int Refusals => _refused.Count;

    /// <summary>Dossiers that clients choose from, with the agency that has them.</summary>
    public ConcurrentBag<(string Code, string Agency)> Dossiers { get; } = [];

    /// <summary>Answers so far; the moment of a kill is measured in them.</summary>
    public int Answers => Volatile.Read(ref _count);

    /// <summary>Completes with so many answers. Asked for before the clients start.</summary>
    public Task ReachAsync(int answers)
    {
        _awaited = (answers, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return _awaited.Reached.Task;
    }

    public void Done(Acknowledged done)
    {
        Assert.True(_acknowledged.TryAdd(done.Act.RequestId, done), $"{done.Act} was acknowledged twice.");
        if (done.Act.Kind == ActKind.Receive)
            Dossiers.Add((done.Dossier, done.Act.Agency));
        Count();
    }

    public void Refused(Act act)
    {
        _refused[act.RequestId] = act;
        Count();
    }

    public void Unanswered(Act act) => _unanswered.Add(act);

    /// <summary>The acts without an answer, to be sent again.</summary>
    public IReadOnlyCollection<Act> TakeUnanswered() => Interlocked.Exchange(ref _unanswered, []);

    private void Count()
    {
        var (answers, reached) = _awaited;
        if (Interlocked.Increment(ref _count) >= answers)
            reached.TrySetResult();
    }
}
