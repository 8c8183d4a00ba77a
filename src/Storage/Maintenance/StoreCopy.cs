using System.Collections.Immutable;
using System.Data.Common;
using Npgsql;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;
using Tthc.Storage.Database.Sqlite;

namespace Tthc.Storage.Maintenance;

/// <summary>
/// Moves an embedded store into an empty PostgreSQL database. Until it is done no engine opens the target; broken off, it
/// goes on where it was; done, both are read again and compared.
/// </summary>
public sealed class StoreCopy
{
    private const int RowsAStatement = 2_000;
    private readonly string _file;
    private readonly string _target;
    private readonly string _name;
    private readonly Action<CopyProgress> _told;

    /// <summary>A copy.</summary>
    /// <param name="file">The embedded store; no engine may run on it.</param>
    /// <param name="target">The database, as a role that owns the schema or may make it.</param>
    /// <param name="told">Is told how far it is.</param>
    public StoreCopy(string file, string target, Action<CopyProgress> told) =>
        (_file, _target, _name, _told) = (file, PostgresConnections.Maintenance(target), PostgresConnections.NameOf(target), told);

    /// <summary>Copies, compares, and lets engines in.</summary>
    /// <returns>Rows by table.</returns>
    /// <exception cref="StoreInUseException">An engine runs on the source or the target.</exception>
    /// <exception cref="CopyRefusedException">The target holds another store, or the comparison failed.</exception>
    /// <exception cref="StorageException">One of them cannot be read or written.</exception>
    public async Task<ImmutableArray<CopiedRows>> RunAsync(CancellationToken cancellation)
    {
        var summary = await StoreSummary.OfFileAsync(_file);
        // Brings the source to the schema of this version, and keeps engines away from it.
        await using var source = SqliteStore.Open(new SqliteOptions { Path = _file, Clock = summary.Clock ?? StoreClock.Real });
        try
        {
            await PostgresOpening.PrepareAsync(new PostgresOptions { ConnectionString = _target, Clock = source.Meta.Clock }, _name);
            await using var opened = PostgresConnections.ForMigrations(_target);
            await using var connection = await opened.OpenConnectionAsync(cancellation);
            await BeginAsync(connection, source.Meta.StoreId.ToString());
            foreach (var table in CopiedTable.All.Where(t => !t.IsSingle))
                await CopyAsync(source, connection, table, cancellation);
            var rows = await CompareAsync(source, connection, cancellation);
            await FinishAsync(source, connection);
            return rows;
        }
        catch (Exception e) when (PostgresErrors.IsOurs(e))
        {
            throw PostgresErrors.From(e, _name);
        }
    }

    private async Task BeginAsync(NpgsqlConnection connection, string source)
    {
        var summary = await StoreSummary.OfPostgresAsync(_target);
        if (summary.Engines > 0)
            throw new StoreInUseException(_name, null);
        if (summary.CopyOf == source)
            return;
        if (summary.CopyOf is { } other)
            throw new CopyRefusedException($"A copy of another store ({other}) into '{_name}' was begun and not finished. Make the database anew, or finish that copy.");
        var bundles = Convert.ToInt64(await ScalarAsync(connection, "select count(*) from bundle"));
        if (summary.Dossiers + summary.Events + bundles > 0)
            throw new CopyRefusedException($"'{_name}' holds a store already: {summary.Dossiers} dossiers, {summary.Events} events, {bundles} rule bundles. Copy into an empty database.");
        await RunAsync(connection, $"insert into meta (name, value) values ('{StoreMeta.Copying}', $1)", source);
    }

    private async Task CopyAsync(SqliteStore source, NpgsqlConnection connection, CopiedTable table, CancellationToken cancellation)
    {
        var columns = await ColumnsAsync(source, connection, table);
        var behind = table.IsBig ? await ScalarAsync(connection, $"select max({table.Key}) from {table.Name}") : null;
        var all = await source.ReadAsync(async s => Convert.ToInt64(await s.QueryAsync($"select count(*) from {table.From}").ScalarAsync()), cancellation);
        var done = behind is null or DBNull ? 0L : Convert.ToInt64(await ScalarAsync(connection, $"select count(*) from {table.Name}"));
        var months = new HashSet<long>();
        await source.ReadAsync(
            async session =>
            {
                await using var rows = await session.QueryAsync(Select(table, columns.Names, behind), Behind(behind));
                while (await rows.ReadAsync(cancellation))
                {
                    columns.Take(rows);
                    if (columns.Count == RowsAStatement)
                        await WriteAsync();
                }
                await WriteAsync();
                return 0;
            },
            cancellation);

        async Task WriteAsync()
        {
            if (columns.Count == 0)
                return;
            cancellation.ThrowIfCancellationRequested();
            if (table.Name == "event")
                await MakeMonthsAsync(connection, columns.Numbers("recorded_at"), months);
            var holes = string.Join(", ", Enumerable.Range(1, columns.Arrays().Count()).Select(i => $"${i}"));
            await using var insert = new NpgsqlCommand($"insert into {table.Name} ({columns.Names}) select * from unnest({holes}) on conflict do nothing", connection);
            foreach (var array in columns.Arrays())
                insert.Parameters.Add(array);
            done += await insert.ExecuteNonQueryAsync(CancellationToken.None);
            columns.Clear();
            _told(new CopyProgress(table.Name, done, all));
        }
    }

