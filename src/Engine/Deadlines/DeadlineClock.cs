using Tthc.Engine.Dossiers;
using Tthc.Engine.Hosting;
using Tthc.Storage.Deadlines;
using Tthc.Storage.Dossiers;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Verbs;

namespace Tthc.Engine.Deadlines;

/// <summary>Lets happen what falls due, and carries messages between linked dossiers: both through the same runner as a call.</summary>
/// <remarks>Deadlines and signals are rows; a crash only delays them. What was missed is caught up in order of time.</remarks>
internal sealed class DeadlineClock(
    DeadlineStore deadlines, SignalStore signals, DossierRunner runner, CommitPipeline pipeline, EngineTime time, ILogger<DeadlineClock> log) : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly SemaphoreSlim _draining = new(1, 1);
    private readonly Quarantine _quarantine = new();

    /// <summary>Everything due at the present instant is carried out; how many there were.</summary>
    public async Task<int> DrainAsync(CancellationToken cancellation)
    {
        await _draining.WaitAsync(cancellation);
        try
        {
            _quarantine.Sweep();
            var done = 0;
            for (var some = -1; some != 0; done += some)
                some = await CarrySignalsAsync(cancellation) + await ExpireAsync(cancellation);
            return done;
        }
        finally
        {
            _draining.Release();
        }
    }

    public override void Dispose()
    {
        _wake.Dispose();
        _draining.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        pipeline.Committed += Wake;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DrainAsync(stoppingToken);
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
            wait = until > TimeSpan.Zero ? until : TimeSpan.FromMilliseconds(_quarantine.IsEmpty ? 1 : 1000);
        await _wake.WaitAsync(wait + TimeSpan.FromMilliseconds(1), cancellation);
    }

    // A commit may have armed an earlier deadline or sent a signal. One look serves many commits.
    private void Wake(long position)
    {
        if (_wake.CurrentCount == 0)
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

    private async Task<int> ExpireAsync(CancellationToken cancellation)
    {
        var done = 0;
        foreach (var due in await deadlines.DueAsync(time.Now, AtOnce + _quarantine.Count, cancellation))
        {
            var key = $"{due.DossierId}/{due.Deadline.Name}/{due.Deadline.DueAt:O}";
            if (_quarantine.Holds(key))
                continue;
            var run = new DossierRun { Command = new ExpireDeadline(due.Deadline.Name, due.Deadline.DueAt), Actor = Actor.System, Id = due.DossierId };
            if (await TryAsync(key, run, cancellation))
                done++;
        }
        return done;
    }

    private async Task<int> CarrySignalsAsync(CancellationToken cancellation)
    {
        var done = 0;
        foreach (var signal in await signals.PendingAsync(AtOnce + _quarantine.Count, cancellation))
        {
            if (_quarantine.Holds(signal.Id))
                continue;
            var ended = System.Text.Json.JsonSerializer.Deserialize(signal.Payload, SignalJson.Default.ChildEndedSignal)!;
            var run = new DossierRun
            {
                Command = new EndChild(ended.ChildId, (DossierStatus)ended.Status, ended.EndedAt),
                Actor = Actor.System,
                Id = signal.TargetDossierId,
                ConsumedSignal = signal.Id,
            };
            if (await TryAsync(signal.Id, run, cancellation))
                done++;
        }
        return done;
    }

    /// <summary>One dossier's trouble does not stop the rest: it is set aside, told, and tried again later.</summary>
    private async Task<bool> TryAsync(string key, DossierRun run, CancellationToken cancellation)
    {
        try
        {
            switch (await runner.RunAsync(run, cancellation))
            {
                case RunOutcome.Done or RunOutcome.AlreadyDone:
                    _quarantine.Release(key);
                    return true;
                case RunOutcome.Refused { Refusal: var refusal } when refusal.Descriptor != ExpireDeadline.NotArmed:
                    SetAside(key, refusal.English, null);
                    return false;
                default:
                    // Not armed, lost or busy: something else came first; the next look decides anew.
                    _quarantine.Hold(key, TimeSpan.FromSeconds(1));
                    return false;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException and ((not Storage.Database.StorageException) or Storage.Database.StorageConstraintException))
        {
            SetAside(key, e.Message, e);
            return false;
        }
    }

    private void SetAside(string key, string reason, Exception? cause)
    {
        _quarantine.Hold(key, TimeSpan.FromMinutes(1));
        ClockLog.SetAside(log, key, reason, cause);
    }
}

internal static partial class ClockLog
{
    [LoggerMessage(EventId = 300, Level = LogLevel.Error, Message = "Deadline or message {Key} could not be carried out and is set aside: {Reason}")]
    public static partial void SetAside(ILogger log, string key, string reason, Exception? cause);

    [LoggerMessage(EventId = 301, Level = LogLevel.Error, Message = "The store is away; deadlines wait")]
    public static partial void StoreAway(ILogger log, Exception cause);
}
