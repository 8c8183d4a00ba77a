using Npgsql;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;
using Tthc.Storage.Dossiers;
using Tthc.Storage.Feed;
using Tthc.Testing;
using Xunit;

namespace Tthc.Storage.Tests.Postgres;

/// <summary>Events are the legal record: by month, and out of reach for the engine once they are written.</summary>
public sealed class PostgresEventsTests : IAsyncLifetime
{
    private PostgresDatabase _database = null!;
    private PostgresStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = await PostgresDatabase.CreateAsync();
        _store = await PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = _database.Engine, OwnerConnectionString = _database.Owner });
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("update tthc.event set kind = 'other'")]
    [InlineData("delete from tthc.event")]
    [InlineData("truncate tthc.event")]
    [InlineData("delete from tthc.event_2026_07")]
    [InlineData("delete from tthc.request")]
    [InlineData("delete from tthc.dossier")]
    [InlineData("update tthc.publication set reason = 'other'")]
    [InlineData("drop table tthc.event")]
    [InlineData("create table tthc.mine (a int)")]
    public async Task Are_not_the_engines_to_change(string sql)
    {
        await new DossierStore(_store).CommitAsync([Rows.New(1)]);

        await using var source = NpgsqlDataSource.Create(_database.Engine);
        await using var command = source.CreateCommand(sql);
        var e = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, e.SqlState);
    }

    [Theory]
    [InlineData("update tthc.event set kind = 'other'")]
    [InlineData("delete from tthc.event")]
    [InlineData("truncate tthc.event")]
    [InlineData("delete from tthc.event_2026_07")]
    [InlineData("truncate tthc.event_2026_07")]
    public async Task Are_refused_to_their_owner_too(string sql)
    {
        await new DossierStore(_store).CommitAsync([Rows.New(1)]);

        var e = await Assert.ThrowsAsync<PostgresException>(() => _database.RunAsync(sql));

        Assert.Contains("append-only", e.MessageText, StringComparison.Ordinal);
        Assert.True(PostgresErrors.IsFaultOfRow(e.SqlState));
    }

    [Fact]
    public async Task Stand_each_in_the_partition_of_its_month_and_the_month_after_is_there_ahead()
    {
        var instants = new[] { "2026-07-31T23:59:59Z", "2026-08-01T00:00:00Z", "2031-12-15T00:00:00Z", "1999-02-01T00:00:00Z" };

        var outcomes = await new DossierStore(_store).CommitAsync([.. instants.Select((at, i) => RecordedAt(i + 1, at))]);

        Assert.All(outcomes, outcome => Assert.IsType<Committed>(outcome));
        Assert.Equal("event_1999_02, event_2026_07, event_2026_08, event_2031_12", await _database.ScalarAsync("""
            select string_agg(relname, ', ' order by relname) from pg_class where oid in (select tableoid from tthc.event)
            """));
        Assert.Equal(true, await _database.ScalarAsync("select to_regclass('tthc.event_2032_01') is not null"));
        Assert.Equal(4, (await new FeedStore(_store).ReadAsync(0, 10, FeedFilter.All)).Events.Length);
    }

    [Fact]
    public async Task Fail_alone_when_no_month_can_hold_them()
    {
        var outcomes = await new DossierStore(_store).CommitAsync([Rows.New(1), RecordedAt(2, "1850-01-01T00:00:00Z"), Rows.New(3)]);

        Assert.Equal(1, Assert.IsType<Committed>(outcomes[0]).Position);
        Assert.IsType<StorageConstraintException>(Assert.IsType<UnitFailed>(outcomes[1]).Cause);
        Assert.Equal(2, Assert.IsType<Committed>(outcomes[2]).Position);
    }

    [Fact]
    public async Task Of_a_batch_are_written_in_one_transaction()
    {
        await new DossierStore(_store).CommitAsync([.. Enumerable.Range(1, 50).Select(i => Rows.New(i))]);

        Assert.Equal(1L, await _database.ScalarAsync("""
            select count(distinct xmin) from (
                select xmin::text from tthc.event union select xmin::text from tthc.dossier union select xmin::text from tthc.work_item
                union select xmin::text from tthc.deadline union select xmin::text from tthc.feed_head) all_rows
            """));
    }

    private static CommitUnit RecordedAt(long id, string instant) => Rows.Unit(
        Rows.Write(Rows.Dossier(id)) with { Events = [Rows.Event(1) with { RecordedAt = DateTimeOffset.Parse(instant) }] });
}
