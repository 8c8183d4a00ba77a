using System.Threading.Channels;
using Tthc.Storage.Dossiers;

namespace Tthc.Engine.Dossiers;

/// <summary>Gathers the commits of concurrent calls into one transaction: one writer takes what is there. No delay when idle, a bounded batch under load.</summary>
internal sealed class CommitPipeline : IAsyncDisposable
{
    private const int MostInBatch = 256;
    private const int MostWaiting = 8192;
    private readonly Channel<Pending> _waiting = Channel.CreateBounded<Pending>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly DossierStore _store;
    private readonly Task _writer;

    public CommitPipeline(DossierStore store)
    {
        _store = store;
        // A thread of its own: SQLite writes are synchronous, and a pool thread held by the disk would starve the calls.
        _writer = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Called after each batch that left events, on the writer's thread: wakes feeds and clocks.</summary>
    public event Action<long>? Committed;

    /// <summary>Commits a unit. When it completes as committed, it is on the disk.</summary>
    /// <returns>Null when the queue is full: nothing was taken, the caller may try again.</returns>
    public ValueTask<CommitOutcome>? Commit(CommitUnit unit)
    {
        var pending = new Pending(unit);
        return _waiting.Writer.TryWrite(pending) ? new(pending.Completion.Task) : null;
    }

    /// <summary>Takes nothing new, finishes what was taken.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writer;
    }

    private void Write()
    {
        var batch = new List<Pending>(MostInBatch);
        var reader = _waiting.Reader;
        while (WaitForWork(reader))
        {
            while (batch.Count < MostInBatch && reader.TryRead(out var pending))
                batch.Add(pending);
            if (batch.Count > 0)
                Commit(batch);
            batch.Clear();
        }
    }

    private static bool WaitForWork(ChannelReader<Pending> reader)
    {
        var ready = reader.WaitToReadAsync();
        return ready.IsCompletedSuccessfully ? ready.Result : ready.AsTask().GetAwaiter().GetResult();
    }

    private void Commit(List<Pending> batch)
    {
        try
        {
            var outcomes = _store.CommitAsync([.. batch.Select(p => p.Unit)]).AsTask().GetAwaiter().GetResult();
            CommitMeter.Committed(batch.Count);
            var last = 0L;
            for (var i = 0; i < batch.Count; i++)
            {
                if (outcomes[i] is Committed committed)
                    last = Math.Max(last, committed.Position);
                batch[i].Completion.TrySetResult(outcomes[i]);
            }
            if (last > 0)
                Committed?.Invoke(last);
        }
        catch (Exception e)
        {
            // Each call fails clearly; nothing of the batch is written.
            foreach (var pending in batch)
                pending.Completion.TrySetException(e);
        }
    }

    private sealed record Pending(CommitUnit Unit)
    {
        public TaskCompletionSource<CommitOutcome> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
