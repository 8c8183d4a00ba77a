using Npgsql;

namespace Tthc.Testing;

/// <summary>A database of its own for one test, gone after it.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable
{
    private PostgresDatabase(string name) => Name = name;

    public string Name { get; }

    /// <summary>As the owner of the schema.</summary>
    public string Owner => PostgresCluster.AdministratorOf(Name);

    /// <summary>As the engine: with no rights but those the owner granted.</summary>
    public string Engine => new NpgsqlConnectionStringBuilder(Owner) { Username = PostgresCluster.EngineRole }.ConnectionString;

    public static async Task<PostgresDatabase> CreateAsync(string template = "template0")
    {
        var database = new PostgresDatabase("t" + Guid.NewGuid().ToString("N"));
        await PostgresCluster.RunAsync($"create database {database.Name} template {template}");
        return database;
    }

    public Task RunAsync(string sql) => PostgresCluster.RunAsync(sql, Name);

    public Task<object?> ScalarAsync(string sql) => PostgresCluster.ScalarAsync(sql, Name);

    public async ValueTask DisposeAsync() => await PostgresCluster.RunAsync($"drop database {Name} with (force)");
}
