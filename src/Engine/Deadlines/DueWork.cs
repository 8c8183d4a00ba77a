using System.Collections.Concurrent;
using Tthc.Engine.Dossiers;
using Tthc.Engine.Hosting;
using Tthc.Storage.Database;
using Tthc.Storage.Deadlines;
using Tthc.Storage.Dossiers;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Verbs;

namespace Tthc.Engine.Deadlines;

/// <summary>
/// Carries out what is due, in pages, many dossiers side by side, each through the same runner as a call. Several engines share it by claims, which hold for
/// a time: an engine that dies only delays. What cannot be carried out is set aside, listed, and tried again.
/// </summary>
internal sealed class DueWork(DeadlineStore deadlines, SignalStore signals, SetAsideStore aside, DossierRunner runner, EngineTime time, ILogger<DueWork> log)
{
    private const int APage = 256;
    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);
    private readonly Quarantine _quarantine = new();
    private double _lagSeconds;

    /// <summary>Whether something was left alone for a moment.</summary>
    public bool HasHeld => !_quarantine.IsEmpty;

    /// <summary>How long ago the longest passed deadline fell due, at the last look; 0: none is left.</summary>
    public double LagSeconds => Volatile.Read(ref _lagSeconds);

    /// <summary>Carries out a page of each; how many were done.</summary>
    public async Task<int> PageAsync(CancellationToken cancellation)
    {
        _quarantine.Sweep();
        return await CarrySignalsAsync(cancellation) + await ExpireAsync(cancellation);
    }

    private async Task<int> ExpireAsync(CancellationToken cancellation)
    {
        var now = time.Now;
        var next = await deadlines.NextDueAsync(cancellation);
        Volatile.Write(ref _lagSeconds, next < now ? (now - next.Value).TotalSeconds : 0);
        if (!(next <= now))
            return 0;
        var claimed = await deadlines.ClaimAsync(now, APage + _quarantine.Count, s_lease, cancellation);
        var left = new ConcurrentDictionary<DueDeadline, bool>(claimed.Select(due => KeyValuePair.Create(due, true)));
        try
        {
            // The longest passed first; a page is done before the next is taken, so nothing is overtaken by more than a page.
            await SideBySideAsync(claimed, async due =>
            {
                var key = new SetAsideKey(due.DossierId, due.Deadline.Name, due.Deadline.DueAt);
                if (await TryAsync(key, Run(new ExpireDeadline(due.Deadline.Name, due.Deadline.DueAt), due.DossierId), cancellation))
                    left.TryRemove(due, out _);
            }, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // This engine stops: the others need not wait for its lease to end.
            await deadlines.ReleaseAsync([.. left.Keys], CancellationToken.None);
            throw;
        }
        return claimed.Length - left.Count;
    }

    private async Task<int> CarrySignalsAsync(CancellationToken cancellation)
    {
        if ((await signals.PendingAsync(1 + _quarantine.Count, cancellation)).IsEmpty)
            return 0;
        var done = 0;
        var pending = await signals.ClaimAsync(APage + _quarantine.Count, s_lease, cancellation);
        // Those to one dossier in the order they were sent.
        await SideBySideAsync(pending.GroupBy(s => s.TargetDossierId), async ofOne =>
        {
            foreach (var signal in ofOne)
                if (await CarryAsync(signal, cancellation))
                    Interlocked.Increment(ref done);
        }, cancellation);
        return done;
    }

    private Task<bool> CarryAsync(SignalRow signal, CancellationToken cancellation)
    {
        var ended = System.Text.Json.JsonSerializer.Deserialize(signal.Payload, SignalJson.Default.ChildEndedSignal)!;
        var run = Run(new EndChild(ended.ChildId, (DossierStatus)ended.Status, ended.EndedAt), signal.TargetDossierId) with { ConsumedSignal = signal.Id };
        return TryAsync(new SetAsideKey(signal.TargetDossierId, signal.Id, null), run, cancellation);
    }

    private static DossierRun Run(DossierCommand command, long dossier) => new() { Command = command, Actor = Actor.System, Id = dossier, IsBackground = true };

    // As many as fill a batch of the writer.
    private static Task SideBySideAsync<T>(IEnumerable<T> work, Func<T, Task> carryOut, CancellationToken cancellation) => Parallel.ForEachAsync(
        work, new ParallelOptions { MaxDegreeOfParallelism = CommitPipeline.MostAlone, CancellationToken = cancellation }, async (one, _) => await carryOut(one));

    /// <summary>One dossier's trouble does not stop the rest: it is set aside, told, and tried again later.</summary>
    private async Task<bool> TryAsync(SetAsideKey key, DossierRun run, CancellationToken cancellation)
    {
        if (_quarantine.Holds(key))
            return false;
        try
        {
            switch (await runner.RunAsync(run, cancellation))
            {
                case RunOutcome.Done or RunOutcome.AlreadyDone:
                    _quarantine.Release(key);
                    return true;
                case RunOutcome.Refused { Refusal: var refusal } when refusal.Descriptor != ExpireDeadline.NotArmed:
                    await SetAsideAsync(key, refusal.English, null, cancellation);
                    return false;
                default:
                    // Not armed, lost or busy: something else came first; the next look decides anew.
                    _quarantine.Hold(key, s_moment);
                    return false;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException and ((not StorageException) or StorageConstraintException))
        {
            await SetAsideAsync(key, e.Message, e, cancellation);
            return false;
        }
    }

    private async Task SetAsideAsync(SetAsideKey key, string reason, Exception? cause, CancellationToken cancellation)
    {
        ClockLog.SetAside(log, key.DossierId, key.Name, reason, cause);
        await aside.PutAsync(key, reason, s_pause, cancellation);
    }
}
