using Npgsql;

namespace Tthc.Testing;

/// <summary>
/// The PostgreSQL cluster that tests run on: the one <c>TTHC_TEST_POSTGRES</c> names (test.sh starts it), else one of this
/// process's own, which ends with it.
/// </summary>
internal static class PostgresCluster
{
    public const string Variable = "TTHC_TEST_POSTGRES";

    /// <summary>A role that may log in and has no rights but the engine's.</summary>
    public const string EngineRole = "tthc_test_engine";

    private const string Roles = $"""
        do $$
        begin
            create role tthc_engine nologin;
        exception when duplicate_object or unique_violation then null;
        end
        $$;
        do $$
        begin
            create role {EngineRole} login in role tthc_engine;
        exception when duplicate_object or unique_violation then null;
        end
        $$;
        """;

    private static readonly Lazy<string> s_administrator = new(Find);

    /// <summary>Connection string of an administrator of the cluster, to one of its databases.</summary>
    public static string AdministratorOf(string database) =>
        new NpgsqlConnectionStringBuilder(s_administrator.Value) { Database = database }.ConnectionString;

    /// <summary>Runs a statement as administrator.</summary>
    public static async Task RunAsync(string sql, string database = "postgres")
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(AdministratorOf(database)) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first value of a query as administrator.</summary>
    public static async Task<object?> ScalarAsync(string sql, string database)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(AdministratorOf(database)) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private static string Find()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        var administrator = string.IsNullOrEmpty(given) ? Start() : given;
        using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(administrator) { Pooling = false });
        using var command = source.CreateCommand(Roles);
        command.ExecuteNonQuery();
        return administrator;
    }

    private static string Start()
    {
        try
        {
            return PostgresScript.Run("start", Path.Combine(Path.GetTempPath(), $"tthc-postgres-{Environment.ProcessId}"), Environment.ProcessId.ToString());
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException($"These tests need PostgreSQL: name a cluster in {Variable}, or install it. {e.Message}", e);
        }
    }
}
