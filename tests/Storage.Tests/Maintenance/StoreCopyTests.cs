using Npgsql;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;
using Tthc.Storage.Database.Sqlite;
using Tthc.Storage.Deadlines;
using Tthc.Storage.Dossiers;
using Tthc.Storage.Feed;
using Tthc.Storage.Maintenance;
using Tthc.Testing;
using Xunit;

namespace Tthc.Storage.Tests.Maintenance;

#pragma warning disable CA1001 // Disposed by DisposeAsync.
public sealed class StoreCopyTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private const int Dossiers = 3_000;
    private readonly TemporaryFolder _folder = new();
    private PostgresDatabase _database = null!;

    private string Source => _folder.File("tthc.db");

    // Over the network, as most databases are reached: sessions have addresses then.
    private string Target => new NpgsqlConnectionStringBuilder(_database.Owner) { Host = "127.0.0.1" }.ConnectionString;

    public async Task InitializeAsync() => _database = await PostgresDatabase.CreateAsync();

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Moves_a_store_whole_and_lets_the_engine_go_on_there()
    {
        var id = await MakeSourceAsync();

        var rows = await CopyAsync();

        Assert.Equal(Dossiers + 1, rows.Single(r => r.Table == "dossier").Rows);
        await using var store = await PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = _database.Engine, OwnerConnectionString = _database.Owner });
        Assert.Equal(id, store.Meta.StoreId);
        var (there, deadlines) = (new DossierStore(store), new DeadlineStore(store));
        Assert.Equal(2, (await there.LoadAsync(1))!.Version);
        Assert.Equal("received", (await there.LoadEventsAsync(1, 1, null, 10))[0].Event.Kind[^8..]);
        Assert.NotNull(await there.FindRequestAsync("request-1"));
        // The next act stands behind the last one, the next identity beyond all that were given.
        var committed = Assert.IsType<Committed>((await there.CommitAsync([Rows.Unit(Rows.Write(Rows.Dossier(1, 3)))]))[0]);
        Assert.Equal(Dossiers + 3, committed.Position);
        Assert.True(await new DossierIds(store).NextAsync() > Dossiers);
        Assert.Equal(Dossiers + 3, (await new FeedStore(store).HeadAsync()));
        Assert.True((await StoreSummary.OfPostgresAsync(_database.Owner)).Missing.IsEmpty);
    }

    [Fact]
    public async Task Goes_on_where_it_was_broken_off_and_is_opened_by_no_engine_before()
    {
        await MakeSourceAsync();
        using var broken = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new StoreCopy(Source, Target, progress =>
        {
            if (progress.Table == "event")
                broken.Cancel();
        }).RunAsync(broken.Token));

        await Assert.ThrowsAsync<CopyUnfinishedException>(() => PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = _database.Owner }));
        Assert.NotNull((await StoreSummary.OfPostgresAsync(_database.Owner)).CopyOf);
        var first = 0L;
        await new StoreCopy(Source, Target, progress => first = progress.Table == "event" && first == 0 ? progress.Rows : first).RunAsync(CancellationToken.None);
        Assert.True(first > 2_000);
        await (await PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = _database.Owner })).DisposeAsync();
    }

    [Fact]
    public async Task Tells_that_the_copy_is_not_the_source()
    {
        await MakeSourceAsync();
        var changed = false;

        var refused = await Assert.ThrowsAsync<CopyRefusedException>(() => new StoreCopy(Source, Target, progress =>
        {
            if (progress.Table != "work_item" || changed)
                return;
            changed = true;
            Task.Run(() => _database.RunAsync("update tthc.dossier set state = 'x' where id = 7")).GetAwaiter().GetResult();
        }).RunAsync(CancellationToken.None));

        Assert.Contains("dossier", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<CopyUnfinishedException>(() => PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = _database.Owner }));
    }

    [Fact]
    public async Task Copies_neither_over_a_store_nor_from_one_in_use()
    {
        await MakeSourceAsync();
        using (SqliteStore.Open(new SqliteOptions { Path = Source }))
            await Assert.ThrowsAsync<StoreInUseException>(CopyAsync);
        await using (var store = await PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = Target }))
        {
            await Assert.ThrowsAsync<StoreInUseException>(CopyAsync);
            await new DossierStore(store).CommitAsync([Rows.New(1)]);
        }

        var refused = await Assert.ThrowsAsync<CopyRefusedException>(CopyAsync);

        Assert.Contains("1 dossiers", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_what_is_wrong_with_a_store()
    {
        await MakeSourceAsync();
        await using var store = SqliteStore.Open(new SqliteOptions { Path = Source });
        Assert.Empty(await new StoreScan(store).FaultsAsync([8, 10], CancellationToken.None));

        await store.WriteAsync(session => session.RunAsync("update feed_head set position = position + 1"), default);
        await store.WriteAsync(session => session.RunAsync("insert into request (request_id, body_hash, dossier_id, version) values ('stray', x'00', 999999, 1)"), default);

        var faults = await new StoreScan(store).FaultsAsync([8, 10], CancellationToken.None);
        Assert.Equal(2, faults.Length);
        var seen = 0;
        await foreach (var (row, events, _, _) in new StoreScan(store).DossiersAsync(CancellationToken.None))
        {
            seen++;
            Assert.Equal(row.Version, events.Length);
        }
        Assert.Equal(Dossiers + 1, seen);
    }

    private async Task<System.Collections.Immutable.ImmutableArray<CopiedRows>> CopyAsync() => await new StoreCopy(Source, Target, _ => { }).RunAsync(CancellationToken.None);

    /// <summary>Dossiers with events over several months, work items, deadlines, requests, a signal, a code; and one that has come two steps.</summary>
    private async Task<Guid> MakeSourceAsync()
    {
        await using var store = SqliteStore.Open(new SqliteOptions { Path = Source });
        var (dossiers, ids) = (new DossierStore(store), new DossierIds(store));
        while (await ids.NextAsync() < Dossiers)
        {
            // Identities are given out in blocks.
        }
        foreach (var batch in Enumerable.Range(1, Dossiers).Chunk(500))
            await dossiers.CommitAsync([.. batch.Select(i =>
            {
                var write = Rows.Write(Rows.Dossier(i, 1, $"H34.15-{i:00000}"));
                return Rows.Unit(write with { Events = [Rows.Event(1, "dossier-received") with { RecordedAt = Rows.Noon.AddHours(i) }] }, $"request-{i}");
            })]);
        var unit = Rows.Unit(Rows.Write(Rows.Dossier(1, 2, "H34.15-00001"))) with { Signals = [new SignalRow("child-ended:1:2", 2, "child-ended", [1, 2, 3])] };
        await dossiers.CommitAsync([unit, Rows.New(Dossiers + 1)]);
        return store.Meta.StoreId;
    }
}
