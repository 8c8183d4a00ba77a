using System.Diagnostics;
using System.Threading.Channels;
using Npgsql;
using Tthc.Bench.Storage;
using Tthc.Storage.Database.Postgres;
using Tthc.Storage.Dossiers;

namespace Tthc.Bench.Load.Postgres;

/// <summary>
/// The bare loop of group commits: callers hand in rows and wait, one writer takes what is there and writes it in one
/// transaction of statements over whole sets, in one round trip. No gRPC, no domain, nothing read, nothing checked.
/// </summary>
internal sealed class BareCommits : IAsyncDisposable
{
    private const string Columns = "unnest($1, $2, $3, $4)";
    private readonly NpgsqlDataSource _source;
    private readonly Workload _workload;
    private readonly Lock _turn = new();

    private BareCommits(string connectionString, int dossiers, RowSizes sizes)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 32, AutoPrepareMinUsages = 2, NoResetOnClose = true, MaxPoolSize = 1,
            Options = "-c search_path=tthc -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c jit=off",
        };
        _source = NpgsqlDataSource.Create(settings);
        _workload = new Workload(dossiers, sizes.State, sizes.Payload);
    }

    public static async Task<BareCommits> PrepareAsync(string connectionString, int dossiers, RowSizes sizes)
    {
        var bare = new BareCommits(connectionString, dossiers, sizes);
        await using var store = await PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = connectionString });
        var rows = new DossierStore(store);
        foreach (var batch in bare._workload.Seed().Chunk(1000))
            await rows.CommitAsync(batch);
        return bare;
    }

    /// <summary>Steps a second with so many callers, each waiting for its own.</summary>
    public async Task<double> MeasureAsync(int callers, double seconds)
    {
        var waiting = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
        var writer = Task.Run(() => WriteAsync(waiting.Reader));
        var started = Stopwatch.GetTimestamp();
        var end = started + (long)(seconds * Stopwatch.Frequency);
        var steps = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => CallAsync(waiting.Writer, end))));
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        waiting.Writer.Complete();
        await writer;
        return steps.Sum() / took;
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<long> CallAsync(ChannelWriter<Waiting> writer, long end)
    {
        var steps = 0L;
        for (; Stopwatch.GetTimestamp() < end; steps++)
        {
            CommitUnit unit;
            lock (_turn)
                unit = _workload.NextBatch(1)[0];
            var waiting = new Waiting(unit);
            writer.TryWrite(waiting);
            await waiting.Done.Task;
        }
        return steps;
    }

    private async Task WriteAsync(ChannelReader<Waiting> reader)
    {
        var batch = new List<Waiting>();
        while (await reader.WaitToReadAsync())
        {
            while (batch.Count < 256 && reader.TryRead(out var waiting))
                batch.Add(waiting);
            await WriteAsync(batch.ConvertAll(w => w.Unit));
            foreach (var waiting in batch)
                waiting.Done.SetResult();
            batch.Clear();
        }
    }

    private async Task WriteAsync(List<CommitUnit> units)
    {
        var writes = units.ConvertAll(u => u.Writes[0]);
        // Of two steps of one dossier in a batch the later row stands.
        var rows = writes.GroupBy(w => w.Row.Id).Select(g => g.Last()).ToList();
        await using var connection = await _source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, "begin");
        Add(batch, $"insert into request (request_id, body_hash, dossier_id, version) select * from {Columns}",
            Of(units, u => u.Request!.RequestId), Of(units, u => u.Request!.BodyHash), Of(units, u => u.Request!.DossierId), Of(units, u => u.Request!.Version));
        Add(batch, $"update dossier d set version = u.version, status = u.status, state = u.state from {Columns} as u(id, version, status, state) where d.id = u.id",
            Of(rows, w => w.Row.Id), Of(rows, w => w.Row.Version), Of(rows, w => w.Row.Status), Of(rows, w => w.Row.State));
        Add(batch, "update deadline d set due_at = u.due_at, name = u.name from unnest($1, $2, $3) as u(id, due_at, name) where d.dossier_id = u.id",
            Of(rows, w => w.Row.Id), Of(rows, w => BareStatements.Micros(w.Deadline!.DueAt)), Of(rows, w => w.Deadline!.Name));
        Add(batch, $"update work_item w set step = u.step, role = u.role, arrived_at = u.arrived_at from {Columns} as u(id, step, role, arrived_at) where w.dossier_id = u.id and w.token = 1",
            Of(rows, w => w.Row.Id), Of(rows, w => w.WorkItems[0].Step), Of(rows, w => w.WorkItems[0].Role), Of(rows, w => BareStatements.Micros(w.WorkItems[0].ArrivedAt)));
        var events = writes.ConvertAll(w => (w.Row.Id, Row: w.Events[0]));
        Add(batch, """
            with head as (update feed_head set position = position + $1 where id = 1 returning position - $1 as base)
            insert into event (position, dossier_id, sequence, recorded_at, occurred_at, procedure_revision_id, kind, actor, actor_agency, payload)
            select head.base + e.place, e.dossier_id, e.sequence, e.at, e.at, 1, e.kind, e.actor, e.agency, e.payload
            from head, unnest($2, $3, $4, $5, $6, $7, $8) with ordinality as e(dossier_id, sequence, at, kind, actor, agency, payload, place)
            """,
            new NpgsqlParameter<long> { TypedValue = events.Count }, Of(events, e => e.Id), Of(events, e => e.Row.Sequence), Of(events, e => BareStatements.Micros(e.Row.RecordedAt)),
            Of(events, e => e.Row.Kind), Of(events, e => e.Row.Actor), Of(events, e => e.Row.ActorAgency), Of(events, e => e.Row.Payload));
        Add(batch, "commit");
        await batch.ExecuteNonQueryAsync();
    }

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter<T[]> Of<TRow, T>(List<TRow> rows, Func<TRow, T> value) => new() { TypedValue = [.. rows.Select(value)] };

    private sealed class Waiting(CommitUnit unit)
    {
        public CommitUnit Unit => unit;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
