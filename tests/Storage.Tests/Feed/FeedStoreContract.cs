using Tthc.Storage.Dossiers;
using Tthc.Storage.Feed;
using Xunit;

namespace Tthc.Storage.Tests.Feed;

public sealed class SqliteFeedStoreContract() : FeedStoreContract(TestStore.Sqlite());

public sealed class PostgresFeedStoreContract() : FeedStoreContract(TestStore.Postgres());

/// <summary>What every database must do for the feed.</summary>
public abstract class FeedStoreContract(TestStore test) : IDisposable
{
    private readonly DossierStore _dossiers = new(test.Store);
    private readonly FeedStore _feed = new(test.Store);

    public void Dispose()
    {
        test.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Has_no_gap_and_nothing_late_for_a_reader_beside_parallel_writers()
    {
        const int Writers = 8, Batches = 12, Units = 5;
        await _dossiers.CommitAsync([Rows.New(1_000_000)]);
        var writing = Parallel.ForEachAsync(Enumerable.Range(0, Writers * Batches), async (n, cancellation) =>
        {
            var batch = Enumerable.Range(1, Units).Select(i => Rows.New((n * Units) + i)).ToList();
            // A loser in the middle must not cost a position.
            batch.Insert(2, Rows.Unit(Rows.Write(Rows.Dossier(1_000_000, 9))));
            await _dossiers.CommitAsync(batch, cancellation);
        });

        var (positions, last) = (new List<long>(), 0L);
        while (positions.Count < 1 + (Writers * Batches * Units))
        {
            if (writing.IsFaulted)
                await writing;
            var page = await _feed.ReadAsync(last, 7, FeedFilter.All);
            positions.AddRange(page.Events.Select(e => e.Recorded.Position));
            last = page.Position;
        }

        await writing;
        Assert.Equal(Enumerable.Range(1, positions.Count).Select(i => (long)i), positions);
        Assert.Equal(positions.Count, await _feed.HeadAsync());
    }

    [Fact]
    public async Task Wants_in_memory_what_the_store_finds()
    {
        string[] agencies = ["A", "B", "C"], procedures = ["1.1", "2.2"], kinds = ["received", "settled"];
        var made = from a in agencies from k in agencies from p in procedures from kind in kinds select (a, k, p, kind);
        await _dossiers.CommitAsync([.. made.Select((m, i) => Rows.Unit(
            Rows.Write(Rows.Dossier(i + 1, 1, $"code-{i}", m.a) with { CompetentAgency = m.k, ProcedureCode = m.p }) with { Events = [Rows.Event(1, m.kind)] }))]);
        var all = (await _feed.ReadAsync(0, 100, FeedFilter.All)).Events;
        var filters = from a in new string[][] { [], ["A"], ["B", "C"] } from p in new string[][] { [], ["2.2"] } from kind in new string[][] { [], ["settled"] } from dossier in new long?[] { null, 5 }
            select new FeedFilter { Agencies = [.. a], ProcedureCodes = [.. p], Kinds = [.. kind], DossierId = dossier };

        foreach (var filter in filters)
            Assert.Equal((await _feed.ReadAsync(0, 100, filter)).Events.Select(e => e.Recorded.Position), all.Where(filter.Wants).Select(e => e.Recorded.Position));
    }

    [Fact]
    public async Task Tells_of_each_event_what_readers_choose_by()
    {
        await _dossiers.CommitAsync([Rows.Unit(Rows.Write(Rows.Dossier(1, 1, "code-1", "A") with { CompetentAgency = "K" }))]);

        var only = Assert.Single((await _feed.ReadAsync(0, 10, FeedFilter.All)).Events);

        Assert.Equal(("A", "K", "1.012345"), (only.Agency, only.CompetentAgency, only.ProcedureCode));
        Assert.Equal((1L, 1L, "code-1", "dossier-received"), (only.Recorded.Position, only.Recorded.DossierId, only.Recorded.Code, only.Recorded.Event.Kind));
    }

    [Fact]
    public async Task Tells_which_dossiers_moved_after_a_position()
    {
        await _dossiers.CommitAsync([Rows.New(1), Rows.New(2)]);
        await _dossiers.CommitAsync([Rows.Unit(Rows.Write(Rows.Dossier(1, 2)))]);

        Assert.Equal(new DossierMove[] { new(2, 2, 1), new(3, 1, 2) }, await _feed.MovedAsync(1, Rows.Noon, 10));
        Assert.Equal(new DossierMove[] { new(2, 2, 1) }, await _feed.MovedAsync(1, Rows.Noon, 1));
        Assert.Empty(await _feed.MovedAsync(3, Rows.Noon, 10));
    }

    public static TheoryData<string, FeedFilter, long[]> Filters => new()
    {
        { "agency", new() { Agencies = ["A"] }, [1, 4] },
        { "competent agency", new() { Agencies = ["K"] }, [3] },
        { "procedure", new() { ProcedureCodes = ["2.000002"] }, [2] },
        { "kind", new() { Kinds = ["step-advanced"] }, [4] },
        { "dossier", new() { DossierId = 1 }, [1, 4] },
        { "nothing", new() { DossierId = 99 }, [] },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Filters_and_goes_on_after_what_was_looked_through(string about, FeedFilter filter, long[] expected)
    {
        await _dossiers.CommitAsync(
        [
            Rows.New(1, agency: "A"),
            Rows.Unit(Rows.Write(Rows.Dossier(2) with { ProcedureCode = "2.000002" })),
            Rows.Unit(Rows.Write(Rows.Dossier(3) with { CompetentAgency = "K" })),
            Rows.Unit(Rows.Write(Rows.Dossier(1, 2, agency: "A"))),
            Rows.New(5),
        ]);

        var page = await _feed.ReadAsync(0, 10, filter);

        Assert.True(expected.SequenceEqual(page.Events.Select(e => e.Recorded.Position)), about);
        Assert.Equal(5, page.Position);
        Assert.Empty((await _feed.ReadAsync(page.Position, 10, filter)).Events);
    }
}
