using Tthc.Storage.Database;
using Tthc.Storage.Dossiers;
using Xunit;

namespace Tthc.Storage.Tests.Dossiers;

public sealed class SqliteSignalStoreContract() : SignalStoreContract(TestStore.Sqlite());

public sealed class PostgresSignalStoreContract() : SignalStoreContract(TestStore.Postgres());

/// <summary>What every database must do for signals.</summary>
public abstract class SignalStoreContract(TestStore test) : IDisposable
{
    private readonly DossierStore _dossiers = new(test.Store);
    private readonly SignalStore _signals = new(test.Store);

    public void Dispose()
    {
        test.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Keeps_signals_in_the_order_sent_until_they_are_consumed()
    {
        await _dossiers.CommitAsync([Sending(1, "z-first"), Sending(2, "a-second")]);
        Assert.Equal(["z-first", "a-second"], (await _signals.PendingAsync(10)).Select(s => s.Id));

        var consumed = Rows.Unit(Rows.Write(Rows.Dossier(9)), "z-first") with { ConsumedSignal = "z-first" };
        Assert.IsType<Committed>((await _dossiers.CommitAsync([consumed]))[0]);

        var pending = Assert.Single(await _signals.PendingAsync(10));
        Assert.Equal(("a-second", 77L, "child-ended"), (pending.Id, pending.TargetDossierId, pending.Kind));
        Assert.Equal("{}"u8.ToArray(), pending.Payload);
    }

    [Fact]
    public async Task Consumes_a_signal_once()
    {
        await _dossiers.CommitAsync([Sending(1, "signal")]);
        var without = new CommitUnit { ConsumedSignal = "signal" };

        var outcomes = await _dossiers.CommitAsync([without, Rows.New(2) with { ConsumedSignal = "signal" }]);

        Assert.Equal(0, Assert.IsType<Committed>(outcomes[0]).Position);
        Assert.Equal(new SignalGone("signal"), outcomes[1]);
        Assert.Null(await _dossiers.LoadAsync(2));
    }

    [Fact]
    public async Task Keeps_a_signal_whose_unit_lost_its_race()
    {
        await _dossiers.CommitAsync([Sending(1, "signal")]);

        var outcomes = await _dossiers.CommitAsync([Rows.New(1) with { ConsumedSignal = "signal" }, Rows.New(3)]);

        Assert.Equal(new VersionConflict(1, 1), outcomes[0]);
        Assert.IsType<Committed>(outcomes[1]);
        Assert.Single(await _signals.PendingAsync(10));
    }

    [Fact]
    public async Task Refuses_a_signal_id_that_is_pending_already()
    {
        var outcomes = await _dossiers.CommitAsync([Sending(1, "signal"), Sending(2, "signal")]);

        Assert.IsType<Committed>(outcomes[0]);
        Assert.IsType<StorageConstraintException>(Assert.IsType<UnitFailed>(outcomes[1]).Cause);
        Assert.Null(await _dossiers.LoadAsync(2));
    }

    [Fact]
    public async Task Looks_past_a_signal_that_is_set_aside()
    {
        await _dossiers.CommitAsync([Sending(1, "one"), Sending(2, "two")]);
        var target = (await _signals.PendingAsync(10))[0].TargetDossierId;
        var aside = new Tthc.Storage.Deadlines.SetAsideStore(test.Store);

        await aside.PutAsync(new(target, "one", null), "poison", TimeSpan.FromHours(1));

        Assert.Equal("two", Assert.Single(await _signals.PendingAsync(1)).Id);
        await aside.SweepAsync();
        Assert.Null(Assert.Single(await aside.ListAsync(0, 10)).Key.DueAt);
        await _dossiers.CommitAsync([new CommitUnit { ConsumedSignal = "one" }]);
        await aside.SweepAsync();
        Assert.Empty(await aside.ListAsync(0, 10));
    }

    private static CommitUnit Sending(long id, string signal) =>
        Rows.New(id) with { Signals = [new SignalRow(signal, 77, "child-ended", "{}"u8.ToArray())] };
}
