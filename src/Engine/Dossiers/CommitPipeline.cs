using System.Diagnostics;
using System.Threading.Channels;
using Tthc.Engine.Hosting.Metrics;
using Tthc.Storage.Dossiers;

namespace Tthc.Engine.Dossiers;

/// <summary>
/// Gathers the commits of concurrent calls into one transaction: one writer takes what is there. No delay when idle, a bounded batch under load. What people wait for
/// goes first; what the engine does by itself (deadlines, judging anew, imports) fills what is left of a batch. A call that is alone, on a store that holds no thread,
/// is not handed from one thread to another: it commits itself.
/// </summary>
internal sealed class CommitPipeline : IAsyncDisposable
{
    private const int MostInBatch = 256;
    private const int MostWaiting = 8192;

    // A caller waits for the batch under way and its own: a million deadlines in one minute must not make either of them long.
    public const int MostAlone = 64;
    private const int MostBeside = 16;

    private readonly Channel<Pending> _calls = NewChannel();
    private readonly Channel<Pending> _background = NewChannel();
    private readonly DossierStore _store;

    // One commits at a time. Not disposed but kept when all is done: who comes later finds it taken.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Task _writer;
    private bool _isCrowded;
    private bool _isClosed;

    public CommitPipeline(DossierStore store)
    {
        _store = store;
        // A thread of its own: SQLite writes are synchronous, and a pool thread held by the disk would starve the calls.
        _writer = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Called after each batch that left events, one after another: wakes feeds and clocks.</summary>
    public event Action<CommitNews>? Committed;

    /// <summary>Commits of calls that wait.</summary>
    public int Waiting => _calls.Reader.Count;

    /// <summary>Commits of the engine's own that wait.</summary>
    public int WaitingBehind => _background.Reader.Count;

    /// <summary>Commits a unit. When it completes as committed, it is on the disk.</summary>
    /// <param name="unit">What to write.</param>
    /// <param name="isBackground">Nobody waits for it: it goes after the calls of people.</param>
    /// <returns>Null when the queue is full: nothing was taken, the caller may try again.</returns>
    public ValueTask<CommitOutcome>? Commit(CommitUnit unit, bool isBackground = false)
    {
        var pending = new Pending(unit);
        if (!isBackground && IsAlone && _turn.Wait(0, CancellationToken.None))
            return new(AloneAsync(pending));
        if (!(isBackground ? _background : _calls).Writer.TryWrite(pending))
            return null;
        // The writer sleeps at the calls only. Where they are full it does not sleep.
        if (isBackground)
            _calls.Writer.TryWrite(Pending.Nudge);
        return new(pending.Completion.Task);
    }

    /// <summary>Takes nothing new, finishes what was taken.</summary>
    public async ValueTask DisposeAsync()
    {
        Volatile.Write(ref _isClosed, true);
        _background.Writer.TryComplete();
        _calls.Writer.TryComplete();
        await _writer;
        await _turn.WaitAsync();
    }

    private static Channel<Pending> NewChannel() => Channel.CreateBounded<Pending>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private void Write()
    {
        var batch = new List<Pending>(MostInBatch);
        while (WaitForWork())
        {
            _turn.Wait();
            try
            {
                Take(batch);
                if (batch.Count > 0)
                    CommitAsync(batch).GetAwaiter().GetResult();
            }
            finally
            {
                batch.Clear();
                _turn.Release();
            }
        }
    }

    private void Take(List<Pending> batch)
    {
        while (batch.Count < MostInBatch && _calls.Reader.TryRead(out var pending))
            if (pending != Pending.Nudge)
                batch.Add(pending);
        for (var room = batch.Count == 0 ? MostAlone : Math.Min(MostBeside, MostInBatch - batch.Count); room > 0 && _background.Reader.TryRead(out var pending); room--)
            batch.Add(pending);
    }

    // Where the last batch was one call's and none waits, nobody is kept from sharing a batch.
    private bool IsAlone => !_store.HoldsThread && !Volatile.Read(ref _isCrowded) && !Volatile.Read(ref _isClosed) && _calls.Reader.Count == 0;

    private async Task<CommitOutcome> AloneAsync(Pending pending)
    {
        try
        {
            await CommitAsync([pending]);
        }
        finally
        {
            _turn.Release();
        }
        return await pending.Completion.Task;
    }

    private bool WaitForWork()
    {
        if (_background.Reader.TryPeek(out _))
            return true;
        var ready = _calls.Reader.WaitToReadAsync();
        return ready.IsCompletedSuccessfully ? ready.Result : ready.AsTask().GetAwaiter().GetResult();
    }

    private async Task CommitAsync(List<Pending> batch)
    {
        Volatile.Write(ref _isCrowded, batch.Count > 1);
        var started = EngineMeter.CommitTime.Enabled ? Stopwatch.GetTimestamp() : 0;
        using var trace = EngineMeter.Traces.StartActivity("commit");
        trace?.SetTag("tthc.units", batch.Count);
        try
        {
            var outcomes = await _store.CommitAsync([.. batch.Select(p => p.Unit)]);
            EngineMeter.Units.Add(batch.Count);
            EngineMeter.Transactions.Add(1);
            EngineMeter.BatchSize.Record(batch.Count);
            if (started != 0)
                EngineMeter.CommitTime.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
            var news = new CommitNews();
            for (var i = 0; i < batch.Count; i++)
            {
                if (outcomes[i] is Committed committed)
                    news = news.With(batch[i].Unit, committed);
                batch[i].Completion.TrySetResult(outcomes[i]);
            }
            if (news.Position > 0)
                Committed?.Invoke(news);
        }
        catch (Exception e)
        {
            // Each call fails clearly; nothing of the batch is written.
            foreach (var pending in batch)
                pending.Completion.TrySetException(e);
        }
    }

    private sealed class Pending(CommitUnit unit)
    {
        /// <summary>Wakes the writer and is nothing.</summary>
        public static readonly Pending Nudge = new(new CommitUnit());

        public CommitUnit Unit => unit;

        public TaskCompletionSource<CommitOutcome> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>What a batch brought.</summary>
/// <param name="Position">Feed position of its last event.</param>
/// <param name="Armed">The earliest deadline it set; null: none.</param>
/// <param name="HasSignals">Whether it sent signals.</param>
internal readonly record struct CommitNews(long Position, DateTimeOffset? Armed, bool HasSignals)
{
    public CommitNews With(CommitUnit unit, Committed committed)
    {
        var armed = Armed;
        foreach (var write in committed.Writes)
            if (write.Deadline is { } deadline && !(armed <= deadline.DueAt))
                armed = deadline.DueAt;
        return new CommitNews(Math.Max(Position, committed.Position), armed, HasSignals || !unit.Signals.IsEmpty);
    }
}
