using System.Threading.Channels;
using Tthc.Engine.Dossiers;
using Tthc.Engine.Rules;
using Tthc.Storage.Database;
using Tthc.Storage.Feed;

namespace Tthc.Engine.Feed;

/// <summary>
/// Rings the bell for every commit. Among several engines it tells the others of what was committed here, hears of theirs, and looks at the
/// store besides, since news may be lost.
/// </summary>
internal sealed class NewsDesk(Store store, FeedStore feed, CommitPipeline pipeline, FeedBell bell, RuleCatalog rules) : BackgroundService
{
    // Many commits in a row are told once: each telling costs the database a transaction.
    private static readonly TimeSpan s_gather = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _committed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private long _known;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        pipeline.Committed += Committed;
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        pipeline.Committed -= Committed;
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (store.IsShared)
                await Task.WhenAll(TellCommitsAsync(stoppingToken), TellRulesAsync(stoppingToken), LookAsync(stoppingToken), store.ListenAsync(Hear, stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end.
        }
    }

    private void Committed(CommitNews news)
    {
        if (store.IsShared)
        {
            Know(news.Position);
            _committed.Writer.TryWrite(true);
        }
        bell.Ring();
    }

    private void Hear(StoreNews news)
    {
        if (news == StoreNews.Rules)
            rules.Look();
        else
            bell.RingElsewhere();
    }

    private async Task TellCommitsAsync(CancellationToken cancellation)
    {
        while (await _committed.Reader.WaitToReadAsync(cancellation))
        {
            _committed.Reader.TryRead(out _);
            await TellAsync(StoreNews.Events, cancellation);
            await Task.Delay(s_gather, cancellation);
        }
    }

    private async Task TellRulesAsync(CancellationToken cancellation)
    {
        for (var known = rules.Current; ; known = rules.Current)
        {
            await rules.ChangedAfter(known).WaitAsync(cancellation);
            await TellAsync(StoreNews.Rules, cancellation);
        }
    }

    /// <summary>The net under the news: what came while nobody told is seen within a second.</summary>
    private async Task LookAsync(CancellationToken cancellation)
    {
        using var look = new PeriodicTimer(s_look);
        while (await look.WaitForNextTickAsync(cancellation))
        {
            try
            {
                if (Know(await feed.HeadAsync(cancellation)))
                    bell.RingElsewhere();
            }
            catch (StorageException)
            {
                // Whoever needs the store tells that it is away.
            }
        }
    }

    private async Task TellAsync(StoreNews news, CancellationToken cancellation)
    {
        try
        {
            await store.TellAsync(news, cancellation);
        }
        catch (StorageException)
        {
            // The others look for themselves within a second.
        }
    }

    /// <summary>Whether a position is farther than any known.</summary>
    private bool Know(long position)
    {
        for (var known = Volatile.Read(ref _known); position > known;)
        {
            var seen = Interlocked.CompareExchange(ref _known, position, known);
            if (seen == known)
                return true;
            known = seen;
        }
        return false;
    }
}
