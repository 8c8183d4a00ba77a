using System.Collections.Concurrent;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;
using Tthc.Storage.Deadlines;
using Tthc.Storage.Dossiers;
using Tthc.Storage.Feed;
using Tthc.Testing;
using Xunit;

namespace Tthc.Storage.Tests.Postgres;

/// <summary>Several engines on one database.</summary>
public sealed class PostgresNodesTests : IAsyncLifetime
{
    private const int Nodes = 3;
    private const int Dossiers = 12;
    private readonly List<PostgresStore> _nodes = [];
    private PostgresDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await PostgresDatabase.CreateAsync();
        for (var i = 0; i < Nodes; i++)
            _nodes.Add(await PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = _database.Engine, OwnerConnectionString = _database.Owner }));
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Acting_on_the_same_dossiers_at_once_write_each_version_once_and_a_feed_without_gaps()
    {
        await new DossierStore(_nodes[0]).CommitAsync([.. Enumerable.Range(1, Dossiers).Select(i => Rows.New(i))]);
        var acknowledged = new ConcurrentBag<(long Dossier, int Version, long Position)>();

        await Task.WhenAll(_nodes.Select((node, n) => Task.Run(() => ProgressAsync(new DossierStore(node), n, acknowledged))));

        var events = (await new FeedStore(_nodes[0]).ReadAsync(0, 10_000, FeedFilter.All)).Events.Select(e => e.Recorded).ToList();
        Assert.Equal(Enumerable.Range(1, events.Count).Select(i => (long)i), events.Select(e => e.Position));
        Assert.Equal(
            events.Where(e => e.Event.Sequence > 1).Select(e => (e.DossierId, e.Event.Sequence, e.Position)).Order(),
            acknowledged.Order());
        foreach (var ofOne in events.GroupBy(e => e.DossierId))
        {
            Assert.Equal(Enumerable.Range(1, ofOne.Count()), ofOne.Select(e => e.Event.Sequence));
            Assert.Equal(ofOne.Count(), (await new DossierStore(_nodes[0]).LoadAsync(ofOne.Key))!.Version);
        }
    }

    [Fact]
    public async Task Tell_each_other_and_not_themselves()
    {
        using var end = new CancellationTokenSource();
        var heard = Enumerable.Range(0, 2).Select(_ => System.Threading.Channels.Channel.CreateUnbounded<StoreNews>()).ToArray();
        var listening = heard.Select((channel, n) => _nodes[n].ListenAsync(news => channel.Writer.TryWrite(news), end.Token)).ToArray();
        // Whoever begins to listen may have missed anything.
        foreach (var channel in heard)
            Assert.Equal([StoreNews.Events, StoreNews.Rules], [await channel.Reader.ReadAsync(), await channel.Reader.ReadAsync()]);

        await _nodes[0].TellAsync(StoreNews.Events, CancellationToken.None);
        await _nodes[1].TellAsync(StoreNews.Rules, CancellationToken.None);
        Assert.Equal(StoreNews.Rules, await heard[0].Reader.ReadAsync());
        Assert.Equal(StoreNews.Events, await heard[1].Reader.ReadAsync());

        // A connection that broke is made anew, and counts as news of everything.
        await _database.ScalarAsync("select count(pg_terminate_backend(pid, 10000)) from pg_stat_activity where query like 'listen%' and datname = current_database()");
        Assert.Equal(StoreNews.Events, await heard[0].Reader.ReadAsync());
        await end.CancelAsync();
        foreach (var one in listening)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
    }

    [Fact]
    public async Task Wait_with_new_rules_for_the_batches_under_way_and_let_none_in_after_them()
    {
        var rules = new Tthc.Storage.Rules.RuleBundleStore(_nodes[1]);
        await rules.PublishAsync(Draft("one"));
        var acting = Task.Run(async () =>
        {
            CommitOutcome outcome = new Committed(0, []);
            for (var id = 1; outcome is Committed; id++)
                outcome = (await new DossierStore(_nodes[0]).CommitAsync([Rows.New(id) with { Bundle = 1 }]))[0];
            return outcome;
        });
        var published = Assert.IsType<Tthc.Storage.Rules.Published>(await rules.PublishAsync(Draft("two")));

        Assert.Equal(2, Assert.IsType<RulesMoved>(await acting).Bundle);
        Assert.Equal(2, published.Publication.Row.BundleId);
        Assert.IsType<RulesMoved>((await new DossierStore(_nodes[2]).CommitAsync([Rows.New(1_000_000) with { Bundle = 1 }]))[0]);
    }

    [Fact]
    public async Task Share_what_is_due_and_take_over_what_one_of_them_holds_too_long()
    {
        var due = Enumerable.Range(1, 30).Select(id => Rows.Unit(Rows.Write(Rows.Dossier(id)) with { Deadline = new DeadlineRow(Rows.Noon.AddMinutes(id), "step") }));
        await new DossierStore(_nodes[0]).CommitAsync([.. due]);
        var stores = _nodes.ConvertAll(node => new DeadlineStore(node));

        var claimed = await Task.WhenAll(stores.Select(store => store.ClaimAsync(Rows.Noon.AddHours(1), 10, TimeSpan.FromHours(1)).AsTask()));

        Assert.Equal(Enumerable.Range(1, 30).Select(id => (long)id), claimed.SelectMany(c => c).Select(d => d.DossierId).Order());
        Assert.Null(await stores[0].NextDueAsync());
        Assert.Empty(await stores[0].ClaimAsync(Rows.Noon.AddHours(1), 10, TimeSpan.FromHours(1)));

        // The first stood still: its time is over, another takes its rows, and it cannot give them back any more.
        await _database.ScalarAsync($"update tthc.deadline set claimed_until = 0 where dossier_id = any(array[{string.Join(',', claimed[0].Select(d => d.DossierId))}]) returning 1");
        var taken = await stores[1].ClaimAsync(Rows.Noon.AddHours(1), 100, TimeSpan.FromHours(1));
        await stores[0].ReleaseAsync(claimed[0]);
        Assert.Equal(claimed[0].Select(d => (d.DossierId, d.Deadline, d.Claim + 1)), taken.Select(d => (d.DossierId, d.Deadline, d.Claim)));
        Assert.Empty(await stores[2].ClaimAsync(Rows.Noon.AddHours(1), 100, TimeSpan.FromHours(1)));
        await stores[1].ReleaseAsync(taken);
        Assert.Equal(10, (await stores[2].ClaimAsync(Rows.Noon.AddHours(1), 100, TimeSpan.FromHours(1))).Length);
    }

    [Fact]
    public async Task Leave_a_sweep_to_one_of_them_as_long_as_it_goes_on()
    {
        var sweeps = _nodes.ConvertAll(node => new Tthc.Storage.Rules.SweepStore(node));

        Assert.True(await sweeps[0].TryTakeAsync("first", TimeSpan.FromHours(1)));
        Assert.False(await sweeps[1].TryTakeAsync("second", TimeSpan.FromHours(1)));
        Assert.True(await sweeps[0].TryTakeAsync("first", TimeSpan.FromSeconds(-1)));
        Assert.True(await sweeps[1].TryTakeAsync("second", TimeSpan.FromHours(1)));
        Assert.False(await sweeps[0].TryTakeAsync("first", TimeSpan.FromHours(1)));
    }

    private static Tthc.Storage.Rules.RulePublicationDraft Draft(string text) => new()
    {
        Changes = [new("a.rules.json", System.Text.Encoding.UTF8.GetBytes(text))], Procedures = [], Author = "a", PublishedAt = Rows.Noon,
    };

    [Fact]
    public async Task Carry_out_a_request_once_when_it_reaches_all_of_them_at_once()
    {
        for (var round = 1; round <= 10; round++)
        {
            var id = round * 100L;
            var outcomes = await Task.WhenAll(_nodes.Select((node, n) => Task.Run(async () =>
                (await new DossierStore(node).CommitAsync([Rows.Unit(Rows.Write(Rows.Dossier(id + n)), $"request-{id}"), Rows.New(id + 50 + n)])))));

            Assert.Single(outcomes, outcome => outcome[0] is Committed);
            Assert.Equal(Nodes - 1, outcomes.Count(outcome => outcome[0] is DuplicateRequest));
            Assert.All(outcomes, outcome => Assert.IsType<Committed>(outcome[1]));
        }
    }

    [Fact]
    public async Task Draw_numbers_without_gaps_and_identities_never_twice()
    {
        var codes = new ConcurrentBag<string>();

        await Task.WhenAll(_nodes.Select(node => Task.Run(async () =>
        {
            var (store, ids) = (new DossierStore(node), new DossierIds(node, blockSize: 7));
            for (var i = 0; i < 20; i++)
            {
                var id = await ids.NextAsync();
                var number = new CodeRequest("H34.15", new DateOnly(2026, 7, 1), CodeSeries.Dossier);
                var unit = new CommitUnit { CodedWrites = [new CodedWrite(number, n => Rows.Write(Rows.Dossier(id, 1, $"c-{n:D3}")))] };
                codes.Add(Assert.IsType<Committed>((await store.CommitAsync([unit]))[0]).Writes[0].Row.Code!);
            }
        })));

        Assert.Equal(Enumerable.Range(1, Nodes * 20).Select(n => $"c-{n:D3}"), codes.Order(StringComparer.Ordinal));
    }

    // Every node carries every dossier on in batches of its own order, so that all of them are in each other's way.
    private static async Task ProgressAsync(DossierStore store, int node, ConcurrentBag<(long Dossier, int Version, long Position)> acknowledged)
    {
        var random = new Random(node);
        for (var round = 0; round < 40; round++)
        {
            var ids = Enumerable.Range(1, Dossiers).Select(i => (long)i).OrderBy(_ => random.Next()).Take(5).ToList();
            var rows = await store.LoadManyAsync(ids);
            var writes = rows.OrderBy(row => ids.IndexOf(row.Id)).Select(row => Rows.Write(row with { Version = row.Version + 1 })).ToList();
            // Two of them together or not at all.
            var units = writes.Skip(2).Select(write => Rows.Unit(write)).Append(new CommitUnit { Writes = [.. writes.Take(2)] }).ToList();
            var outcomes = await store.CommitAsync(units);
            foreach (var committed in outcomes.OfType<Committed>())
                for (var i = 0; i < committed.Writes.Length; i++)
                    acknowledged.Add((committed.Writes[i].Row.Id, committed.Writes[i].Row.Version, committed.Position - committed.Writes.Length + 1 + i));
        }
    }
}
