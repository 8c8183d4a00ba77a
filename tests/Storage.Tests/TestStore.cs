using Npgsql;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;
using Tthc.Storage.Database.Sqlite;
using Tthc.Testing;

namespace Tthc.Storage.Tests;

/// <summary>An empty store for one test. A contract suite is run against each kind there is.</summary>
public sealed class TestStore : IDisposable
{
    // Migrated once; a copy of it takes a fraction of the time.
    private static readonly Lazy<Task<string>> s_template = new(MakeTemplateAsync);

    private readonly Func<string, Task> _runAsOwner;
    private readonly IAsyncDisposable _place;

    private TestStore(Store store, Func<string, Task> runAsOwner, IAsyncDisposable place) =>
        (Store, _runAsOwner, _place) = (store, runAsOwner, place);

    public Store Store { get; }

    public static TestStore Sqlite()
    {
        var folder = new TemporaryFolder();
        var store = SqliteStore.Open(new SqliteOptions { Path = folder.File("store.db") });
        return new TestStore(store, async sql => await store.WriteAsync(session => session.RunAsync(sql), default), folder);
    }

    /// <summary>With the rights of the engine only.</summary>
    public static TestStore Postgres() => Task.Run(PostgresAsync).GetAwaiter().GetResult();

    /// <summary>Runs a statement with every right there is; what the database refuses comes as the store tells it.</summary>
    public Task RunAsOwnerAsync(string sql) => _runAsOwner(sql);

    public void Dispose() => Task.Run(async () =>
    {
        await Store.DisposeAsync();
        await _place.DisposeAsync();
    }).GetAwaiter().GetResult();

    private static async Task<TestStore> PostgresAsync()
    {
        var database = await PostgresDatabase.CreateAsync(await s_template.Value);
        var store = await PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = database.Engine });
        return new TestStore(store, sql => RunAsOwnerAsync(database, sql), database);
    }

    private static async Task RunAsOwnerAsync(PostgresDatabase database, string sql)
    {
        try
        {
            await database.RunAsync("set search_path = tthc; " + sql);
        }
        catch (PostgresException e)
        {
            throw PostgresErrors.From(e, database.Name);
        }
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var database = await PostgresDatabase.CreateAsync();
        var options = new PostgresOptions { ConnectionString = database.Engine, OwnerConnectionString = database.Owner };
        await (await PostgresStore.OpenAsync(options)).DisposeAsync();
        await database.RunAsync("delete from tthc.meta");
        return database.Name;
    }
}
