using Tthc.Storage.Database;

namespace Tthc.Storage.Tests;

/// <summary>An empty store for one test. A contract suite is run against each kind there is.</summary>
public sealed class TestStore : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private TestStore() => File = StoreFile.Open(new StoreOptions { Path = _folder.File("store.db") });

    public StoreFile File { get; }

    public static TestStore Sqlite() => new();

    public void Dispose()
    {
        File.Dispose();
        _folder.Dispose();
    }
}
