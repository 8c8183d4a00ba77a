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
    private const int MostTogether = 4;
    private const int DoubtfulBatches = 8;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CommitMark _mark = new(connections, options);
    private readonly EventMonths _months = new(connections);
    private int _doubtful;

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
        var way = _doubtful > 0 ? Way.Together : Way.Straight;
        _doubtful = Math.Max(0, _doubtful - 1);
        for (var attempt = 1; ; attempt++)
        {
            var run = new BatchAttempt(connections, _mark, _months);
            try
            {
                return await RunAsync(run, way, batch);
            }
            catch (Exception e) when (PostgresErrors.IsOurs(e))
            {
                if (await LandedAsync(run, e) is { } head)
                    return run.OutcomesAfter(head);
                if (attempt == MostAttempts || !MayGoOn(e, attempt, ref way))
                    throw;
            }
        }
    }

    private static async Task<CommitOutcome[]> RunAsync(BatchAttempt run, Way way, IReadOnlyList<CommitUnit> batch) => way switch
    {
        Way.Apart => await run.ApartAsync(batch),
        Way.Straight when await run.StraightAsync(batch) is { } outcomes => outcomes,
        _ => await run.TogetherAsync(batch),
    };

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
    private bool MayGoOn(Exception e, int attempt, ref Way way)
    {
        if (way == Way.Straight && e is PostgresException given && (given.SqlState == SetSql.GroundMoved || PostgresErrors.IsFaultOfRow(given.SqlState)))
        {
            // Where one has lost a race, others are likely to: several engines act on the same dossiers.
            (way, _doubtful) = (Way.Together, DoubtfulBatches);
            return true;
        }
        if (PostgresErrors.IsRace(e))
            return true;
        if (e is not PostgresException refused || PostgresErrors.IsBroken(e))
            return PostgresErrors.IsBroken(e) && e.InnerException is not TimeoutException && attempt == 1;
        if (way == Way.Apart || !PostgresErrors.IsFaultOfRow(refused.SqlState))
            return false;
        way = !BatchAttempt.IsRaceForKey(refused) || attempt >= MostTogether ? Way.Apart : Way.Together;
        return true;
    }

    private enum Way
    {
        Straight,
        Together,
        Apart,
    }
}
