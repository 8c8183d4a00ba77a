using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Races;

public sealed class RaceTests : IAsyncLifetime
{
    private PrivateEngine? _engine;

    private EngineClient Client => _engine!.Client;

    public async Task InitializeAsync() => _engine = await PrivateEngine.StartAsync();

    public Task DisposeAsync()
    {
        _engine?.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Lets_one_of_two_win_who_saw_the_same_version()
    {
        using var second = new EngineClient(_engine!.Process.Address);
        for (var round = 0; round < 50; round++)
        {
            var dossier = await Client.ReceiveAsync();

            var outcomes = await Task.WhenAll(
                Outcome.OfAsync(Client.Dossiers.AdvanceStepAsync(Propose(dossier), Officer.Examiner().Headers)),
                Outcome.OfAsync(second.Dossiers.AdvanceStepAsync(Propose(dossier), Officer.Examiner().Headers)));

            Assert.Single(outcomes, o => o.Reply is not null);
            var loser = outcomes.Single(o => o.Failure is not null).Failure!;
            Assert.Equal(StatusCode.Aborted, loser.Code);
            Assert.Equal($"{dossier.Version + 1}", loser.Info.Metadata["current_version"]);
        }
    }

    [Fact]
    public async Task Gives_a_step_to_one_of_two_officers_and_tells_the_other_who_has_it()
    {
        using var second = new EngineClient(_engine!.Process.Address);
        for (var round = 0; round < 50; round++)
        {
            var dossier = await Client.ReceiveAsync();
            var officers = new[] { "binh", "cuong" }.Select(name => new Officer(name, Communes.BoY, "civil-status-officer")).ToArray();

            var outcomes = await Task.WhenAll(
                Outcome.OfAsync(Client.Dossiers.ClaimStepAsync(Claim(dossier), officers[0].Headers)),
                Outcome.OfAsync(second.Dossiers.ClaimStepAsync(Claim(dossier), officers[1].Headers)));

            var winner = outcomes.Single(o => o.Reply is not null).Reply!.Dossier.ActiveSteps.Single().Officer;
            var loser = outcomes.Single(o => o.Failure is not null).Failure!;
            Assert.Equal("assigned-to-another", loser.Info.Reason);
            Assert.Equal(winner, loser.Info.Metadata["officer"]);
            Assert.Equal(winner, (await Client.GetAsync(dossier.Code)).ActiveSteps.Single().Officer);
        }
    }

    [Fact]
    public async Task Keeps_versions_without_gap_under_a_thousand_acts_on_one_dossier()
    {
        var dossier = await Client.ReceiveAsync(EngineClient.Long);
        var clients = Enumerable.Range(0, 8).Select(_ => new EngineClient(_engine!.Process.Address)).ToList();

        // At step 20 only "again" leads on, before it only the one way: which acts find their step is a matter of the race.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Outcome.OfAsync(clients[i % clients.Count].Dossiers.AdvanceStepAsync(
            new AdvanceStepRequest { RequestId = $"race-{i}", Dossier = dossier.Code, Action = i % 10 == 0 ? "again" : "" }, Officer.Examiner().Headers))));

        clients.ForEach(c => c.Dispose());
        Assert.All(outcomes.Where(o => o.Failure is not null), o => Assert.Equal("unknown-action", o.Failure!.Info.Reason));
        var versions = outcomes.Where(o => o.Reply is not null).Select(o => o.Reply!.Dossier.Version).Order().ToList();
        Assert.InRange(versions.Count, 19, 1000);
        Assert.Equal(Enumerable.Range(1, versions.Count).Select(n => dossier.Version + n), versions);
        var events = await Client.EventsAsync(dossier.Code);
        Assert.Equal(Enumerable.Range(1, (int)versions[^1]), events.Select(e => (int)e.Sequence));
        Assert.Equal(versions[^1], (await Client.GetAsync(dossier.Code)).Version);
    }

    [Fact]
    public async Task Numbers_dossiers_of_each_agency_without_gap_or_repeat_under_concurrent_receipts()
    {
        const int Each = 150;
        var clients = Communes.All.Select(_ => new EngineClient(_engine!.Process.Address)).ToList();
        var work = from n in Enumerable.Range(0, Each) from a in Enumerable.Range(0, Communes.All.Length) select (Client: clients[(a + n) % clients.Count], Agency: Communes.All[a]);

        // Every tenth is malformed in a way only the decision sees: it must not use up a number.
        var outcomes = await Task.WhenAll(work.Select(async (w, i) =>
        {
            var request = EngineClient.Receipt();
            if (i % 10 == 9)
                request.Papers[0].Key = "no-such-paper";
            return await Outcome.OfAsync(w.Client.Dossiers.ReceiveDossierAsync(request, Officer.Desk(w.Agency).Headers));
        }));

        clients.ForEach(c => c.Dispose());
        Assert.All(outcomes.Where(o => o.Failure is not null), o => Assert.Equal("unknown-paper", o.Failure!.Info.Reason));
        var byAgency = outcomes.Where(o => o.Reply is not null).Select(o => o.Reply!.Dossier).GroupBy(d => d.ReceivingAgency).ToList();
        Assert.Equal(Communes.All.Length, byAgency.Count);
        Assert.All(byAgency, agency => Assert.Equal(
            Enumerable.Range(1, agency.Count()).Select(n => $"{agency.Key}-260706-{n:D4}"), agency.Select(d => d.Code).Order(StringComparer.Ordinal)));
    }

    private static AdvanceStepRequest Propose(Dossier dossier) =>
        new() { RequestId = EngineClient.NewId(), Dossier = dossier.Code, ExpectedVersion = dossier.Version, Action = "propose" };

    private static ClaimStepRequest Claim(Dossier dossier) => new() { RequestId = EngineClient.NewId(), Dossier = dossier.Code };
}
