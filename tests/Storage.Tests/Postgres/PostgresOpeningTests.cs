using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;
using Tthc.Storage.Dossiers;
using Tthc.Testing;
using Xunit;

namespace Tthc.Storage.Tests.Postgres;

public sealed class PostgresOpeningTests : IAsyncLifetime
{
    private PostgresDatabase _database = null!;

    public async Task InitializeAsync() => _database = await PostgresDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Migrates_once_when_several_engines_start_together()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => OpenAsync())));

        Assert.Single(stores.Select(store => store.Meta).Distinct());
        Assert.Equal(Migration.Postgres[^1].Number, stores[0].Meta.SchemaVersion);
        Assert.Equal((long)Migration.Postgres.Count, await _database.ScalarAsync("select count(*) from tthc.schema_migration"));
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task Finds_what_was_committed_after_opening_again()
    {
        StoreMeta first;
        await using (var store = await OpenAsync())
        {
            first = store.Meta;
            await new DossierStore(store).CommitAsync([Rows.New(1)]);
        }

        await using var again = await PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = _database.Engine });
        Assert.Equal(first, again.Meta);
        Assert.NotNull(await new DossierStore(again).LoadAsync(1));
        Assert.Equal(0L, await _database.ScalarAsync("select count(*) from tthc.commit_mark"));
    }

    [Fact]
    public async Task Gives_the_engines_seat_to_one_at_a_time()
    {
        var options = new PostgresOptions { ConnectionString = _database.Engine, OwnerConnectionString = _database.Owner, SeatPatience = TimeSpan.Zero };
        await using (await PostgresStore.OpenAsync(options))
            await Assert.ThrowsAsync<StoreInUseException>(() => PostgresStore.OpenAsync(options));

        await using var next = await PostgresStore.OpenAsync(options with { SeatPatience = TimeSpan.FromSeconds(30) });
        Assert.True(next.Meta.SchemaVersion > 0);
    }

    [Fact]
    public async Task Needs_no_second_role_where_the_engine_owns_the_schema()
    {
        await using var store = await PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = _database.Owner });

        Assert.IsType<Committed>((await new DossierStore(store).CommitAsync([Rows.New(1)]))[0]);
    }

    [Fact]
    public async Task Says_what_to_do_when_the_engine_may_not_make_the_schema()
    {
        var e = await Assert.ThrowsAsync<SchemaOwnerNeededException>(
            () => PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = _database.Engine }));

        Assert.Contains("Storage:OwnerConnectionString", e.Message, StringComparison.Ordinal);
        Assert.Contains(_database.Name, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_the_store_of_a_newer_engine()
    {
        await (await OpenAsync()).DisposeAsync();
        await _database.RunAsync("insert into tthc.schema_migration values (9999, '9999-later', 'x', 0)");

        var e = await Assert.ThrowsAsync<NewerSchemaException>(() => OpenAsync());

        Assert.Equal((9999, Migration.Postgres[^1].Number), (e.Found, e.Known));
    }

    [Fact]
    public async Task Refuses_a_store_that_went_through_another_version_of_a_migration()
    {
        await (await OpenAsync()).DisposeAsync();
        await _database.RunAsync("update tthc.schema_migration set checksum = 'other' where number = 2");

        Assert.Equal("0002-rules", (await Assert.ThrowsAsync<MigrationChangedException>(() => OpenAsync())).Migration);
    }

    [Fact]
    public async Task Refuses_the_other_clock()
    {
        await (await OpenAsync()).DisposeAsync();

        var e = await Assert.ThrowsAsync<ClockMismatchException>(() => OpenAsync(StoreClock.Simulated));

        Assert.Equal((StoreClock.Real, StoreClock.Simulated), (e.Stored, e.Asked));
    }

    [Fact]
    public async Task Tells_of_a_database_that_is_not_there_without_telling_the_password()
    {
        var there = PostgresCluster.AdministratorOf("nowhere") + ";Password=s3cret";

        var e = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = there }));

        Assert.Contains("nowhere", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db;Username=tthc;Password=s3cret", null)]
    [InlineData("Username=tthc", "names no Host")]
    [InlineData("Host=db", "names no Username")]
    [InlineData("s3cret", "is not of the form Host=…;Database=…;Username=…")]
    [InlineData("Host=db;Username=tthc;Port=s3cret", "is not of the form Host=…;Database=…;Username=…")]
    public void Tells_a_mistake_in_a_connection_string_without_repeating_it(string text, string? mistake) =>
        Assert.Equal(mistake, PostgresOptions.MistakeIn(text));

    private Task<PostgresStore> OpenAsync(StoreClock clock = StoreClock.Real) => PostgresStore.OpenAsync(
        new PostgresOptions { ConnectionString = _database.Engine, OwnerConnectionString = _database.Owner, Clock = clock });
}
