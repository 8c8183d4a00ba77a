using System.Collections.Concurrent;
using Tthc.Engine.Hosting;
using Tthc.Storage.Dossiers;

namespace Tthc.Engine.Dossiers;

/// <summary>
/// Loads dossiers with their events. What concurrent callers want is fetched together, in one round trip for all of them; no delay when idle. Each load begins after
/// it was asked for, so whoever holds a dossier's turn reads nothing older than what was committed in the turn before.
/// </summary>
internal sealed class DossierLoads(DossierStore store, EngineTime time) : IDisposable
{
    /// <summary>Events of a dossier that are fetched with it; the few that have more are asked for by page.</summary>
    public const int MostEvents = 1_000;

    // Most dossiers that are worked on began lately; the others take one more question.
    private static readonly TimeSpan s_lately = TimeSpan.FromDays(60);

    private const int MostTogether = 64;
    private const int MostAtOnce = 4;
    private readonly ConcurrentQueue<Wanted> _waiting = new();
    private readonly SemaphoreSlim _turns = new(MostAtOnce, MostAtOnce);

    /// <summary>The dossier; null when there is none.</summary>
    public async ValueTask<DossierWithEvents?> LoadAsync(long id, CancellationToken cancellation)
    {
        var wanted = new Wanted(id);
        _waiting.Enqueue(wanted);
        await _turns.WaitAsync(cancellation);
        try
        {
            // Another may have fetched it meanwhile. Where it is still waiting, so are those before it.
            while (!wanted.IsTaken)
                await FetchAsync();
        }
        finally
        {
            _turns.Release();
        }
        return await wanted.Found.Task;
    }

    public void Dispose() => _turns.Dispose();

    private async Task FetchAsync()
    {
        var batch = new List<Wanted>(MostTogether);
        while (batch.Count < MostTogether && _waiting.TryDequeue(out var next))
        {
            next.IsTaken = true;
            batch.Add(next);
        }
        try
        {
            // Not called off with the caller that happens to fetch: others wait for theirs.
            var ids = batch.Select(w => w.Id).ToHashSet();
            var found = (await store.LoadWithEventsAsync(ids, MostEvents, time.Now - s_lately, CancellationToken.None)).ToDictionary(d => d.Row.Id);
            foreach (var one in batch)
                one.Found.TrySetResult(found.GetValueOrDefault(one.Id));
        }
        catch (Exception e)
        {
            foreach (var one in batch)
                one.Found.TrySetException(e);
        }
    }

    private sealed class Wanted(long id)
    {
        private volatile bool _isTaken;

        public long Id => id;

        public bool IsTaken
        {
            get => _isTaken;
            set => _isTaken = value;
        }

        public TaskCompletionSource<DossierWithEvents?> Found { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
