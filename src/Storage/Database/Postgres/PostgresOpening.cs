using Npgsql;

namespace Tthc.Storage.Database.Postgres;

/// <summary>What has to hold before a PostgreSQL store is used: the server, the schema, the rights.</summary>
internal static class PostgresOpening
{
    private const int OldestServer = 15;

    private const string CreateRole = """
        do $$
        begin
            if not exists (select from pg_roles where rolname = 'tthc_engine') then
                create role tthc_engine nologin;
            end if;
        exception when duplicate_object or unique_violation then
            null;
        end
        $$
        """;

    private const string GrantToEngine = """
        select case when pg_has_role($1, 'tthc_engine', 'member') then '' else format('grant tthc_engine to %I', $1) end
        """;

    /// <summary>Brings the schema to this engine's, with the owner's rights where they are given.</summary>
    public static async Task PrepareAsync(PostgresOptions options, string store)
    {
        await using var source = PostgresConnections.ForMigrations(options.OwnerConnectionString ?? options.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        if (connection.PostgreSqlVersion.Major < OldestServer)
            throw new NotAStoreException($"The store '{store}' is on PostgreSQL {connection.PostgreSqlVersion}; this engine needs {OldestServer} or newer.");
        if (options.OwnerConnectionString is not null)
            await PrepareAsOwnerAsync(connection, options, store);
        else if ((await PostgresMigrations.MissingAsync(connection, store)).Count > 0)
            await MigrateAsync(connection, options, store);
    }

    /// <exception cref="ClockMismatchException">The store keeps time by the other clock.</exception>
    public static async Task<StoreMeta> ReadOrCreateMetaAsync(StoreSession session, PostgresOptions options, string store)
    {
        foreach (var (name, value) in StoreMeta.Fresh(options.Time.GetUtcNow(), options.Clock))
            await session.RunAsync(StoreMeta.PutSql, ("@name", name), ("@value", value));
        var values = await session.QueryAsync(StoreMeta.AllSql).AllAsync(reader => (Name: reader.GetString(0), Value: reader.GetString(1)));
        var schema = Convert.ToInt32(await session.QueryAsync(StoreMeta.SchemaSql).ScalarAsync());
        return StoreMeta.Read(values.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal), schema, options.Clock, store);
    }

    private static async Task MigrateAsync(NpgsqlConnection connection, PostgresOptions options, string store)
    {
        try
        {
            await PostgresMigrations.ApplyAsync(connection, options, store);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new SchemaOwnerNeededException(store, $"{e.MessageText}. Start the engine once with Storage:OwnerConnectionString, as a role that may create the schema", e);
        }
    }

    private static async Task PrepareAsOwnerAsync(NpgsqlConnection connection, PostgresOptions options, string store)
    {
        await MigrateAsync(connection, options, store);
        await NeedAsync(connection, CreateRole, "create role tthc_engine nologin", store);
        await PostgresMigrations.GrantAsync(connection);
        await using var ask = new NpgsqlCommand(GrantToEngine, connection)
        {
            Parameters = { new() { Value = new NpgsqlConnectionStringBuilder(options.ConnectionString).Username! } },
        };
        if (await ask.ExecuteScalarAsync() is string { Length: > 0 } grant)
            await NeedAsync(connection, grant, grant, store);
    }

    private static async Task NeedAsync(NpgsqlConnection connection, string sql, string told, string store)
    {
        try
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new SchemaOwnerNeededException(store, $"{e.MessageText}. Run as an administrator of the server: {told};", e);
        }
    }
}
