using Tthc.Engine.Dossiers;
using Tthc.Engine.Hosting;
using Tthc.Storage.Deadlines;

namespace Tthc.Engine.Deadlines;

/// <summary>Lets happen what falls due, and carries messages between linked dossiers, at their time.</summary>
/// <remarks>Deadlines and signals are rows; a crash only delays them. What was missed is caught up in order of time.</remarks>
internal sealed class DeadlineClock(DeadlineStore deadlines, DueWork work, SetAsideStore aside, CommitPipeline pipeline, EngineTime time, ILogger<DeadlineClock> log) : BackgroundService
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    // Not disposed: a start that fails (a port in use) disposes this service while its loop still runs, and they hold no handle.
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly SemaphoreSlim _draining = new(1, 1);

    // What falls due before this instant has to wake the clock; everything while it is at work.
    private long _sleepsUntil = long.MaxValue;

    /// <summary>Everything due at the present instant is carried out; how many there were.</summary>
    public async Task<int> DrainAsync(CancellationToken cancellation)
    {
        await _draining.WaitAsync(cancellation);
        try
        {
            var done = 0;
            for (var some = -1; some != 0; done += some)
                some = await work.PageAsync(cancellation);
            return done;
        }
        finally
        {
            _draining.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        pipeline.Committed += Wake;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Volatile.Write(ref _sleepsUntil, long.MaxValue);
                await DrainAsync(stoppingToken);
                await aside.SweepAsync(stoppingToken);
                await SleepAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Storage.Database.StorageException e)
            {
                ClockLog.StoreAway(log, e);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
        pipeline.Committed -= Wake;
    }

    private async Task SleepAsync(CancellationToken cancellation)
    {
        var wait = s_longest;
        if (await deadlines.NextDueAsync(cancellation) is { } next && next - time.Now is var until && until < wait)
            wait = until > TimeSpan.Zero ? until : TimeSpan.FromMilliseconds(work.HasHeld ? 1000 : 1);
        Volatile.Write(ref _sleepsUntil, (time.Now + wait).UtcTicks);
        await _wake.WaitAsync(wait + TimeSpan.FromMilliseconds(1), cancellation);
    }

    // Also what is past already: a simulated clock moves while this one sleeps.
    private bool IsEarly(DateTimeOffset? armed) => armed is { } at && (at.UtcTicks < Volatile.Read(ref _sleepsUntil) || at <= time.Now);

    // A commit may have armed an earlier deadline or sent a signal. One look serves many commits.
    private void Wake(CommitNews news)
    {
        if (_wake.CurrentCount == 0 && (news.HasSignals || IsEarly(news.Armed)))
        {
            try
            {
                _wake.Release();
            }
            catch (SemaphoreFullException)
            {
                // Another commit woke it at the same moment.
            }
        }
    }
}

internal static partial class ClockLog
{
    [LoggerMessage(EventId = 300, Level = LogLevel.Error, Message = "Deadline or message {Name} of dossier {Id} could not be carried out and is set aside: {Reason}")]
    public static partial void SetAside(ILogger log, long id, string name, string reason, Exception? cause);

    [LoggerMessage(EventId = 301, Level = LogLevel.Error, Message = "The store is away; deadlines wait")]
    public static partial void StoreAway(ILogger log, Exception cause);
}
