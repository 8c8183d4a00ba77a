using Npgsql;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;

namespace Tthc.Storage.Dossiers.Postgres;

/// <summary>
/// One attempt at a batch, in one transaction: straight, in one round trip that gives itself up when a unit has lost a race;
/// then together, in two round trips that find out which; or unit by unit once one was found to be at fault.
/// </summary>
internal sealed class BatchAttempt(PostgresConnections connections, CommitMark mark, EventMonths months)
{
    private const int MostTries = 3;

    private readonly MarkedBatch _marked = mark.Next();
    private Func<long, CommitOutcome[]>? _sent;

    /// <summary>The commit has been sent: if the connection breaks now, only the mark tells what became of it.</summary>
    public bool IsCommitSent => _sent is not null;

    public MarkedBatch Marked => _marked;

    /// <summary>What became of the units, of a commit that was sent and landed.</summary>
    public CommitOutcome[] OutcomesAfter(long headBefore) => _sent!(headBefore);

    /// <summary>Null where it cannot be carried out like this.</summary>
    /// <exception cref="PostgresException">With <see cref="SetSql.GroundMoved"/>: some unit has lost a race.</exception>
    public async Task<CommitOutcome[]?> StraightAsync(IReadOnlyList<CommitUnit> units)
    {
        await using var connection = await connections.OpenWriterAsync(CancellationToken.None);
        NpgsqlBatchCommand[] opening = [Sets.Command("begin"), mark.Lock(), .. BundleCheck(units)];
        var (ground, isOpened) = await CommitReads.AssumeAsync(connection, units, opening);
        var plan = CommitPlan.Of(units, ground);
        if (plan.WritesNothing)
        {
            if (isOpened)
                await RunAsync(connection, "rollback");
            return null;
        }

        await months.EnsureAsync(plan.Events);
        _sent = plan.Outcomes;
        return plan.Outcomes(await CommitWrites.WriteAsync(connection, plan, _marked, "commit", isOpened ? [] : opening));
    }

    public async Task<CommitOutcome[]> TogetherAsync(IReadOnlyList<CommitUnit> units)
    {
        await using var connection = await connections.OpenWriterAsync(CancellationToken.None);
        var plan = await PlanAsync(connection, units, Sets.Command("begin"), mark.Lock());
        if (plan.WritesNothing)
        {
            await RunAsync(connection, "rollback");
            return plan.Outcomes(0);
        }

        await months.EnsureAsync(plan.Events);
        _sent = plan.Outcomes;
        return plan.Outcomes(await CommitWrites.WriteAsync(connection, plan, _marked, "commit"));
    }

    public async Task<CommitOutcome[]> ApartAsync(IReadOnlyList<CommitUnit> units)
    {
        await using var connection = await connections.OpenWriterAsync(CancellationToken.None);
        await CommitReads.ReadAsync(connection, [], Sets.Command("begin"), mark.Lock());
        var outcomes = new CommitOutcome[units.Count];
        for (var i = 0; i < outcomes.Length; i++)
            outcomes[i] = await WriteApartAsync(connection, units[i]);
        _sent = _ => outcomes;
        await using var closing = new NpgsqlBatch(connection) { BatchCommands = { _marked.Only(), Sets.Command("commit") } };
        await closing.ExecuteNonQueryAsync();
        return outcomes;
    }

    private async Task<CommitOutcome> WriteApartAsync(NpgsqlConnection connection, CommitUnit unit)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var plan = await PlanAsync(connection, [unit], Sets.Command("savepoint unit"));
                if (plan.WritesNothing)
                    return plan.Outcomes(0)[0];
                await months.EnsureAsync(plan.Events);
                return plan.Outcomes(await CommitWrites.WriteAsync(connection, plan, _marked, "release savepoint unit"))[0];
            }
            catch (PostgresException e) when (PostgresErrors.IsFaultOfRow(e.SqlState))
            {
                await RunAsync(connection, "rollback to savepoint unit");
                // Another engine may have been faster by a moment; what it wrote is seen the next time.
                if (attempt == MostTries || !IsRaceForKey(e))
                    return new UnitFailed(PostgresErrors.From(e, connections.Name));
            }
        }
    }

    /// <summary>Another engine carried out the same request, or made the same dossier, since the ground was read.</summary>
    public static bool IsRaceForKey(PostgresException e) => e.ConstraintName is "request_pkey" or "dossier_pkey";

    // Decided by several bundles, those of the oldest are the ones that may have to be told.
    private static IEnumerable<NpgsqlBatchCommand> BundleCheck(IReadOnlyList<CommitUnit> units)
    {
        var decidedBy = units.Where(u => u.Bundle > 0).Select(u => u.Bundle).DefaultIfEmpty().Min();
        return decidedBy == 0 ? [] : [Sets.Command(SetSql.CheckBundle, Sets.Value(decidedBy))];
    }

    private static async Task<CommitPlan> PlanAsync(
        NpgsqlConnection connection, IReadOnlyList<CommitUnit> units, params NpgsqlBatchCommand[] opening)
    {
        var ground = await CommitReads.ReadAsync(connection, units, opening);
        while (true)
        {
            var plan = CommitPlan.Of(units, ground);
            if (plan.Unknown.Count == 0)
                return plan;
            await CommitReads.ReadVersionsAsync(connection, plan.Unknown, ground);
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
