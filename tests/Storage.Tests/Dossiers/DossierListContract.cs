using Tthc.Storage.Dossiers;
using Xunit;

namespace Tthc.Storage.Tests.Dossiers;

public sealed class SqliteDossierListContract() : DossierListContract(TestStore.Sqlite());

public sealed class PostgresDossierListContract() : DossierListContract(TestStore.Postgres());

/// <summary>What every database must do for lists of dossiers.</summary>
public abstract class DossierListContract(TestStore test) : IDisposable
{
    private readonly DossierStore _store = new(test.Store);

    public void Dispose()
    {
        test.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(DossierOrder.ReceivedDescending)]
    [InlineData(DossierOrder.DueAscending)]
    [InlineData(DossierOrder.Code)]
    public async Task Meets_each_dossier_once_while_others_come_and_change(DossierOrder order)
    {
        // Several share an instant, so that the order within it matters too.
        await _store.CommitAsync([.. Enumerable.Range(1, 25).Select(i => NewAt(i, i / 4))]);
        var filter = new DossierFilter { Agencies = ["H34.15"] };

        var (seen, key, round) = (new List<long>(), (DossierListKey?)null, 0);
        do
        {
            var page = await _store.ListAsync(filter, order, 4, key);
            seen.AddRange(page.Rows.Select(r => r.Id));
            key = page.Next;
            // Progress that does not move it in the order, and a newcomer before the pages still to come.
            var moved = NewAt(13, 13 / 4).Writes[0].Row with { Version = 2 + round };
            await _store.CommitAsync([Rows.Unit(Rows.Write(moved)), NewAt(100 + round, order == DossierOrder.ReceivedDescending ? 99 : -99)]);
            round++;
        }
        while (key is not null);

        Assert.Equal(Enumerable.Range(1, 25).Select(i => (long)i), seen.Where(id => id < 100).Order());
        Assert.Equal(seen.Count, seen.Distinct().Count());
        var ascending = order == DossierOrder.ReceivedDescending ? seen.AsEnumerable().Reverse() : seen;
        Assert.Equal(ascending.Where(id => id < 100).Order(), ascending.Where(id => id < 100));
    }

    [Fact]
    public async Task Lists_what_ended_late_in_a_time_by_the_day_of_the_appointment()
    {
        var (local, due) = (TimeSpan.FromHours(7), new DateTimeOffset(2026, 7, 10, 9, 0, 0, TimeSpan.FromHours(7)));
        CommitUnit Ended(long id, DateTimeOffset at, string agency = "H34.15") => Rows.Unit(Rows.Write(NewAt(id, 1).Writes[0].Row with { DueAt = due, EndedAt = at, CompetentAgency = agency }));
        await _store.CommitAsync(
        [
            Ended(1, due.AddHours(8)), Ended(2, due.AddDays(1)), Ended(3, due.AddDays(2)), Ended(4, due.AddDays(3), "H34.16"), Ended(5, due.AddDays(30)), Ended(6, due.AddDays(-1)), NewAt(7, 1),
        ]);
        var late = new DossierFilter { EndedFrom = due.AddDays(-2), EndedTo = due.AddDays(20), LateByDaysOf = local };

        var first = await _store.ListAsync(late, DossierOrder.EndedAscending, 2);
        var second = await _store.ListAsync(late, DossierOrder.EndedAscending, 2, first.Next);
        var ofOne = await _store.ListAsync(late with { CompetentAgency = "H34.16" }, DossierOrder.EndedAscending, 10);
        var ended = await _store.ListAsync(late with { LateByDaysOf = null }, DossierOrder.EndedAscending, 10);

        Assert.Equal([2, 3], first.Rows.Select(r => r.Id));
        Assert.Equal([4], second.Rows.Select(r => r.Id));
        Assert.Null(second.Next);
        Assert.Equal([4], ofOne.Rows.Select(r => r.Id));
        Assert.Equal([6, 1, 2, 3, 4], ended.Rows.Select(r => r.Id));
    }

    [Fact]
    public async Task Ends_with_a_full_page_without_promising_another()
    {
        await _store.CommitAsync([NewAt(1, 1), NewAt(2, 2)]);

        var page = await _store.ListAsync(new DossierFilter(), DossierOrder.DueAscending, 2);

        Assert.Equal(2, page.Rows.Length);
        Assert.Null(page.Next);
    }

    public static TheoryData<string, DossierFilter, long[]> Filters => new()
    {
        { "everything", new(), [1, 2, 3, 4, 5] },
        { "one agency", new() { Agencies = ["A"] }, [1, 3] },
        { "two agencies", new() { Agencies = ["A", "B"] }, [1, 2, 3] },
        { "competent agency", new() { CompetentAgency = "K" }, [4] },
        { "procedure", new() { ProcedureCode = "2.000002" }, [2] },
        { "statuses", new() { Statuses = [4, 9] }, [3, 5] },
        { "received from", new() { ReceivedFrom = Rows.Noon.AddMinutes(3) }, [3, 4] },
        { "received to", new() { ReceivedTo = Rows.Noon.AddMinutes(3) }, [1, 2] },
        { "due before", new() { DueBefore = Rows.Noon.AddDays(7).AddMinutes(2) }, [1] },
        { "open", new() { OpenOnly = true }, [1, 2, 4, 5] },
        { "open of one agency", new() { OpenOnly = true, Agencies = ["A"] }, [1] },
        { "overdue", new() { OverdueAsOf = Rows.Noon.AddDays(7).AddMinutes(3.5) }, [1, 2] },
        { "overdue before it ended", new() { OverdueAsOf = Rows.Noon.AddDays(7).AddMinutes(3.1) }, [1, 2, 3] },
        { "children", new() { ParentId = 1 }, [2] },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Filters_alike_in_every_order(string about, DossierFilter filter, long[] expected)
    {
        await _store.CommitAsync(
        [
            Of(Rows.Dossier(1, 1, "c1", "A")),
            Of(Rows.Dossier(2, 1, "c2", "B") with { ProcedureCode = "2.000002", ParentId = 1 }),
            Of(Rows.Dossier(3, 1, "c3", "A") with { Status = 9, EndedAt = Rows.Noon.AddDays(7).AddMinutes(3.3) }),
            Of(Rows.Dossier(4, 1, "c4", "C") with { CompetentAgency = "K" }),
            Of(Rows.Dossier(5, 1, "c5", "C") with { Status = 4, ReceivedAt = null, SubmittedAt = Rows.Noon, DueAt = null }),
        ]);

        foreach (var order in Enum.GetValues<DossierOrder>())
        {
            var found = (await _store.ListAsync(filter, order, 10)).Rows.Select(r => r.Id).Order();
            // The third alone has ended, and what has not is not in that order at all.
            var wanted = order == DossierOrder.EndedAscending ? expected.Where(id => id == 3) : expected;
            Assert.True(wanted.SequenceEqual(found), $"{about}, {order}: {string.Join(' ', found)}");
        }
    }

    private static CommitUnit NewAt(long id, int minute) => Of(Rows.Dossier(id, 1, $"code-{id + 1000}") with
    {
        ReceivedAt = Rows.Noon.AddMinutes(minute),
        DueAt = Rows.Noon.AddDays(7).AddMinutes(minute),
    });

    private static CommitUnit Of(DossierRow row) => Rows.Unit(Rows.Write(row));
}
