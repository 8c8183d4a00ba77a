using System.Collections.Immutable;
using System.Data.Common;
using Npgsql;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;
using Tthc.Storage.Database.Sqlite;

namespace Tthc.Storage.Maintenance;

/// <summary>What a store is and holds, read without changing anything; an engine may be running on it.</summary>
public sealed record StoreSummary
{
    private const string CountSql = "select (select count(*) from dossier), (select count(*) from dossier where ended_at is null), (select position from feed_head where id = 1)";

    private const string EnginesSql =
        $"select count(distinct coalesce(client_addr::text, '')) from pg_stat_activity where datname = current_database() and application_name = '{PostgresConnections.EngineName}'";

    /// <summary>Where it is; no secret.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the newest migration it went through; 0: none.</summary>
    public required int Schema { get; init; }

    /// <summary>Names of the migrations of this version that it has not been through, in order.</summary>
    public required ImmutableArray<string> Missing { get; init; }

    /// <summary>Given once, when it was made; empty before an engine opened it.</summary>
    public required string StoreId { get; init; }

    /// <summary>Which time its instants are in; null before an engine opened it.</summary>
    public required StoreClock? Clock { get; init; }

    /// <summary>The store from which a copy into it was begun and not finished; null: none.</summary>
    public required string? CopyOf { get; init; }

    /// <summary>Dossiers.</summary>
    public long Dossiers { get; init; }

    /// <summary>Of them open.</summary>
    public long Open { get; init; }

    /// <summary>Events.</summary>
    public long Events { get; init; }

    /// <summary>Size on the disk.</summary>
    public long Bytes { get; init; }

    /// <summary>Machines with engines on it, as far as they have connections; of an embedded store, 1 when one owns it.</summary>
    public int Engines { get; init; }

    /// <summary>Of an embedded store.</summary>
    /// <param name="file">The database file.</param>
    /// <exception cref="StorageException">It cannot be read, or is none.</exception>
    public static async Task<StoreSummary> OfFileAsync(string file)
    {
        if (!File.Exists(file))
            throw new NotAStoreException($"There is no store at '{file}'.");
        try
        {
            using var connection = SqliteOpening.OpenReader(new SqliteOptions { Path = file });
            if (Convert.ToInt32(connection.Scalar("pragma application_id")) != SqliteMeta.ApplicationId)
                throw new NotAStoreException($"The file '{file}' is not a store of this engine.");
            var summary = await ReadAsync(connection, file, Migration.Sqlite);
            var sizes = new[] { file, file + "-wal" }.Where(File.Exists).Sum(f => new FileInfo(f).Length);
            return summary with { Bytes = sizes, Engines = StoreLock.IsHeld(file) ? 1 : 0 };
        }
        catch (Microsoft.Data.Sqlite.SqliteException e)
        {
            throw SqliteErrors.From(e, file);
        }
    }

    /// <summary>Of a store in PostgreSQL.</summary>
    /// <param name="connectionString">The database, as a role that may read it.</param>
    /// <exception cref="StorageException">It cannot be reached or read.</exception>
    public static async Task<StoreSummary> OfPostgresAsync(string connectionString)
    {
        var name = PostgresConnections.NameOf(connectionString);
        try
        {
            await using var source = PostgresConnections.ForMigrations(PostgresConnections.Maintenance(connectionString));
            await using var connection = await source.OpenConnectionAsync();
            var summary = await ReadAsync(connection, name, Migration.Postgres);
            return summary with
            {
                Bytes = Convert.ToInt64(await ScalarAsync(connection, "select pg_database_size(current_database())")),
                Engines = Convert.ToInt32(await ScalarAsync(connection, EnginesSql)),
            };
        }
        catch (Exception e) when (PostgresErrors.IsOurs(e))
        {
            throw PostgresErrors.From(e, name);
        }
    }

    private static async Task<StoreSummary> ReadAsync(DbConnection connection, string name, IReadOnlyList<Migration> known)
    {
        var tables = connection is NpgsqlConnection
            ? "select count(*) from information_schema.tables where table_schema = 'tthc' and table_name in ('schema_migration', 'meta')"
            : "select count(*) from sqlite_master where type = 'table' and name in ('schema_migration', 'meta')";
        if (Convert.ToInt32(await ScalarAsync(connection, tables)) < 2)
            return new StoreSummary { Name = name, Schema = 0, Missing = [.. known.Select(m => m.Name)], StoreId = "", Clock = null, CopyOf = null };
        var applied = await PairsAsync(connection, "select number, checksum from schema_migration");
        var missing = Migration.Missing(known, applied.ToDictionary(p => Convert.ToInt32(p.Item1), p => (string)p.Item2), name);
        var meta = (await PairsAsync(connection, StoreMeta.AllSql)).ToDictionary(p => (string)p.Item1, p => (string)p.Item2, StringComparer.Ordinal);
        var summary = new StoreSummary
        {
            Name = name,
            Schema = applied.Count == 0 ? 0 : applied.Max(p => Convert.ToInt32(p.Item1)),
            Missing = [.. missing.Select(m => m.Name)],
            StoreId = meta.GetValueOrDefault("store-id", ""),
            Clock = meta.TryGetValue("clock", out var clock) ? clock == "simulated" ? StoreClock.Simulated : StoreClock.Real : null,
            CopyOf = meta.GetValueOrDefault(StoreMeta.Copying),
        };
        return applied.Count == 0 ? summary : await CountAsync(connection, summary);
    }

    private static async Task<StoreSummary> CountAsync(DbConnection connection, StoreSummary summary)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = CountSql;
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return summary with { Dossiers = reader.GetInt64(0), Open = reader.GetInt64(1), Events = reader.GetInt64(2) };
    }

    private static async Task<List<(object, object)>> PairsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var pairs = new List<(object, object)>();
        while (await reader.ReadAsync())
            pairs.Add((reader.GetValue(0), reader.GetValue(1)));
        return pairs;
    }

    private static async Task<object?> ScalarAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
