using System.Collections.Immutable;
using Tthc.Engine.Hosting.Metrics;
using Tthc.Protos.V1;
using Tthc.Storage.Database;
using Tthc.Storage.Feed;

namespace Tthc.Engine.Feed;

/// <summary>
/// The last events of the feed in memory, read once for all who follow it: a thousand streams cost the store what one does. Who is further behind reads the store.
/// </summary>
internal sealed class FeedTail(FeedStore store, FeedBell bell, FeedMessages messages) : BackgroundService
{
    // Some tens of megabytes; at a thousand events a second a reader may be eight seconds behind and still be served from here.
    private const int MostKept = 8_192;
    private const int EventsARead = 1_000;
    private const int FewStreams = 64;

    // Many streams are woken together, now and then, instead of for every commit.
    private static readonly TimeSpan s_gather = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_storeAway = TimeSpan.FromMilliseconds(500);

    private readonly FeedBell _own = new();
    private readonly FeedBell _wanted = new();
    private volatile Kept _kept = Kept.Nothing;
    private int _streams;

    /// <summary>Completes when there is more. Take it before reading, so that nothing falls between.</summary>
    public Task Next => _own.Next;

    /// <summary>Counts a stream: the tail is read while there is one.</summary>
    public IDisposable Follow()
    {
        Interlocked.Increment(ref _streams);
        EngineMeter.Streams.Add(1);
        _wanted.Ring();
        return new Following(this);
    }

    /// <summary>What is wanted after a position, from memory; null where memory does not reach back so far.</summary>
    /// <param name="after">The last position seen.</param>
    /// <param name="limit">How many events at most.</param>
    /// <param name="filter">Which.</param>
    public FeedStretch? Read(long after, int limit, FeedFilter filter)
    {
        var kept = _kept;
        if (kept == Kept.Nothing || filter.DossierId is not null || after < kept.First)
            return null;
        var found = new List<DossierEvent>();
        DateTimeOffset? newest = null;
        // Positions have no gap: the place in the list follows from the position.
        for (var i = (int)Math.Min(after - kept.First, kept.Items.Count); i < kept.Items.Count; i++)
        {
            var (item, message) = kept.Items[i];
            if (!filter.Wants(item))
                continue;
            found.Add(message);
            newest = item.Recorded.Event.RecordedAt;
            if (found.Count == limit)
                return new FeedStretch(found, item.Recorded.Position, newest);
        }
        return new FeedStretch(found, Math.Max(after, kept.Last), newest);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var (more, wanted) = (bell.Next, _wanted.Next);
                if (Volatile.Read(ref _streams) == 0)
                {
                    _kept = Kept.Nothing;
                    await wanted.WaitAsync(stoppingToken);
                }
                else if (!await LoadAsync(stoppingToken))
                    await more.WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end.
        }
    }

    /// <summary>Takes what is new; whether there may be more at once.</summary>
    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        try
        {
            var kept = _kept;
            if (kept == Kept.Nothing)
            {
                var head = await store.HeadAsync(cancellation);
                _kept = new Kept(head, head, []);
                _own.Ring();
                return true;
            }
            var page = await store.ReadAsync(kept.Last, EventsARead, FeedFilter.All, cancellation);
            if (page.Position == kept.Last)
                return false;
            var added = new List<(FeedEvent, DossierEvent)>(page.Events.Length);
            foreach (var read in page.Events)
                added.Add((read, await messages.OfAsync(read.Recorded, read.Agency, read.ProcedureCode, "", cancellation)));
            _kept = kept.With(added, page.Position, MostKept);
            _own.Ring();
            if (Volatile.Read(ref _streams) > FewStreams)
                await Task.Delay(s_gather, cancellation);
            return true;
        }
        catch (StorageException)
        {
            // Streams stay, and go on when the store is back; who asks for anything else is told.
            await Task.Delay(s_storeAway, cancellation);
            return true;
        }
    }

    /// <summary>What is in memory.</summary>
    /// <param name="First">The position after which everything is.</param>
    /// <param name="Last">The position up to which everything is.</param>
    /// <param name="Items">The events between, all of them.</param>
    private sealed record Kept(long First, long Last, ImmutableList<(FeedEvent Event, DossierEvent Message)> Items)
    {
        public static Kept Nothing { get; } = new(0, -1, []);

        public Kept With(IReadOnlyCollection<(FeedEvent, DossierEvent)> added, long last, int most)
        {
            var items = Items.AddRange(added);
            var tooMany = items.Count - most;
            return tooMany <= 0 ? new Kept(First, last, items) : new Kept(First + tooMany, last, items.RemoveRange(0, tooMany));
        }
    }

    private sealed class Following(FeedTail tail) : IDisposable
    {
        private int _ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) != 0)
                return;
            Interlocked.Decrement(ref tail._streams);
            EngineMeter.Streams.Add(-1);
        }
    }
}
