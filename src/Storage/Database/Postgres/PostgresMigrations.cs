using System.Text;
using Npgsql;

namespace Tthc.Storage.Database.Postgres;

/// <summary>
/// Brings a store to the schema of this engine. Engines that start together wait for each other here, so each migration
/// runs once.
/// </summary>
internal static class PostgresMigrations
{
    private const string Lock = "select pg_advisory_lock(hashtextextended('tthc migrations', 0))";

    private const string Exists = "select to_regclass('tthc.schema_migration') is not null";

    private const string CreateTables = """
        create schema if not exists tthc;
        create table if not exists schema_migration (
            number     integer primary key,
            name       text not null,
            checksum   text not null,
            applied_at bigint not null
        );
        create table if not exists meta (name text primary key, value text not null);
        """;

    private const string InsertApplied =
        "insert into schema_migration (number, name, checksum, applied_at) values ($1, $2, $3, $4)";

    /// <summary>The migrations that a store has not been through; nothing is changed.</summary>
    /// <exception cref="NewerSchemaException">The store is ahead of this engine.</exception>
    /// <exception cref="MigrationChangedException">A migration was edited after it had been applied.</exception>
    public static async Task<List<Migration>> MissingAsync(NpgsqlConnection connection, string store) =>
        Migration.Missing(Migration.Postgres, await ReadAppliedAsync(connection), store);

    /// <summary>Applies what is missing, each migration in its own transaction, with the rights of the connection.</summary>
    public static async Task ApplyAsync(NpgsqlConnection connection, PostgresOptions options, string store)
    {
        await RunAsync(connection, "set lock_timeout = 0");
        await RunAsync(connection, Lock);
        var missing = await MissingAsync(connection, store);
        if (missing.Count == 0)
            return;
        await RunAsync(connection, CreateTables);
        foreach (var migration in missing)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await RunAsync(connection, migration.Sql);
            await using var insert = new NpgsqlCommand(InsertApplied, connection)
            {
                Parameters =
                {
                    new() { Value = migration.Number }, new() { Value = migration.Name }, new() { Value = migration.Checksum },
                    new() { Value = Instants.ToMicroseconds(options.Time.GetUtcNow()) },
                },
            };
            await insert.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        }
    }

    /// <summary>Grants the engine's group role what it needs.</summary>
    public static async Task GrantAsync(NpgsqlConnection connection)
    {
        using var resource = new StreamReader(typeof(PostgresMigrations).Assembly.GetManifestResourceStream("postgres:grants")!, Encoding.UTF8);
        await RunAsync(connection, await resource.ReadToEndAsync());
    }

    private static async Task<Dictionary<int, string>> ReadAppliedAsync(NpgsqlConnection connection)
    {
        var applied = new Dictionary<int, string>();
        await using (var exists = new NpgsqlCommand(Exists, connection))
        {
            if (await exists.ExecuteScalarAsync() is not true)
                return applied;
        }

        await using var command = new NpgsqlCommand("select number, checksum from schema_migration", connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            applied.Add(reader.GetInt32(0), reader.GetString(1));
        return applied;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
