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

    private async Task WriteAsync(long id, int version, DeadlineRow? deadline, bool withSearchedColumn = false)
    {
        var row = Rows.Dossier(id, version);
        if (withSearchedColumn)
            row = row with { DueAt = Rows.Noon.AddDays(20 + version) };
        var outcome = (await _dossiers.CommitAsync([Rows.Unit(Rows.Write(row) with { Deadline = deadline })]))[0];
        Assert.IsType<Committed>(outcome);
    }
}
