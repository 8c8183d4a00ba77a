using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Calls;

[Collection(OnSharedEngine.Name)]
public sealed class PagingTests(SharedEngine engine) : IDisposable
{
    private const string Agency = "qn-phuong-kon-tum";
    private readonly EngineClient _client = engine.NewClient();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("received_at desc")]
    [InlineData("due_at")]
    public async Task Meets_every_dossier_once_while_rows_change(string order)
    {
        var there = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 12; i++)
            there.Add((await _client.ReceiveAsync(agency: Agency)).Code);

        var met = new List<string>();
        for (var token = ""; ;)
        {
            var page = await _client.Dossiers.ListDossiersAsync(
                new ListDossiersRequest { ReceivingAgency = Agency, PageSize = 5, PageToken = token, OrderBy = order }, Officer.Desk(Agency).Headers);
            met.AddRange(page.Dossiers.Select(d => d.Code));
            if ((token = page.NextPageToken).Length == 0)
                break;
            // Between the pages the dossiers go on and new ones come in.
            await ClaimAsync(page.Dossiers[0].Code);
            await _client.ReceiveAsync(agency: Agency);
        }

        Assert.Equal(met.Count, met.Distinct(StringComparer.Ordinal).Count());
        Assert.Subset(met.ToHashSet(StringComparer.Ordinal), there);
    }

    [Fact]
    public async Task Refuses_a_token_of_another_list()
    {
        for (var i = 0; i < 2; i++)
            await _client.ReceiveAsync(agency: Agency);
        var page = await _client.Dossiers.ListDossiersAsync(new ListDossiersRequest { PageSize = 1 }, Officer.Desk().Headers);

        var failure = await Failure.OfAsync(_client.Dossiers.ListDossiersAsync(
            new ListDossiersRequest { PageSize = 1, PageToken = page.NextPageToken, OrderBy = "due_at" }, Officer.Desk().Headers));

        Assert.Equal(StatusCode.InvalidArgument, failure.Code);
        Assert.Equal(["page_token"], failure.Fields);
    }

    [Fact]
    public async Task Lists_the_events_of_one_dossier_page_by_page()
    {
        var dossier = await _client.ReceiveAsync(EngineClient.Long, Agency);
        for (var i = 0; i < 5; i++)
            await _client.Dossiers.AdvanceStepAsync(
                new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = dossier.Code }, Officer.Examiner(Agency).Headers);

        var sequences = new List<long>();
        for (var token = ""; ;)
        {
            var page = await _client.Dossiers.ListDossierEventsAsync(
                new ListDossierEventsRequest { Dossier = dossier.Code, PageSize = 2, PageToken = token }, Officer.Desk().Headers);
            Assert.InRange(page.Events.Count, 0, 2);
            sequences.AddRange(page.Events.Select(e => e.Sequence));
            if ((token = page.NextPageToken).Length == 0)
                break;
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], sequences);
    }

    // Whoever lists first claims; a second listing finds it claimed by the same officer.
    private async Task ClaimAsync(string code) =>
        await _client.Dossiers.ClaimStepAsync(new ClaimStepRequest { RequestId = EngineClient.NewId(), Dossier = code }, Officer.Examiner(Agency).Headers);
}
