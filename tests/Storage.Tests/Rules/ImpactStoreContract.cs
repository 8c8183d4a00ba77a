using Tthc.Storage.Dossiers;
using Tthc.Storage.Rules;
using Xunit;

namespace Tthc.Storage.Tests.Rules;

public sealed class SqliteImpactStoreContract() : ImpactStoreContract(TestStore.Sqlite());

public sealed class PostgresImpactStoreContract() : ImpactStoreContract(TestStore.Postgres());

/// <summary>What every database must do for a look over all dossiers.</summary>
public abstract class ImpactStoreContract(TestStore test) : IDisposable
{
    private readonly ImpactStore _impact = new(test.Store);
    private readonly DossierStore _dossiers = new(test.Store);

    public void Dispose()
    {
        test.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Reads_every_open_dossier_once_in_the_order_of_numbers()
    {
        await _dossiers.CommitAsync([Rows.New(3), Rows.New(1), Rows.New(2)]);

        var first = await _impact.ReadAsync(0, 2, null, withEvents: false);
        var second = await _impact.ReadAsync(first[^1].Id, 2, null, withEvents: false);

        Assert.Equal([1L, 2L, 3L], first.Concat(second).Select(r => r.Id));
        Assert.Equal(3, await _impact.CountAsync(null));
        Assert.All(first, row => Assert.Empty(row.Events));
        Assert.Equal((await _dossiers.LoadAsync(1))!.State, first[0].State);
    }

    [Fact]
    public async Task Reads_the_events_of_each_dossier_with_it()
    {
        await _dossiers.CommitAsync([Rows.New(1), Rows.New(2)]);

        var rows = await _impact.ReadAsync(0, 10, null, withEvents: true);

        foreach (var row in rows)
            Assert.Equal((await _dossiers.LoadEventsAsync(row.Id, 1, null, 100)).Select(e => e.Position), row.Events.Select(e => e.Position));
        Assert.All(rows, row => Assert.NotEmpty(row.Events));
    }
}
