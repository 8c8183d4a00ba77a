using Tthc.Engine.Dossiers;
using Tthc.Storage.Database;
using Tthc.Storage.Rules;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Verbs;

namespace Tthc.Engine.Rules;

/// <summary>
/// After an edit of the rules every dossier that has not ended is judged anew, in the background and through the same runner as a call. What has ended keeps the
/// findings of its time. A sweep that is broken off begins anew at the next start. Of several engines one sweeps.
/// </summary>
internal sealed class RuleSweep(RuleCatalog catalog, SweepStore store, DossierRunner runner, ILogger<RuleSweep> log) : BackgroundService
{
    private const int APage = 256;
    private const int AtOnce = 16;
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(20);
    private static readonly long[] s_final = [.. Enum.GetValues<DossierStatus>().Where(StatusTransitions.IsFinal).Select(s => (long)s)];

    private readonly string _self = Guid.NewGuid().ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rules = catalog.Current;
            var changed = catalog.ChangedAfter(rules);
            try
            {
                if (await store.JudgedByAsync(stoppingToken) == rules.JudgingHash)
                    await changed.WaitAsync(stoppingToken);
                else if (!await store.TryTakeAsync(_self, s_lease, stoppingToken))
                    await Task.WhenAny(changed, Task.Delay(s_again, stoppingToken));
                else if (await SweepAsync(rules, stoppingToken))
                    await store.SetJudgedByAsync(rules.JudgingHash, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StorageException e)
            {
                RuleLog.SweepFailed(log, e);
                await Task.Delay(s_again, stoppingToken);
            }
        }
    }

    /// <summary>Judges them all; false when newer rules came into force meanwhile, or another engine took the work over.</summary>
    private async Task<bool> SweepAsync(RulesInForce rules, CancellationToken cancellation)
    {
        var judged = 0;
        for (var after = 0L; catalog.Current == rules;)
        {
            var page = await store.OpenAsync(after, s_final, APage, cancellation);
            if (page.IsEmpty)
            {
                RuleLog.Swept(log, judged);
                return true;
            }
            // A few at once fill a batch of the writer; calls of people wait behind a few acts, not behind thousands.
            await Parallel.ForEachAsync(page, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, JudgeAsync);
            judged += page.Length;
            if (!await store.TryTakeAsync(_self, s_lease, cancellation))
                return false;
            after = page[^1];
        }
        return false;
    }

    private async ValueTask JudgeAsync(long id, CancellationToken cancellation)
    {
        try
        {
            var outcome = await JudgeOnceAsync(id, cancellation);
            for (var wait = s_moment; outcome is RunOutcome.Busy or RunOutcome.Lost; wait *= 2)
            {
                // People come first: when the writer has too much to do, the sweep stands back.
                await Task.Delay(wait < s_again ? wait : s_again, cancellation);
                outcome = await JudgeOnceAsync(id, cancellation);
            }
            if (outcome is RunOutcome.Refused refused)
                RuleLog.NotJudged(log, id, refused.Refusal.English);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StorageException))
        {
            // One dossier that cannot be judged does not keep the others from it.
            RuleLog.JudgingFailed(log, id, e);
        }
    }

    private ValueTask<RunOutcome> JudgeOnceAsync(long id, CancellationToken cancellation) =>
        runner.RunAsync(new DossierRun { Command = new JudgeAgain(), Actor = Actor.System, Id = id, IsBackground = true }, cancellation);
}
