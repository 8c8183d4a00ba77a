using System.Net;
using Tthc.Engine.Dossiers.AtHand;
using Tthc.Engine.Feed;
using Tthc.Engine.Hosting;
using Tthc.Engine.Hosting.Settings;
using Tthc.Storage.Dossiers;
using Tthc.Storage.Feed;
using Tthc.Storage.Tests;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Engine.Tests.Dossiers;

/// <summary>What other engines moved on is no longer at hand.</summary>
public sealed class MovesElsewhereTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private static readonly Resumed s_act = new("thử");

    private readonly TestStore _place = TestStore.Postgres();
    private readonly FeedBell _bell = new();

    [Fact]
    public async Task Are_forgotten_and_what_stands_is_kept()
    {
        var (store, time) = (new DossierStore(_place.Store), new EngineTime(TimeProvider.System));
        using var loads = new DossierLoads(store, time);
        using var stripes = new Stripes();
        var shelf = new DossierShelf(store, loads, stripes, Options());
        using var moves = new MovesElsewhere(new FeedStore(_place.Store), shelf, _bell, time);
        await store.CommitAsync([Unit(1, 1), Unit(2, 1)]);
        await moves.StartAsync(default);
        shelf.Keep(new DossierInHand(At(1, 1), []));
        var kept = new DossierInHand(At(2, 1), []);
        shelf.Keep(kept);

        // The first of them may be committed before it has looked for the first time; what comes after that look is noticed.
        using var patience = new CancellationTokenSource(s_patience);
        for (var version = 2; (await shelf.TakeAsync(1, patience.Token))!.Dossier.Version == 1; version++)
        {
            patience.Token.ThrowIfCancellationRequested();
            await store.CommitAsync([Unit(1, version)], patience.Token);
            _bell.RingElsewhere();
        }

        Assert.Same(kept, await shelf.TakeAsync(2, default));
        await moves.StopAsync(default);
    }

    public void Dispose() => _place.Dispose();

    private static CommitUnit Unit(long id, int version)
    {
        var write = Rows.Write(Rows.Dossier(id, version) with { State = DossierJson.Write(At(id, version)) });
        return Rows.Unit(write with { Events = [.. write.Events.Select(e => e with { Kind = EventKinds.KindOf(s_act), Payload = EventKinds.Write(s_act), RecordedAt = DateTimeOffset.UtcNow })] });
    }

    private static Dossier At(long id, int version) => Dossier.Blank(id) with { Version = version };

    private static EngineOptions Options() => new()
    {
        StorePath = "", RulesPath = "", RuleAdministrator = "", Importer = "", Address = IPAddress.Loopback, Port = 0, Simulated = false,
    };
}
