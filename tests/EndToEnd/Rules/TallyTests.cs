using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Rules;

/// <summary>Rules that need more than one dossier: an officer's minute, an agency's month.</summary>
public sealed class TallyTests : IAsyncLifetime
{
    private const string Agencies = """
        {
          "WorkflowName": "e2e-month", "Facts": "dossier",
          "Rules": [ { "RuleName": "E02-month", "Expression": "agency != null && agency.EndedThisMonth >= 3",
            "Properties": { "id": "E02", "severity": "low", "basis": "thử", "title": { "vi": "Tháng", "en": "Month" },
              "message": { "vi": "$(agency.Agency) đã xong $(agency.EndedThisMonth)", "en": "$(agency.Agency) ended $(agency.EndedThisMonth)" } } } ]
        }
        """;

    private const string AgencyTests = """
        { "cases": [
          { "name": "three", "at": "2026-03-02T09:00+07:00", "facts": { "agency": { "EndedThisMonth": 3 } }, "expect": { "E02": "met" } },
          { "name": "two", "at": "2026-03-02T09:00+07:00", "facts": { "agency": { "EndedThisMonth": 2 } }, "expect": { "E02": "not met" } },
          { "name": "not counted", "at": "2026-03-02T09:00+07:00", "facts": { "agency": null }, "expect": { "E02": "not met" } }
        ] }
        """;

    private PrivateEngine? _engine;

    private PrivateEngine Engine => _engine!;

    public async Task InitializeAsync() => _engine = await PrivateEngine.StartAsync();

    public Task DisposeAsync()
    {
        _engine?.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Finds_an_officer_who_ends_more_dossiers_in_a_minute_than_anybody_can_read()
    {
        var codes = new List<string>();
        for (var i = 0; i < 13; i++)
            codes.Add(await ReadyAsync());

        var batch = new List<string>();
        foreach (var code in codes)
            batch.Add(string.Join(' ', (await SettleAsync(code)).Findings.Select(f => f.Rule).Where(r => r.StartsWith("V54b", StringComparison.Ordinal))));

        Assert.Equal([.. Enumerable.Repeat("", 10), "V54b", "V54b", "V54b"], batch);
        Assert.Contains(await Engine.Client.EventsAsync(codes[10]), e => e.Kind == "finding-raised" && e.ToString().Contains("11 dossiers within a minute", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Judges_by_the_month_of_the_agency()
    {
        foreach (var code in new[] { await ReadyAsync(), await ReadyAsync(), await ReadyAsync() })
            Assert.DoesNotContain((await SettleAsync(code)).Findings, f => f.Rule == "E02");
        await Engine.Client.Rules.PublishRuleSetAsync(
            new PublishRuleSetRequest
            {
                RequestId = EngineClient.NewId(), Reason = "thử", Basis = "thử",
                Files =
                {
                    new RuleFileEdit { Path = "compliance/e2e-month.rules.json", Source = Agencies },
                    new RuleFileEdit { Path = "compliance/e2e-month.tests.json", Source = AgencyTests },
                },
            },
            Officer.Administrator().Headers);

        Assert.Contains((await AdvanceAsync((await Engine.Client.ReceiveAsync()).Code, Officer.Examiner(), "propose")).Findings, f => f.Rule == "E02");
    }

    private async Task<string> ReadyAsync()
    {
        var code = (await Engine.Client.ReceiveAsync()).Code;
        await AdvanceAsync(code, Officer.Examiner(), "propose");
        return code;
    }

    private async Task<Dossier> AdvanceAsync(string code, Officer officer, string action) =>
        (await Engine.Client.Dossiers.AdvanceStepAsync(new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = code, Action = action }, officer.Headers)).Dossier;

    private async Task<Dossier> SettleAsync(string code)
    {
        var today = (await Engine.Client.GetAsync(code)).ReceivedAt.ToDateTimeOffset().AddHours(7);
        var result = new DossierResult
        {
            Number = code, File = "kq.pdf", Date = new Google.Type.Date { Year = today.Year, Month = today.Month, Day = today.Day },
        };
        return (await Engine.Client.Dossiers.SettleDossierAsync(
            new SettleDossierRequest { RequestId = EngineClient.NewId(), Dossier = code, Result = result }, Officer.Chairman().Headers)).Dossier;
    }
}
