using Tthc.Storage.Database;
using Tthc.Storage.Database.Sqlite;

namespace Tthc.Storage.Tests;

/// <summary>An empty store for one test. A contract suite is run against each kind there is.</summary>
public sealed class TestStore : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private TestStore() => Store = SqliteStore.Open(new SqliteOptions { Path = _folder.File("store.db") });

    public Store Store { get; }

    public static TestStore Sqlite() => new();

    public void Dispose()
    {
        Store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _folder.Dispose();
    }
}