    private static async Task<CopyColumns> ColumnsAsync(SqliteStore source, NpgsqlConnection connection, CopiedTable table)
    {
        var names = await source.ReadAsync(
            async session =>
            {
                await using var empty = await session.QueryAsync($"select * from {table.From} limit 0");
                return Enumerable.Range(0, empty.FieldCount).Select(empty.GetName).ToHashSet(StringComparer.Ordinal);
            },
            CancellationToken.None);
        return await CopyColumns.OfAsync(connection, table.Name, names);
    }

    private static string Select(CopiedTable table, string columns, object? behind) =>
        $"select {columns} from {table.From} {(behind is null or DBNull ? "" : $"where {table.Key} >= @behind")} order by {table.Order}";

    private static Parameter[] Behind(object? behind) => behind switch
    {
        null or DBNull => [],
        string text => [("@behind", text)],
        _ => [("@behind", Convert.ToInt64(behind))],
    };

    private static async Task MakeMonthsAsync(NpgsqlConnection connection, IEnumerable<long> instants, HashSet<long> made)
    {
        foreach (var instant in instants)
        {
            var at = Instants.FromMicroseconds(instant).ToUniversalTime();
            if (made.Add((at.Year * 12) + at.Month))
                await RunAsync(connection, "select event_month_create($1)", instant);
        }
    }

    /// <summary>Both are read row by row; what a table holds is compared as a sum over its rows, which no order changes.</summary>
    private async Task<ImmutableArray<CopiedRows>> CompareAsync(SqliteStore source, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<CopiedRows>();
        foreach (var table in CopiedTable.All.Where(t => !t.IsSingle))
        {
            var names = (await ColumnsAsync(source, connection, table)).Names;
            var there = await source.ReadAsync(async s => await RowSum.OfAsync(await s.QueryAsync($"select {names} from {table.From}"), cancellation), cancellation);
            await using var command = new NpgsqlCommand($"select {names} from {table.Name}", connection) { CommandTimeout = 0 };
            var here = await RowSum.OfAsync(await command.ExecuteReaderAsync(cancellation), cancellation);
            if (there != here)
                throw new CopyRefusedException($"The table {table.Name} of '{_name}' is not the one of '{_file}': {here.Rows} rows against {there.Rows}. Make the database anew and copy again.");
            rows.Add(new CopiedRows(table.Name, here.Rows));
            _told(new CopyProgress(table.Name, here.Rows, there.Rows) { IsComparing = true });
        }
        return rows.DrainToImmutable();
    }

    private static async Task FinishAsync(SqliteStore source, NpgsqlConnection connection)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var table in CopiedTable.All.Where(t => t.IsSingle))
        {
            var columns = await ColumnsAsync(source, connection, table);
            await source.ReadAsync(
                async session =>
                {
                    await using var rows = await session.QueryAsync(Select(table, columns.Names, null));
                    while (await rows.ReadAsync())
                        columns.Take(rows);
                    return 0;
                },
                CancellationToken.None);
            await RunAsync(connection, $"delete from {table.Name}");
            if (columns.Count > 0)
                await RunAsync(connection, $"insert into {table.Name} ({columns.Names}) select * from unnest({string.Join(", ", columns.Arrays().Select((_, i) => $"${i + 1}"))})", [.. columns.Arrays()]);
        }
        foreach (var (name, value) in source.Meta.Values)
            await RunAsync(connection, "insert into meta (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value", name, value);
        await RunAsync(connection, $"delete from meta where name = '{StoreMeta.Copying}'");
        await transaction.CommitAsync();
    }

    private static Task RunAsync(NpgsqlConnection connection, string sql, params object[] values) =>
        RunAsync(connection, sql, [.. values.Select(v => new NpgsqlParameter { Value = v })]);

    private static async Task RunAsync(NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync();
    }
}

/// <summary>How far a copy is.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">Rows that are there.</param>
/// <param name="Of">Of so many.</param>
public readonly record struct CopyProgress(string Table, long Rows, long Of)
{
    /// <summary>Both were read again and are the same.</summary>
    public bool IsComparing { get; init; }
}

/// <summary>What was copied of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">Its rows.</param>
public readonly record struct CopiedRows(string Table, long Rows);

/// <summary>A copy is not begun, or came out wrong. Nothing of the source is touched, and no engine opens the target.</summary>
/// <param name="message">Why, and what to do.</param>
public sealed class CopyRefusedException(string message) : StorageException(message, null);
