using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Calls;

/// <summary>ImportDossiers: histories of another system, with its instants.</summary>
[Collection(OnSharedEngine.Name)]
public sealed class ImportTests(SharedEngine engine) : IDisposable
{
    private static readonly Metadata s_importer = new() { { "tthc-actor", "chuyen-doi" }, { "tthc-agency", Communes.BoY }, { "tthc-roles", "data-importer" } };
    private static readonly DateTimeOffset s_received = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7));
    private readonly EngineClient _client = engine.NewClient();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Takes_over_a_history_with_its_instants_and_lets_the_rules_look_at_it_once()
    {
        var history = Ended("CU-0001");

        var response = await RunAsync(history);

        Assert.Equal((1, 1, 0, 0), (response.Received, response.Imported, response.Known, response.Refused));
        var dossier = await _client.GetAsync("CU-0001");
        Assert.Equal(DossierStatus.Settled, dossier.Status);
        Assert.Equal(s_received, dossier.ReceivedAt.ToDateTimeOffset());
        // Limits of steps that passed meanwhile stand in their places; here only the acts are looked at.
        var events = (await _client.EventsAsync("CU-0001")).FindAll(e => e.Kind != "deadline-passed");
        Assert.Equal(["received", "step-advanced", "step-advanced", "settled", "imported"], events.Select(e => e.Kind).Take(5));
        Assert.Equal((s_received.AddDays(1), s_received.AddDays(1).AddHours(2)), (events[2].OccurredAt.ToDateTimeOffset(), events[2].RecordedAt.ToDateTimeOffset()));
        Assert.Equal(("ho-tich-cu", "chuyen-doi"), (events[2].Actor, events[4].Actor));
        // Closed without number and file, as it came: found now, not then.
        Assert.Contains(dossier.Findings, f => f.Rule == "V04");
        Assert.All(events.Skip(5), e => Assert.True(e.RecordedAt >= events[4].RecordedAt));
    }

    [Fact]
    public async Task Goes_on_with_an_open_dossier_where_the_other_system_left_it()
    {
        var history = Ended("CU-0002");
        history.Acts.RemoveAt(3);
        await RunAsync(history);

        var settled = await _client.Dossiers.SettleDossierAsync(
            new SettleDossierRequest
            {
                RequestId = EngineClient.NewId(), Dossier = "CU-0002", Result = new DossierResult { Number = "1", File = "f", Date = new() { Year = 2026, Month = 3, Day = 3 } },
            },
            Officer.Chairman().Headers);

        Assert.Equal(DossierStatus.Settled, settled.Dossier.Status);
    }

    [Fact]
    public async Task Knows_what_it_took_over_and_refuses_the_code_to_another()
    {
        var history = Ended("CU-0003");
        await RunAsync(history);

        var again = await RunAsync(history, new ImportedDossier(history) { RequestId = EngineClient.NewId() }, new ImportedDossier(history) { Source = "khác" });

        Assert.Equal((3, 0, 1, 2), (again.Received, again.Imported, again.Known, again.Refused));
        Assert.Equal(["code-taken", "request-id-reused"], again.Failures.Select(Reason).Order());
    }

    [Fact]
    public async Task Tells_which_act_of_which_item_is_wrong_and_takes_over_the_others()
    {
        var early = Ended("CU-0011");
        early.Acts[1].RecordedAt = Timestamp.FromDateTimeOffset(s_received);
        var noReceipt = Ended("CU-0012");
        noReceipt.Acts.RemoveAt(0);
        var wrongStep = Ended("CU-0013");
        wrongStep.Acts[2].AdvanceStep.Action = "nowhere";
        var empty = new ImportedDossier { RequestId = EngineClient.NewId() };
        var future = Ended("CU-0014");
        future.Acts[2].OccurredAt = future.Acts[2].RecordedAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddYears(10));
        var malformed = Ended("CU-0015");
        malformed.Acts[1].Agency = "khong-co";
        malformed.Acts[2].Actor = "";

        var response = await RunAsync(early, noReceipt, wrongStep, empty, future, malformed, Ended("CU-0016"));

        Assert.Equal((7, 1, 6), (response.Received, response.Imported, response.Refused));
        Assert.Equal(
            [(0, "history-order", 1), (1, "history-without-receipt", 0), (2, "unknown-action", 2), (3, "malformed", 0), (4, "history-order", 2), (5, "malformed", 0)],
            response.Failures.Select(f => ((int)f.Index, Reason(f), f.Act)));
        var fields = response.Failures[5].Error.Details.Single().Unpack<Google.Rpc.BadRequest>().FieldViolations.Select(v => v.Field);
        Assert.Equal(["acts[1].agency", "acts[2].actor"], fields);
    }

    [Fact]
    public async Task Is_for_importers_only()
    {
        using var call = _client.Dossiers.ImportDossiers(Officer.Desk().Headers);
        await call.RequestStream.CompleteAsync();
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await call.ResponseAsync);
        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
    }

    private static string Reason(ImportFailure failure) =>
        failure.Error.Details.FirstOrDefault(d => d.Is(Google.Rpc.ErrorInfo.Descriptor))?.Unpack<Google.Rpc.ErrorInfo>().Reason ?? failure.Error.Message.Split(':')[0];

    private async Task<ImportDossiersResponse> RunAsync(params ImportedDossier[] dossiers)
    {
        using var call = _client.Dossiers.ImportDossiers(s_importer);
        foreach (var dossier in dossiers)
            await call.RequestStream.WriteAsync(new ImportDossiersRequest { Dossier = dossier });
        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }

    /// <summary>Received, examined on the next day and recorded two hours later, closed on the day after without number and file.</summary>
    private static ImportedDossier Ended(string code)
    {
        var receipt = EngineClient.Receipt();
        return new ImportedDossier
        {
            RequestId = EngineClient.NewId(), Code = code, Source = "hệ thống cũ",
            Acts =
            {
                Act(s_received, "mot-cua-cu", new HistoricAct { Receive = receipt }),
                Act(s_received.AddMinutes(20), "mot-cua-cu", new HistoricAct { AdvanceStep = new AdvanceStepRequest() }),
                Act(s_received.AddDays(1), "ho-tich-cu", new HistoricAct { RecordedAt = Timestamp.FromDateTimeOffset(s_received.AddDays(1).AddHours(2)), AdvanceStep = new AdvanceStepRequest { Action = "propose" } }),
                Act(s_received.AddDays(2), "chu-tich-cu", new HistoricAct { Settle = new SettleDossierRequest() }),
            },
        };
    }

    private static HistoricAct Act(DateTimeOffset at, string actor, HistoricAct act)
    {
        act.OccurredAt = Timestamp.FromDateTimeOffset(at);
        act.Actor = actor;
        act.Agency = Communes.BoY;
        return act;
    }
}
