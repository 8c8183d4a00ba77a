using Tthc.Storage.Deadlines;
using Tthc.Storage.Dossiers;
using Xunit;

namespace Tthc.Storage.Tests.Deadlines;

public sealed class SqliteDeadlineStoreContract() : DeadlineStoreContract(TestStore.Sqlite());

public sealed class PostgresDeadlineStoreContract() : DeadlineStoreContract(TestStore.Postgres());

/// <summary>What every database must do for deadlines.</summary>
public abstract class DeadlineStoreContract(TestStore test) : IDisposable
{
    private readonly DossierStore _dossiers = new(test.Store);
    private readonly DeadlineStore _deadlines = new(test.Store);
    private readonly SetAsideStore _aside = new(test.Store);

    public void Dispose()
    {
        test.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Gives_what_is_due_the_longest_passed_first()
    {
        await WriteAsync(1, 1, new DeadlineRow(Rows.Noon.AddHours(2), "step"));
        await WriteAsync(2, 1, new DeadlineRow(Rows.Noon.AddHours(1), "total"));
        await WriteAsync(3, 1, new DeadlineRow(Rows.Noon.AddHours(3), "step"));
        await WriteAsync(4, 1, null);

        Assert.Equal(Rows.Noon.AddHours(1), await _deadlines.NextDueAsync());
        Assert.Empty(await _deadlines.DueAsync(Rows.Noon, 10));
        Assert.Equal(
            [new DueDeadline(2, new(Rows.Noon.AddHours(1), "total")), new DueDeadline(1, new(Rows.Noon.AddHours(2), "step"))],
            (await _deadlines.DueAsync(Rows.Noon.AddHours(2), 10)).AsEnumerable());
        Assert.Single(await _deadlines.DueAsync(Rows.Noon.AddHours(2), 1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Follows_the_state_and_stays_where_nothing_is_said(bool withSearchedColumn)
    {
        await WriteAsync(1, 1, new DeadlineRow(Rows.Noon.AddHours(1), "step"));
        await WriteAsync(1, 2, new DeadlineRow(Rows.Noon.AddHours(2), "total"), withSearchedColumn);
        Assert.Equal(Rows.Noon.AddHours(2), await _deadlines.NextDueAsync());

        var row = Rows.Dossier(1, 3) with { DueAt = withSearchedColumn ? null : Rows.Dossier(1).DueAt };
        await _dossiers.CommitAsync([Rows.Unit(Rows.Write(row) with { DeadlineChanged = false, Deadline = null })]);
        Assert.Equal("total", Assert.Single(await _deadlines.DueAsync(Rows.Noon.AddHours(2), 10)).Deadline.Name);

        await WriteAsync(1, 4, null, withSearchedColumn);
        Assert.Null(await _deadlines.NextDueAsync());
    }

    [Fact]
    public async Task Looks_past_what_is_set_aside_until_it_is_tried_again_or_due_at_another_moment()
    {
        for (var id = 1; id <= 3; id++)
            await WriteAsync(id, 1, new DeadlineRow(Rows.Noon.AddHours(id), "step"));
        var failed = new SetAsideKey(1, "step", Rows.Noon.AddHours(1));

        await _aside.PutAsync(failed, "first", TimeSpan.FromHours(1));
        await _aside.PutAsync(failed, "second", TimeSpan.FromHours(1));
        await _aside.PutAsync(new SetAsideKey(2, "step", Rows.Noon.AddHours(2)), "again at once", TimeSpan.FromSeconds(-1));

        Assert.Equal([2, 3], (await _deadlines.DueAsync(Rows.Noon.AddHours(3), 10)).Select(d => d.DossierId));
        Assert.Equal(Rows.Noon.AddHours(2), await _deadlines.NextDueAsync());
        var row = (await _aside.ListAsync(0, 10))[0];
        Assert.Equal((failed, 2, "second"), (row.Key, row.Tries, row.Reason));
        Assert.Equal(2, Assert.Single(await _aside.ListAsync(1, 10)).Key.DossierId);

        await WriteAsync(1, 2, new DeadlineRow(Rows.Noon.AddMinutes(90), "step"));
        Assert.Equal([1, 2, 3], (await _deadlines.DueAsync(Rows.Noon.AddHours(3), 10)).Select(d => d.DossierId));
        await _aside.SweepAsync();
        Assert.Equal(2, Assert.Single(await _aside.ListAsync(0, 10)).Key.DossierId);
    }

    private async Task WriteAsync(long id, int version, DeadlineRow? deadline, bool withSearchedColumn = false)
    {
        var row = Rows.Dossier(id, version);
        if (withSearchedColumn)
            row = row with { DueAt = Rows.Noon.AddDays(20 + version) };
        var outcome = (await _dossiers.CommitAsync([Rows.Unit(Rows.Write(row) with { Deadline = deadline })]))[0];
        Assert.IsType<Committed>(outcome);
    }
}
