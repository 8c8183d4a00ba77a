using System.Collections.Concurrent;

namespace Tthc.Engine.Dossiers.AtHand;

/// <summary>
/// Questions by key that concurrent callers ask together, in one round trip for all of them; no delay when idle. Each question is put to the store after it was asked
/// here, so an answer is never older than the asking.
/// </summary>
/// <param name="fetch">Asks for several at once; those that there are not are missing from what it gives.</param>
internal sealed class Gathering<TKey, TFound>(Func<IReadOnlyCollection<TKey>, ValueTask<IReadOnlyDictionary<TKey, TFound>>> fetch) : IDisposable
    where TKey : notnull
{
    private const int MostTogether = 64;
    private const int MostAtOnce = 4;
    private readonly ConcurrentQueue<Wanted> _waiting = new();
    private readonly SemaphoreSlim _turns = new(MostAtOnce, MostAtOnce);

    /// <summary>What there is of a key; the default value when there is nothing.</summary>
    public async ValueTask<TFound?> FindAsync(TKey key, CancellationToken cancellation)
    {
        var wanted = new Wanted(key);
        _waiting.Enqueue(wanted);
        await _turns.WaitAsync(cancellation);
        try
        {
            // Another may have asked for it meanwhile. Where it is still waiting, so are those before it; where nothing waits, another has just taken it.
            while (!wanted.IsTaken && await FetchAsync())
            {
                // Those before it filled the question.
            }
        }
        finally
        {
            _turns.Release();
        }
        return await wanted.Found.Task;
    }

    public void Dispose() => _turns.Dispose();

    /// <summary>Asks for what waits; whether anything did.</summary>
    private async Task<bool> FetchAsync()
    {
        var batch = new List<Wanted>(MostTogether);
        while (batch.Count < MostTogether && _waiting.TryDequeue(out var next))
        {
            next.IsTaken = true;
            batch.Add(next);
        }
        if (batch.Count == 0)
            return false;
        try
        {
            var found = await fetch(batch.Select(w => w.Key).ToHashSet());
            foreach (var one in batch)
                one.Found.TrySetResult(found.GetValueOrDefault(one.Key));
        }
        catch (Exception e)
        {
            // Each of them is told.
            foreach (var one in batch)
                one.Found.TrySetException(e);
        }
        return true;
    }

    private sealed class Wanted(TKey key)
    {
        private volatile bool _isTaken;

        public TKey Key => key;

        public bool IsTaken
        {
            get => _isTaken;
            set => _isTaken = value;
        }

        public TaskCompletionSource<TFound?> Found { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
