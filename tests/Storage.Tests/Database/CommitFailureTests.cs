using Microsoft.Data.Sqlite;
using SQLitePCL;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Sqlite;
using Tthc.Storage.Dossiers;
using Tthc.Storage.Feed;
using Xunit;

namespace Tthc.Storage.Tests.Database;

/// <summary>A batch that fails as a whole leaves nothing, and the store works again when the cause is gone.</summary>
public sealed class CommitFailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("store.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tells_of_a_full_disk_and_goes_on_when_there_is_space()
    {
        using var file = SqliteStore.Open(new SqliteOptions { Path = Path, MaxBytes = 400 * 1024 });
        var store = new DossierStore(file);
        var next = 1L;
        while (await CommitsAsync(store, next))
            next++;

        Assert.Null(await store.LoadAsync(next));
        Assert.Equal(next - 1, await new FeedStore(file).HeadAsync());
        Assert.NotNull(await store.LoadAsync(next - 1));

        await file.WriteAsync(session => session.QueryAsync("pragma max_page_count = 1000000").ScalarAsync(), default);
        Assert.Equal(next, Assert.IsType<Committed>((await store.CommitAsync([Large(next)]))[0]).Position);
    }

    [Fact]
    public async Task Tells_of_another_program_that_holds_the_file_and_goes_on_when_it_lets_go()
    {
        using var file = SqliteStore.Open(new SqliteOptions { Path = Path, BusyTimeout = TimeSpan.Zero });
        var store = new DossierStore(file);
        using (var other = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            other.Open();
            using var transaction = other.BeginTransaction();
            var e = await Assert.ThrowsAsync<StorageUnavailableException>(async () => await store.CommitAsync([Rows.New(1)]));
            Assert.Contains(Path, e.Message, StringComparison.Ordinal);
            Assert.Null(await store.LoadAsync(1));
        }

        Assert.IsType<Committed>((await store.CommitAsync([Rows.New(1)]))[0]);
    }

    [Theory]
    [InlineData(raw.SQLITE_FULL, typeof(StorageFullException))]
    [InlineData(raw.SQLITE_IOERR | (3 << 8), typeof(StorageUnavailableException))]
    [InlineData(raw.SQLITE_CANTOPEN, typeof(StorageUnavailableException))]
    [InlineData(raw.SQLITE_BUSY, typeof(StorageUnavailableException))]
    [InlineData(raw.SQLITE_READONLY | (4 << 8), typeof(StorageReadOnlyException))]
    [InlineData(raw.SQLITE_PERM, typeof(StorageReadOnlyException))]
    [InlineData(raw.SQLITE_CORRUPT, typeof(StorageCorruptException))]
    [InlineData(raw.SQLITE_NOTADB, typeof(NotAStoreException))]
    [InlineData(raw.SQLITE_CONSTRAINT | (8 << 8), typeof(StorageConstraintException))]
    public void Names_each_cause_by_a_type_of_its_own(int code, Type expected) =>
        Assert.IsType(expected, SqliteErrors.From(code, "text", "file.db"));

    private static async Task<bool> CommitsAsync(DossierStore store, long id)
    {
        try
        {
            return (await store.CommitAsync([Large(id)]))[0] is Committed;
        }
        catch (StorageFullException)
        {
            return false;
        }
    }

    private static CommitUnit Large(long id) =>
        Rows.Unit(Rows.Write(Rows.Dossier(id) with { State = new byte[10_000] }));
}
