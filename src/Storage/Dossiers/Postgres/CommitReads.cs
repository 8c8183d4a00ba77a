using Npgsql;
using Tthc.Storage.Database;
using Tthc.Storage.Rules;

namespace Tthc.Storage.Dossiers.Postgres;

/// <summary>The round trip before the one that writes: reads and locks the ground a batch stands on.</summary>
/// <remarks>
/// Every engine takes its locks in the same order: running numbers, dossiers by number, signals, requests by id, and last
/// of all the head of the feed. So no two wait for each other.
/// </remarks>
internal static class CommitReads
{
    private const string Requests = "select request_id, body_hash, dossier_id, version from request where request_id = any($1)";

    private const string Versions = "select id, version from dossier where id = any($1) order by id for no key update";

    private const string Signals = "select id from signal where id = any($1) order by id for update";

    // Makes the counters that are missing, locks all of them and leaves them as they are.
    private const string Numbers = """
        insert into code_counter (agency, day, series, last)
        select c.agency, c.day, c.series, 0 from unnest($1, $2, $3) as c(agency, day, series) order by 1, 2, 3
        on conflict (agency, day, series) do update set last = code_counter.last
        returning agency, day, series, last
        """;

    /// <summary>Runs statements that open the round trip, then reads the ground.</summary>
    public static async Task<CommitGround> ReadAsync(NpgsqlConnection connection, IReadOnlyList<CommitUnit> units, params NpgsqlBatchCommand[] opening)
    {
        var ground = new CommitGround();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in opening)
            batch.BatchCommands.Add(command);
        var readers = new List<Action<NpgsqlDataReader>>();
        AskBundle(batch, readers, units, ground);
        AskNumbers(batch, readers, CodesOf(units), ground);
        Ask(batch, readers, Requests, RequestsOf(units), reader => Add(ground, reader));
        AskVersions(batch, readers, IdsOf(units), ground);
        Ask(batch, readers, Signals, units.Select(u => u.ConsumedSignal).OfType<string>().Distinct().ToArray(), reader => ground.Signals.Add(reader.GetString(0)));
        if (batch.BatchCommands.Count > 0)
            await RunAsync(batch, readers);
        return ground;
    }

    /// <summary>
    /// Takes the units at their word; only running numbers are drawn, in a round trip of their own that the opening statements begin.
    /// </summary>
    public static async Task<(CommitGround Ground, bool IsOpened)> AssumeAsync(NpgsqlConnection connection, IReadOnlyList<CommitUnit> units, NpgsqlBatchCommand[] opening)
    {
        var ground = new CommitGround { IsAssumed = true };
        var codes = CodesOf(units);
        if (codes.Length == 0)
            return (ground, false);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in opening)
            batch.BatchCommands.Add(command);
        var readers = new List<Action<NpgsqlDataReader>>();
        AskNumbers(batch, readers, codes, ground);
        await RunAsync(batch, readers);
        return (ground, true);
    }

    /// <summary>Adds the versions of dossiers that came up while the plan was made.</summary>
    public static async Task ReadVersionsAsync(NpgsqlConnection connection, IReadOnlyCollection<long> ids, CommitGround ground)
    {
        await using var batch = new NpgsqlBatch(connection);
        var readers = new List<Action<NpgsqlDataReader>>();
        AskVersions(batch, readers, [.. ids], ground);
        await RunAsync(batch, readers);
    }

    private static CodeRequest[] CodesOf(IReadOnlyList<CommitUnit> units) => units.SelectMany(u => u.CodedWrites).Select(c => c.Code).Distinct().ToArray();

    private static string[] RequestsOf(IReadOnlyList<CommitUnit> units) =>
        units.Select(u => u.Request?.RequestId).OfType<string>().Distinct().ToArray();

    // What a coded write is about is known only once it is built; nearly always it is what the request is about.
    private static long[] IdsOf(IReadOnlyList<CommitUnit> units) => units
        .SelectMany(u => u.Writes.Select(w => w.Row.Id).Concat(u.CodedWrites.IsEmpty || u.Request is null ? [] : [u.Request.DossierId]))
        .Distinct().ToArray();

    private static void AskBundle(NpgsqlBatch batch, List<Action<NpgsqlDataReader>> readers, IReadOnlyList<CommitUnit> units, CommitGround ground)
    {
        if (units.All(u => u.Bundle == 0))
            return;
        batch.BatchCommands.Add(Sets.Command(RuleBundleSql.Newest));
        readers.Add(reader => ground.Bundle = reader.GetInt64(0));
    }

    private static void AskVersions(NpgsqlBatch batch, List<Action<NpgsqlDataReader>> readers, long[] ids, CommitGround ground)
    {
        foreach (var id in ids)
            ground.Versions[id] = 0;
        Ask(batch, readers, Versions, ids, reader => ground.Versions[reader.GetInt64(0)] = reader.GetInt32(1));
    }

    private static void AskNumbers(NpgsqlBatch batch, List<Action<NpgsqlDataReader>> readers, CodeRequest[] codes, CommitGround ground)
    {
        if (codes.Length == 0)
            return;
        batch.BatchCommands.Add(Sets.Command(
            Numbers, Sets.Column(codes, c => c.Agency), Sets.Column(codes, c => Instants.ToText(c.Date)), Sets.Column(codes, c => (int)c.Series)));
        readers.Add(reader => ground.Numbers[new CodeRequest(
            reader.GetString(0), Instants.ToDate(reader.GetString(1)), (CodeSeries)reader.GetInt32(2))] = reader.GetInt32(3));
    }

    private static void Ask<T>(NpgsqlBatch batch, List<Action<NpgsqlDataReader>> readers, string sql, T[] keys, Action<NpgsqlDataReader> read)
    {
        if (keys.Length == 0)
            return;
        batch.BatchCommands.Add(Sets.Command(sql, Sets.Column(keys, key => key)));
        readers.Add(read);
    }

    private static void Add(CommitGround ground, NpgsqlDataReader reader)
    {
        var row = new RequestRow(reader.GetString(0), reader.GetFieldValue<byte[]>(1), reader.GetInt64(2), reader.GetInt32(3));
        ground.Requests.Add(row.RequestId, row);
    }

    private static async Task RunAsync(NpgsqlBatch batch, List<Action<NpgsqlDataReader>> readers)
    {
        await using var reader = await batch.ExecuteReaderAsync();
        var next = 0;
        do
        {
            // The statements that open the round trip give nothing to read.
            if (reader.FieldCount == 0 || reader.GetName(0) == Sets.Nothing)
                continue;
            var read = readers[next++];
            while (await reader.ReadAsync())
                read(reader);
        }
        while (await reader.NextResultAsync());
    }
}
