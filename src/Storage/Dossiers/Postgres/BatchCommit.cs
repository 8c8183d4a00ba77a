using Npgsql;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;

namespace Tthc.Storage.Dossiers.Postgres;

/// <summary>
/// Carries out batches, one at a time, and does again what another engine or a broken connection came in the way of.
/// </summary>
internal sealed class BatchCommit(PostgresConnections connections, PostgresOptions options) : IAsyncDisposable
{
    private const int MostAttempts = 8;
    private const int MostTogether = 3;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CommitMark _mark = new(connections, options);
    private readonly EventMonths _months = new(connections);

    public async ValueTask<IReadOnlyList<CommitOutcome>> RunAsync(IReadOnlyList<CommitUnit> batch, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await RunAsync(batch);
        }
        catch (Exception e) when (PostgresErrors.IsOurs(e))
        {
            throw PostgresErrors.From(e, connections.Name);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _mark.ForgetAsync();
        }
        catch (Exception e) when (PostgresErrors.IsOurs(e))
        {
            // A mark that stays is a row of forty bytes.
        }

        _turn.Dispose();
    }

    private async Task<CommitOutcome[]> RunAsync(IReadOnlyList<CommitUnit> batch)
    {
        var apart = false;
        for (var attempt = 1; ; attempt++)
        {
            var run = new BatchAttempt(connections, _mark, _months);
            try
            {
                return await (apart ? run.ApartAsync(batch) : run.TogetherAsync(batch));
            }
            catch (Exception e) when (PostgresErrors.IsOurs(e))
            {
                if (await LandedAsync(run, e) is { } head)
                    return run.OutcomesAfter(head);
                if (attempt == MostAttempts || !MayGoOn(e, attempt, ref apart))
                    throw;
            }
        }
    }

    /// <summary>After a connection that broke: whether the commit landed all the same.</summary>
    private async Task<long?> LandedAsync(BatchAttempt run, Exception e)
    {
        if (!PostgresErrors.IsBroken(e))
            return null;
        // Connections that lay idle beside the broken one are likely to be broken too.
        connections.Clear();
        return run.IsCommitSent ? await _mark.FindAsync(run.Marked, e) : null;
    }

    // Nothing of the attempt is written here. A database that cannot be reached is told to the callers at once: they wait.
    private static bool MayGoOn(Exception e, int attempt, ref bool apart)
    {
        if (PostgresErrors.IsRace(e))
            return true;
        if (e is not PostgresException refused || PostgresErrors.IsBroken(e))
            return PostgresErrors.IsBroken(e) && e.InnerException is not TimeoutException && attempt == 1;
        if (apart || !PostgresErrors.IsFaultOfRow(refused.SqlState))
            return false;
        apart = !BatchAttempt.IsRaceForKey(refused) || attempt >= MostTogether;
        return true;
    }
}
