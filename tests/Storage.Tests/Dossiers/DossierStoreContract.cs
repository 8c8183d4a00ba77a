using System.Collections.Immutable;
using Tthc.Storage.Database;
using Tthc.Storage.Dossiers;
using Xunit;

namespace Tthc.Storage.Tests.Dossiers;

public sealed class SqliteDossierStoreContract() : DossierStoreContract(TestStore.Sqlite());

public sealed class PostgresDossierStoreContract() : DossierStoreContract(TestStore.Postgres());

/// <summary>What every database behind <see cref="DossierStore"/> must do; one subclass a database.</summary>
public abstract class DossierStoreContract : IDisposable
{
    private readonly TestStore _test;

    protected DossierStoreContract(TestStore test)
    {
        _test = test;
        Store = new DossierStore(test.Store);
    }

    private DossierStore Store { get; }

    public void Dispose()
    {
        _test.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Commits_a_new_dossier_and_loads_it_as_written()
    {
        var row = Rows.Dossier(1, code: "H34.15-260701-0001") with
        {
            FilingCode = "H34.15-260630-0009",
            SubmittedAt = Rows.Noon.AddDays(-1),
            EndedAt = Rows.Noon.AddDays(1).AddTicks(70),
            ClockPaused = true,
            ParentId = 99,
        };

        Assert.Equal(1, Assert.IsType<Committed>(await CommitAsync(Rows.Unit(Rows.Write(row)))).Position);

        var loaded = await Store.LoadAsync(1);
        Assert.NotNull(loaded);
        Assert.Equal(row.State, loaded.State);
        Assert.Equal(row, loaded with { State = row.State });
        Assert.Equal(1, (await Store.FindByCodeAsync("H34.15-260701-0001"))?.Id);
        Assert.Equal(1, (await Store.FindByCodeAsync("H34.15-260630-0009"))?.Id);
        Assert.Null(await Store.FindByCodeAsync("H34.15-260701-0002"));
        Assert.Null(await Store.LoadAsync(2));
    }

    [Fact]
    public async Task Progresses_a_dossier_with_and_without_a_change_of_the_columns_lists_search_by()
    {
        await CommitAsync(Rows.New(1));
        var second = Rows.Dossier(1, 2) with { Status = 4 };
        await CommitAsync(Rows.Unit(Rows.Write(second)));
        var third = Rows.Dossier(1, 3, "H34.15-260701-0001") with { DueAt = Rows.Noon.AddDays(9), EndedAt = Rows.Noon };
        await CommitAsync(Rows.Unit(Rows.Write(third)));

        var loaded = await Store.LoadAsync(1);
        Assert.Equal(third, loaded! with { State = third.State });
        Assert.Equal([1, 2, 3], (await Store.LoadEventsAsync(1, 1, null, 10)).Select(e => e.Event.Sequence));
    }

    [Fact]
    public async Task Loads_several_dossiers_with_their_events_at_once()
    {
        await CommitAsync(Rows.New(1, "H34.15-260701-0001"), Rows.New(2), Rows.New(3));
        await CommitAsync(Rows.Unit(Rows.Write(Rows.Dossier(2, 2))));
        await CommitAsync(Rows.Unit(Rows.Write(Rows.Dossier(2, 3))));

        var loaded = (await Store.LoadWithEventsAsync([1, 2, 9], 1_000, Rows.Noon.AddDays(-1))).OrderBy(d => d.Row.Id).ToList();
        Assert.Equal([1L, 2L], loaded.Select(d => d.Row.Id));
        Assert.Equal([1], loaded[0].Events.Select(e => e.Event.Sequence));
        Assert.Equal([1, 2, 3], loaded[1].Events.Select(e => e.Event.Sequence));
        var one = (await Store.LoadEventsAsync(2, 3, 3, 1))[0];
        Assert.Equal(one.Event with { Payload = [] }, loaded[1].Events[2].Event with { Payload = [] });
        Assert.Equal(one.Event.Payload, loaded[1].Events[2].Event.Payload);
        Assert.Equal([1, 2], (await Store.LoadWithEventsAsync([2], 2, Rows.Noon.AddDays(-1)))[0].Events.Select(e => e.Event.Sequence));
        Assert.Empty(await Store.LoadWithEventsAsync([], 10, Rows.Noon));
        // Whatever was thought of when they began: before the last events, before none of them.
        foreach (var since in new[] { Rows.Noon.AddSeconds(2), Rows.Noon.AddDays(90) })
        {
            var older = (await Store.LoadWithEventsAsync([1, 2], 1_000, since)).OrderBy(d => d.Row.Id).ToList();
            Assert.Equal([1], older[0].Events.Select(e => e.Event.Sequence));
            Assert.Equal([1, 2, 3], older[1].Events.Select(e => e.Event.Sequence));
            Assert.Equal([1, 2], (await Store.LoadWithEventsAsync([2], 2, since))[0].Events.Select(e => e.Event.Sequence));
        }
    }

    [Fact]
    public async Task Finds_the_numbers_of_several_codes_at_once()
    {
        await CommitAsync(Rows.New(1, "H34.15-260701-0001"), Rows.New(2), Rows.Unit(Rows.Write(Rows.Dossier(3, 1) with { FilingCode = "H34.15-260701-N0001" })));

        var found = await Store.FindIdsAsync(["H34.15-260701-0001", "H34.15-260701-0002", "H34.15-260701-N0001"]);

        Assert.Equal([("H34.15-260701-0001", 1L), ("H34.15-260701-N0001", 3L)], found.Order());
        Assert.Empty(await Store.FindIdsAsync([]));
    }

    [Fact]
    public async Task Reports_a_lost_race_alone_and_commits_its_neighbours()
    {
        await CommitAsync(Rows.New(1), Rows.New(2), Rows.New(3));

        var outcomes = await Store.CommitAsync(
        [
            Rows.Unit(Rows.Write(Rows.Dossier(1, 2))),
            Rows.Unit(Rows.Write(Rows.Dossier(2, 3)), "late"),
            Rows.Unit(Rows.Write(Rows.Dossier(3, 2))),
        ]);

        Assert.Equal(4, Assert.IsType<Committed>(outcomes[0]).Position);
        Assert.Equal(new VersionConflict(2, 1), outcomes[1]);
        Assert.Equal(5, Assert.IsType<Committed>(outcomes[2]).Position);
        Assert.Equal(1, (await Store.LoadAsync(2))!.Version);
        Assert.Single(await Store.LoadEventsAsync(2, 1, null, 10));
        Assert.Null(await Store.FindRequestAsync("late"));
    }

    [Fact]
    public async Task Reports_a_conflict_for_a_dossier_that_exists_already_or_not_at_all()
    {
        await CommitAsync(Rows.New(1));

        Assert.Equal(new VersionConflict(1, 1), await CommitAsync(Rows.New(1)));
        Assert.Equal(new VersionConflict(5, 0), await CommitAsync(Rows.Unit(Rows.Write(Rows.Dossier(5, 2)))));
    }

    [Fact]
    public async Task Leaves_nothing_of_a_unit_whose_second_dossier_lost_its_race()
    {
        await CommitAsync(Rows.New(1), Rows.New(2), Rows.New(3));
        var family = new CommitUnit
        {
            Request = new RequestRow("family", [1], 1, 2),
            Writes = [Rows.Write(Rows.Dossier(1, 2)), Rows.Write(Rows.Dossier(2, 5))],
            Signals = [new SignalRow("signal", 3, "child-ended", [])],
        };

        var outcomes = await Store.CommitAsync([Rows.New(4), family, Rows.New(5)]);

        Assert.Equal(4, Assert.IsType<Committed>(outcomes[0]).Position);
        Assert.Equal(new VersionConflict(2, 1), outcomes[1]);
        Assert.Equal(5, Assert.IsType<Committed>(outcomes[2]).Position);
        Assert.Equal(1, (await Store.LoadAsync(1))!.Version);
        Assert.Single(await Store.LoadEventsAsync(1, 1, null, 10));
        Assert.Null(await Store.FindRequestAsync("family"));
    }

    [Fact]
    public async Task Carries_a_parent_and_its_children_together()
    {
        await CommitAsync(Rows.New(1));

        var outcome = await CommitAsync(new CommitUnit
        {
            Writes =
            [
                Rows.Write(Rows.Dossier(1, 2)),
                Rows.Write(Rows.Dossier(2) with { ParentId = 1 }),
                Rows.Write(Rows.Dossier(3) with { ParentId = 1 }),
            ],
        });

        Assert.Equal(4, Assert.IsType<Committed>(outcome).Position);
        var children = await Store.ListAsync(new DossierFilter { ParentId = 1 }, DossierOrder.ReceivedDescending, 10);
        Assert.Equal([3L, 2L], children.Rows.Select(r => r.Id));
    }

    [Fact]
    public async Task Remembers_a_request_and_tells_a_repeated_one()
    {
        var unit = Rows.Unit(Rows.Write(Rows.Dossier(1)), "request-1");
        await CommitAsync(unit);

        var repeated = Assert.IsType<DuplicateRequest>(await CommitAsync(
            Rows.Unit(Rows.Write(Rows.Dossier(1, 2)), "request-1"), Rows.New(2)));

        Assert.Equal(unit.Request!.BodyHash, repeated.Stored.BodyHash);
        Assert.Equal((1L, 1), (repeated.Stored.DossierId, repeated.Stored.Version));
        Assert.Equal(1, (await Store.LoadAsync(1))!.Version);
        Assert.NotNull(await Store.LoadAsync(2));
        Assert.Equal((1L, 1), (await Store.FindRequestAsync("request-1")) is { } r ? (r.DossierId, r.Version) : default);
    }

    [Fact]
    public async Task Tells_a_request_repeated_within_one_batch()
    {
        var outcomes = await Store.CommitAsync(
        [
            Rows.Unit(Rows.Write(Rows.Dossier(1)), "same"),
            Rows.Unit(Rows.Write(Rows.Dossier(2)), "same"),
        ]);

        Assert.IsType<Committed>(outcomes[0]);
        Assert.Equal(1, Assert.IsType<DuplicateRequest>(outcomes[1]).Stored.DossierId);
        Assert.Null(await Store.LoadAsync(2));
    }

    [Fact]
    public async Task Lets_a_later_unit_of_a_batch_build_on_an_earlier_one()
    {
        var outcomes = await Store.CommitAsync(
            [Rows.New(1), Rows.Unit(Rows.Write(Rows.Dossier(1, 2))), Rows.Unit(Rows.Write(Rows.Dossier(1, 3)))]);

        Assert.Equal([1L, 2L, 3L], outcomes.Select(o => Assert.IsType<Committed>(o).Position));
        Assert.Equal(3, (await Store.LoadAsync(1))!.Version);
    }

    [Fact]
    public async Task Fails_a_unit_at_fault_alone()
    {
        await CommitAsync(Rows.New(1, "H34.15-260701-0001"));
        var thrown = new InvalidOperationException("builder");
        var number = new CodeRequest("H34.15", new DateOnly(2026, 7, 1), CodeSeries.Dossier);

        var outcomes = await Store.CommitAsync(
        [
            Rows.New(2),
            Rows.New(3, "H34.15-260701-0001"),
            new CommitUnit { CodedWrites = [new CodedWrite(number, _ => throw thrown)] },
            Rows.New(4),
        ]);

        Assert.Equal(2, Assert.IsType<Committed>(outcomes[0]).Position);
        Assert.IsType<StorageConstraintException>(Assert.IsType<UnitFailed>(outcomes[1]).Cause);
        Assert.Same(thrown, Assert.IsType<UnitFailed>(outcomes[2]).Cause);
        Assert.Equal(3, Assert.IsType<Committed>(outcomes[3]).Position);
        Assert.Null(await Store.LoadAsync(3));
    }

    [Fact]
    public async Task Loads_many_by_id_and_by_code()
    {
        await Store.CommitAsync([.. Enumerable.Range(1, 5).Select(i => Rows.New(i, "code-" + i))]);

        Assert.Equal([2L, 4L], (await Store.LoadManyAsync([2L, 4L, 77L])).Select(r => r.Id).Order());
        Assert.Equal([1L, 3L], (await Store.LoadManyAsync(["code-3", "code-1", "code-77"])).Select(r => r.Id).Order());
        Assert.Empty(await Store.LoadManyAsync(ImmutableArray<long>.Empty));
    }

    [Fact]
    public async Task Loads_a_part_of_the_events_with_their_place_in_the_feed()
    {
        await Store.CommitAsync([Rows.New(1), Rows.New(2)]);
        var several = Rows.Write(Rows.Dossier(1, 4, "code-1"), expected: 1) with
        {
            Events = [Rows.Event(2), Rows.Event(3), Rows.Event(4)],
        };
        await CommitAsync(Rows.Unit(several));

        var events = await Store.LoadEventsAsync(1, 2, 3, 10);

        Assert.Equal([3L, 4L], events.Select(e => e.Position));
        Assert.All(events, e => Assert.Equal((1L, "code-1"), (e.DossierId, e.Code)));
        Assert.Equal(Rows.Event(2).Payload, events[0].Event.Payload);
        Assert.Equal(Rows.Event(2) with { Payload = events[0].Event.Payload }, events[0].Event);
        Assert.Single(await Store.LoadEventsAsync(1, 1, null, 1));
    }

    [Fact]
    public async Task Loads_a_dossier_only_if_it_is_at_another_version()
    {
        await CommitAsync(Rows.New(1));

        Assert.Null(await Store.LoadNewerAsync(1, 1));
        Assert.Equal(1, (await Store.LoadNewerAsync(1, 0))!.Version);
        Assert.Null(await Store.LoadNewerAsync(2, 1));
    }

    private async Task<CommitOutcome> CommitAsync(params CommitUnit[] units) => (await Store.CommitAsync(units))[0];
}
