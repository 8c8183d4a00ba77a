using Tthc.Engine.Dossiers;
using Tthc.Storage.Dossiers;
using Tthc.Storage.Feed;
using Tthc.Storage.Tests;

namespace Tthc.Engine.Tests.Dossiers;

/// <summary>Commits of concurrent calls on either database, alone and together.</summary>
public abstract class CommitPipelineContract(TestStore place) : IDisposable
{
    private readonly DossierStore _dossiers = new(place.Store);

    [Fact]
    public async Task Commits_what_comes_one_by_one_and_all_at_once()
    {
        await using (var pipeline = new CommitPipeline(_dossiers))
        {
            // Alone, alone again, then a crowd, then alone behind it.
            for (var i = 1; i <= 3; i++)
                Assert.IsType<Committed>(await pipeline.Commit(Rows.New(i))!.Value);
            var crowd = await Task.WhenAll(Enumerable.Range(4, 300).Select(i => Task.Run(async () => await pipeline.Commit(Rows.New(i), isBackground: i % 3 == 0)!.Value)));
            Assert.All(crowd, outcome => Assert.IsType<Committed>(outcome));
            Assert.IsType<Committed>(await pipeline.Commit(Rows.New(304))!.Value);
            Assert.Equal((0, 0), (pipeline.Waiting, pipeline.WaitingBehind));
        }

        var events = (await new FeedStore(place.Store).ReadAsync(0, 1_000, FeedFilter.All)).Events;
        Assert.Equal(Enumerable.Range(1, 304).Select(i => (long)i), events.Select(e => e.Recorded.Position));
        Assert.Equal(Enumerable.Range(1, 304).Select(i => (long)i), events.Select(e => e.Recorded.DossierId).Order());
    }

    [Fact]
    public async Task Tells_a_lost_race_to_who_lost_it_and_goes_on()
    {
        await using var pipeline = new CommitPipeline(_dossiers);
        Assert.IsType<Committed>(await pipeline.Commit(Rows.New(1))!.Value);

        Assert.IsType<VersionConflict>(await pipeline.Commit(Rows.Unit(Rows.Write(Rows.Dossier(1, 9))))!.Value);
        Assert.IsType<Committed>(await pipeline.Commit(Rows.Unit(Rows.Write(Rows.Dossier(1, 2))))!.Value);
    }

    [Fact]
    public async Task Fails_a_commit_alone_when_the_store_is_gone_and_ends_all_the_same()
    {
        await using var pipeline = new CommitPipeline(_dossiers);
        Assert.IsType<Committed>(await pipeline.Commit(Rows.New(1))!.Value);
        await place.Store.DisposeAsync();

        for (var i = 2; i <= 4; i++)
            await Assert.ThrowsAnyAsync<Exception>(async () => await pipeline.Commit(Rows.New(i))!.Value);
    }

    [Fact]
    public async Task Tells_of_each_batch_once()
    {
        var told = new List<long>();
        await using (var pipeline = new CommitPipeline(_dossiers))
        {
            pipeline.Committed += news => told.Add(news.Position);
            await Task.WhenAll(Enumerable.Range(1, 50).Select(i => Task.Run(async () => await pipeline.Commit(Rows.New(i))!.Value)));
        }

        Assert.Equal(told.Distinct().Order(), told);
        Assert.Equal(50, told[^1]);
    }

    public void Dispose()
    {
        place.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class SqliteCommitPipelineContract() : CommitPipelineContract(TestStore.Sqlite());

public sealed class PostgresCommitPipelineContract() : CommitPipelineContract(TestStore.Postgres());
