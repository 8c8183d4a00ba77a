using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Calls;

[Collection(OnSharedEngine.Name)]
public sealed class RefusalTests(SharedEngine engine) : IDisposable
{
    private readonly EngineClient _client = engine.NewClient();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Tells_an_unknown_dossier()
    {
        var failure = await Failure.OfAsync(_client.Dossiers.GetDossierAsync(new GetDossierRequest { Dossier = "H48.100-260706-9999" }, Officer.Desk().Headers));

        Assert.Equal(StatusCode.NotFound, failure.Code);
        Assert.Equal("unknown-dossier", failure.Info.Reason);
        Assert.Equal("tthc.engine", failure.Info.Domain);
        Assert.Equal("H48.100-260706-9999", failure.Info.Metadata["name"]);
        Assert.Equal(["en", "vi"], failure.Texts.Keys.Order());
    }

    [Fact]
    public async Task Tells_an_unknown_procedure()
    {
        var failure = await Failure.OfAsync(_client.Dossiers.ReceiveDossierAsync(EngineClient.Receipt("9.999999"), Officer.Desk().Headers));

        Assert.Equal(StatusCode.NotFound, failure.Code);
        Assert.Equal("unknown-procedure", failure.Info.Reason);
    }

    [Fact]
    public async Task Tells_all_malformed_fields_at_once()
    {
        var request = new ReceiveDossierRequest
        {
            RequestId = new string('x', 65),
            Subject = new string('s', 1001),
            Applicant = new Party { Phone = new string('0', 51) },
            Papers = { new DossierPaper { Key = "", Originals = -1 } },
        };

        var failure = await Failure.OfAsync(_client.Dossiers.ReceiveDossierAsync(request, Officer.Desk().Headers));

        Assert.Equal(StatusCode.InvalidArgument, failure.Code);
        Assert.Equal(
            ["applicant.name", "applicant.phone", "papers[0].key", "papers[0].originals", "procedure_code", "request_id", "subject"],
            failure.Fields.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Tells_a_refusal_in_both_languages_and_writes_nothing()
    {
        var dossier = await _client.ReceiveAsync();

        var failure = await Failure.OfAsync(_client.Dossiers.AdvanceStepAsync(
            new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = dossier.Code, Action = "doubt" }, Officer.Examiner().Headers));

        Assert.Equal(StatusCode.FailedPrecondition, failure.Code);
        Assert.Equal("missing-note", failure.Info.Reason);
        Assert.Equal("doubt", failure.Info.Metadata["action"]);
        Assert.Contains("phải ghi ý kiến", failure.Texts["vi"]);
        Assert.Contains("needs a note", failure.Texts["en"]);
        Assert.Equal(dossier.Version, (await _client.GetAsync(dossier.Code)).Version);
    }

    [Fact]
    public async Task Denies_who_lacks_the_role_and_names_it()
    {
        var dossier = await _client.ReceiveAsync();

        var failure = await Failure.OfAsync(_client.Dossiers.AdvanceStepAsync(
            new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = dossier.Code, Action = "propose" }, Officer.Desk().Headers));

        Assert.Equal(StatusCode.PermissionDenied, failure.Code);
        Assert.Equal("wrong-role", failure.Info.Reason);
        Assert.Equal("civil-status-officer", failure.Info.Metadata["role"]);
    }

    [Fact]
    public async Task Denies_another_agency()
    {
        var dossier = await _client.ReceiveAsync();

        var failure = await Failure.OfAsync(_client.Dossiers.AdvanceStepAsync(
            new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = dossier.Code, Action = "propose" }, Officer.Examiner("qn-xa-duc-nong").Headers));

        Assert.Equal(StatusCode.PermissionDenied, failure.Code);
        Assert.Equal("wrong-agency", failure.Info.Reason);
        Assert.Equal(Communes.BoYId, failure.Info.Metadata["agency"]);
    }

    [Theory]
    [InlineData(null, "H48.100")]
    [InlineData("ho-tich", null)]
    public async Task Refuses_a_call_that_does_not_say_who_calls(string? actor, string? agency)
    {
        var headers = new Metadata();
        if (actor is not null)
            headers.Add("tthc-actor", actor);
        if (agency is not null)
            headers.Add("tthc-agency", agency);

        var reading = await Failure.OfAsync(_client.Dossiers.GetDossierAsync(new GetDossierRequest { Dossier = "x" }, headers));
        var writing = await Failure.OfAsync(_client.Dossiers.ReceiveDossierAsync(EngineClient.Receipt(), headers));

        Assert.Equal(StatusCode.Unauthenticated, reading.Code);
        Assert.Equal(StatusCode.Unauthenticated, writing.Code);
    }

    [Fact]
    public async Task Refuses_a_version_that_is_no_longer_current_and_tells_the_current_one()
    {
        var dossier = await _client.ReceiveAsync();

        var failure = await Failure.OfAsync(_client.Dossiers.ClaimStepAsync(
            new ClaimStepRequest { RequestId = EngineClient.NewId(), Dossier = dossier.Code, ExpectedVersion = 1 }, Officer.Examiner().Headers));

        Assert.Equal(StatusCode.Aborted, failure.Code);
        Assert.Equal($"{dossier.Version}", failure.Info.Metadata["current_version"]);
        Assert.Equal(dossier.Version, (await _client.GetAsync(dossier.Code)).Version);
    }

    [Fact]
    public async Task Has_no_simulation_service_on_a_real_store()
    {
        using var folder = new EngineFolder();
        using var real = await EngineProcess.StartInRealTimeAsync(folder);
        using var client = new EngineClient(real.Address);

        var failure = await Failure.OfAsync(client.Simulation.GetClockAsync(new GetClockRequest(), Officer.Desk().Headers));

        Assert.Equal(StatusCode.Unimplemented, failure.Code);
    }
}
