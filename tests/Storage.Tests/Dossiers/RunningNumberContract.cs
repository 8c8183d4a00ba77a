using System.Collections.Concurrent;
using Tthc.Storage.Dossiers;
using Xunit;

namespace Tthc.Storage.Tests.Dossiers;

public sealed class SqliteRunningNumberContract() : RunningNumberContract(TestStore.Sqlite());

public sealed class PostgresRunningNumberContract() : RunningNumberContract(TestStore.Postgres());

/// <summary>What every database must do for running numbers, feed positions and identities under load.</summary>
public abstract class RunningNumberContract(TestStore test) : IDisposable
{
    private static readonly DateOnly Day = new(2026, 7, 1);

    private readonly DossierStore _store = new(test.Store);

    public void Dispose()
    {
        test.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Draws_numbers_without_gaps_under_parallel_batches_with_losers_among_them()
    {
        var ids = new DossierIds(test.Store, blockSize: 7);
        await _store.CommitAsync([Rows.New(1_000_000)]);
        var codes = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 40), async (_, cancellation) =>
        {
            var batch = new List<CommitUnit>();
            for (var i = 0; i < 5; i++)
                batch.Add(Coded(await ids.NextAsync(cancellation)));
            // Draws a number, then loses its race: the number must go to someone else.
            batch.Insert(2, Coded(1_000_000));
            var outcomes = await _store.CommitAsync(batch, cancellation);
            Assert.IsType<VersionConflict>(outcomes[2]);
            foreach (var outcome in outcomes.OfType<Committed>())
                codes.Add(outcome.Writes[0].Row.Code!);
        });

        Assert.Equal(Enumerable.Range(1, 200).Select(n => $"H34.15-260701-{n:D4}"), codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Counts_each_agency_day_and_series_by_itself()
    {
        var requests = new[]
        {
            new CodeRequest("A", Day, CodeSeries.Dossier), new CodeRequest("A", Day, CodeSeries.Filing),
            new CodeRequest("A", Day.AddDays(1), CodeSeries.Dossier), new CodeRequest("B", Day, CodeSeries.Dossier),
            new CodeRequest("A", Day, CodeSeries.Dossier),
        };

        var outcomes = await _store.CommitAsync(
        [
            .. requests.Select((request, i) => new CommitUnit
            {
                CodedWrites = [new CodedWrite(request, n => Rows.Write(Rows.Dossier(i + 1) with { CaseKey = $"number {n}" }))],
            }),
        ]);

        Assert.Equal(
            ["number 1", "number 1", "number 1", "number 1", "number 2"],
            outcomes.Select(o => Assert.IsType<Committed>(o).Writes[0].Row.CaseKey));
    }

    [Fact]
    public async Task Numbers_several_dossiers_of_one_unit()
    {
        var request = new CodeRequest("A", Day, CodeSeries.Dossier);
        var unit = new CommitUnit
        {
            Writes = [Rows.Write(Rows.Dossier(1))],
            CodedWrites =
            [
                new CodedWrite(request, n => Rows.Write(Rows.Dossier(2, 1, $"c{n}"))),
                new CodedWrite(request, n => Rows.Write(Rows.Dossier(3, 1, $"c{n}"))),
            ],
        };

        var committed = Assert.IsType<Committed>((await _store.CommitAsync([unit]))[0]);

        Assert.Equal([null, "c1", "c2"], committed.Writes.Select(w => w.Row.Code));
        Assert.Equal(3, committed.Position);
    }

    [Fact]
    public async Task Never_gives_an_identity_twice()
    {
        var (first, second) = (new DossierIds(test.Store, 10), new DossierIds(test.Store, 10));
        var given = new ConcurrentBag<long>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), async (i, cancellation) =>
            given.Add(await (i % 2 == 0 ? first : second).NextAsync(cancellation)));

        Assert.Equal(200, given.Distinct().Count());
        Assert.True(given.Min() >= 1);
    }

    private static CommitUnit Coded(long id) => new()
    {
        CodedWrites =
        [
            new CodedWrite(
                new CodeRequest("H34.15", Day, CodeSeries.Dossier),
                number => Rows.Write(Rows.Dossier(id, 1, $"H34.15-260701-{number:D4}"))),
        ],
    };
}
