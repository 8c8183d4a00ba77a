using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Calls;

[Collection(OnSharedEngine.Name)]
public sealed class RequestIdTests(SharedEngine engine) : IDisposable
{
    private readonly EngineClient _client = engine.NewClient();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Replays_the_first_reply_of_a_receipt()
    {
        var request = EngineClient.Receipt();
        var first = await _client.Dossiers.ReceiveDossierAsync(request, Officer.Desk().Headers);

        var again = await _client.Dossiers.ReceiveDossierAsync(request, Officer.Desk().Headers);

        Assert.False(first.Replayed);
        Assert.True(again.Replayed);
        again.Replayed = false;
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task Replays_the_first_reply_after_the_dossier_went_on()
    {
        var dossier = await _client.ReceiveAsync();
        var request = new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = dossier.Code, Action = "propose" };
        var first = await _client.Dossiers.AdvanceStepAsync(request, Officer.Examiner().Headers);
        await _client.Dossiers.ClaimStepAsync(
            new ClaimStepRequest { RequestId = EngineClient.NewId(), Dossier = dossier.Code }, Officer.Chairman().Headers);

        var again = await _client.Dossiers.AdvanceStepAsync(request, Officer.Examiner().Headers);

        Assert.True(again.Replayed);
        again.Replayed = false;
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task Replays_an_act_whose_expected_version_has_passed()
    {
        var dossier = await _client.ReceiveAsync();
        var request = new ClaimStepRequest { RequestId = EngineClient.NewId(), Dossier = dossier.Code, ExpectedVersion = dossier.Version };
        var first = await _client.Dossiers.ClaimStepAsync(request, Officer.Examiner().Headers);

        var again = await _client.Dossiers.ClaimStepAsync(request, Officer.Examiner().Headers);

        Assert.True(again.Replayed);
        Assert.Equal(first.Dossier, again.Dossier);
    }

    [Fact]
    public async Task Carries_out_once_what_many_send_at_the_same_time()
    {
        var request = EngineClient.Receipt();

        var replies = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => _client.Dossiers.ReceiveDossierAsync(request, Officer.Desk().Headers).ResponseAsync));

        Assert.Single(replies, r => !r.Replayed);
        Assert.Single(replies.Select(r => r.Dossier.Code).Distinct());
        Assert.Single(await _client.EventsAsync(replies[0].Dossier.Code));
    }

    [Fact]
    public async Task Refuses_the_same_id_for_another_verb_with_the_same_fields()
    {
        var dossier = await _client.ReceiveAsync();
        var id = EngineClient.NewId();
        var step = dossier.ActiveSteps[0].Step;
        await _client.Dossiers.ClaimStepAsync(new ClaimStepRequest { RequestId = id, Dossier = dossier.Code, Step = step }, Officer.Examiner().Headers);

        var failure = await Failure.OfAsync(
            _client.Dossiers.AdvanceStepAsync(new AdvanceStepRequest { RequestId = id, Dossier = dossier.Code, Step = step, Action = "propose" }, Officer.Examiner().Headers));

        Assert.Equal(StatusCode.InvalidArgument, failure.Code);
    }

    [Fact]
    public async Task Refuses_the_same_id_from_another_officer()
    {
        var dossier = await _client.ReceiveAsync();
        var claim = new ClaimStepRequest { RequestId = EngineClient.NewId(), Dossier = dossier.Code };
        await _client.Dossiers.ClaimStepAsync(claim, Officer.Examiner().Headers);

        var failure = await Failure.OfAsync(_client.Dossiers.ClaimStepAsync(claim, new Officer("khac", Communes.BoY, "civil-status-officer").Headers));

        Assert.Equal(StatusCode.InvalidArgument, failure.Code);
    }

    [Fact]
    public async Task Refuses_the_same_id_with_another_body()
    {
        var request = EngineClient.Receipt();
        var first = await _client.Dossiers.ReceiveDossierAsync(request, Officer.Desk().Headers);
        request.Applicant.Name = "Trần Thị B";

        var failure = await Failure.OfAsync(_client.Dossiers.ReceiveDossierAsync(request, Officer.Desk().Headers));

        Assert.Equal(StatusCode.InvalidArgument, failure.Code);
        Assert.Equal(["request_id"], failure.Fields);
        Assert.Equal(1, (await _client.GetAsync(first.Dossier.Code)).Version);
    }

    [Fact]
    public async Task Does_not_remember_a_refused_call()
    {
        var dossier = await _client.ReceiveAsync();
        var request = new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = dossier.Code, Action = "propose" };
        await Failure.OfAsync(_client.Dossiers.AdvanceStepAsync(request, Officer.Desk().Headers));

        var done = await _client.Dossiers.AdvanceStepAsync(request, Officer.Examiner().Headers);

        Assert.False(done.Replayed);
    }
}
