using Npgsql;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;
using Tthc.Storage.Dossiers;
using Tthc.Storage.Feed;
using Tthc.Testing;
using Xunit;

namespace Tthc.Storage.Tests.Postgres;

/// <summary>A connection that breaks in the middle: nothing is told as written that is not, and nothing is written twice.</summary>
public sealed class PostgresFailureTests : IAsyncLifetime, IDisposable
{
    private const string Engines = $"from pg_stat_activity where datname = current_database() and usename = '{PostgresCluster.EngineRole}'";

    private PostgresDatabase _database = null!;
    private ReplyLossProxy _way = null!;
    private PostgresStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = await PostgresDatabase.CreateAsync();
        _way = new ReplyLossProxy(_database.Engine);
        _store = await PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = _way.ConnectionString, OwnerConnectionString = _database.Owner });
        Assert.IsType<Committed>((await new DossierStore(_store).CommitAsync([Rows.New(1)]))[0]);
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _database.DisposeAsync();
    }

    public void Dispose() => _way.Dispose();

    [Fact]
    public async Task Carries_out_a_batch_again_whose_connection_was_killed_before_the_commit()
    {
        var kills = 0;
        var unit = Building(() => { if (kills++ == 0) Kill(); });

        var committed = Assert.IsType<Committed>((await new DossierStore(_store).CommitAsync([unit]))[0]);

        Assert.Equal(2, committed.Position);
        await RequireOnceAsync();
    }

    [Fact]
    public async Task Tells_the_store_is_away_when_it_stays_so_and_works_again_afterwards()
    {
        var e = await Assert.ThrowsAsync<StorageUnavailableException>(
            async () => await new DossierStore(_store).CommitAsync([Building(Kill)]));

        Assert.Contains(_store.Name, e.Message, StringComparison.Ordinal);
        Assert.Null(await new DossierStore(_store).LoadAsync(2));
        Assert.Equal(2, Assert.IsType<Committed>((await new DossierStore(_store).CommitAsync([Rows.New(2)]))[0]).Position);
        await RequireOnceAsync();
    }

    [Fact]
    public async Task Finds_out_that_a_commit_landed_whose_answer_was_lost()
    {
        var commit = new DossierStore(_store).CommitAsync([Building(_way.Swallow), Rows.New(3)]).AsTask();
        while (await _database.ScalarAsync("select count(*) from tthc.dossier where id = 2") is not 1L)
            Assert.False(commit.IsCompleted);
        _way.Break();

        var outcomes = await commit;

        Assert.Equal([2L, 3L], outcomes.Select(outcome => Assert.IsType<Committed>(outcome).Position));
        await RequireOnceAsync();
    }

    [Fact]
    public async Task Carries_out_a_batch_again_whose_commit_was_sent_and_did_not_land()
    {
        await using var source = NpgsqlDataSource.Create(_database.Owner);
        await using var holder = await source.OpenConnectionAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select from tthc.feed_head for update", holder))
            await hold.ExecuteNonQueryAsync();
        var commit = new DossierStore(_store).CommitAsync([Rows.New(2)]).AsTask();
        while (await _database.ScalarAsync($"select count(pg_terminate_backend(pid)) {Engines} and wait_event_type = 'Lock'") is not 1L)
            Assert.False(commit.IsCompleted);
        await transaction.RollbackAsync();

        Assert.Equal(2, Assert.IsType<Committed>((await commit)[0]).Position);
        await RequireOnceAsync();
    }

    [Fact]
    public async Task Says_that_the_outcome_is_unknown_when_the_database_cannot_be_asked()
    {
        await using var store = await PostgresStore.OpenAsync(
            new PostgresOptions { ConnectionString = _way.ConnectionString, ResolveTimeout = TimeSpan.Zero });
        // So that the month of the events is known to be there and nothing else is asked in between.
        await new DossierStore(store).CommitAsync([Rows.New(9)]);
        var commit = new DossierStore(store).CommitAsync([Building(_way.Swallow)]).AsTask();
        while (await _database.ScalarAsync("select count(*) from tthc.dossier where id = 2") is not 1L)
            Assert.False(commit.IsCompleted);
        _way.Dispose();

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => commit);
    }

    [Fact]
    public async Task Reads_again_on_a_connection_that_still_lives()
    {
        var store = new DossierStore(_store);
        Assert.NotNull(await store.LoadAsync(1));
        Kill();

        Assert.NotNull(await store.LoadAsync(1));
        Assert.Equal(1, await new FeedStore(_store).HeadAsync());
    }

    [Theory]
    [InlineData("53100", typeof(StorageFullException))]
    [InlineData("53300", typeof(StorageUnavailableException))]
    [InlineData("57P01", typeof(StorageUnavailableException))]
    [InlineData("25006", typeof(StorageReadOnlyException))]
    [InlineData("42501", typeof(StorageReadOnlyException))]
    [InlineData("XX001", typeof(StorageCorruptException))]
    [InlineData("23505", typeof(StorageConstraintException))]
    [InlineData("22021", typeof(StorageConstraintException))]
    [InlineData("54000", typeof(StorageConstraintException))]
    public void Names_each_cause_by_a_type_of_its_own(string state, Type expected) =>
        Assert.IsType(expected, PostgresErrors.From(state, "text", "store"));

    // Runs between the two round trips of the commit.
    private static CommitUnit Building(Action inBetween) => new()
    {
        Request = new RequestRow("request-2", [1], 2, 1),
        CodedWrites =
        [
            new CodedWrite(new CodeRequest("H34.15", new DateOnly(2026, 7, 1), CodeSeries.Dossier), number =>
            {
                inBetween();
                return Rows.Write(Rows.Dossier(2, 1, $"code-{number}"));
            }),
        ],
    };

    private void Kill() => Task.Run(() => _database.ScalarAsync($"select count(pg_terminate_backend(pid, 10000)) {Engines}")).GetAwaiter().GetResult();

    private async Task RequireOnceAsync()
    {
        Assert.Single(await new DossierStore(_store).LoadEventsAsync(2, 1, null, 10));
        var positions = (await new FeedStore(_store).ReadAsync(0, 10, FeedFilter.All)).Events.Select(e => e.Recorded.Position).ToList();
        Assert.Equal(Enumerable.Range(1, positions.Count).Select(i => (long)i), positions);
    }
}
