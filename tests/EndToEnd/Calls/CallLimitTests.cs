using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Calls;

[Collection(OnSharedEngine.Name)]
public sealed class CallLimitTests(SharedEngine engine) : IDisposable
{
    private readonly EngineClient _client = engine.NewClient();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Writes_nothing_for_a_call_whose_deadline_has_passed()
    {
        var dossier = await _client.ReceiveAsync();
        var request = new ClaimStepRequest { RequestId = EngineClient.NewId(), Dossier = dossier.Code };

        var failure = await Failure.OfAsync(_client.Dossiers.ClaimStepAsync(request, Officer.Examiner().Headers, DateTime.UtcNow.AddSeconds(-1)));

        Assert.Equal(StatusCode.DeadlineExceeded, failure.Code);
        Assert.Equal(dossier.Version, (await _client.GetAsync(dossier.Code)).Version);
    }

    [Fact]
    public async Task Answers_every_call_with_a_short_deadline_by_done_or_not_done()
    {
        var dossier = await _client.ReceiveAsync(EngineClient.Long);
        var done = 0;
        for (var i = 0; i < 50; i++)
        {
            // From too short to long enough: whatever the call came to, the log must agree with what a repetition says.
            var request = new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = dossier.Code, Action = i % 20 == 19 ? "again" : "" };
            var version = (await _client.GetAsync(dossier.Code)).Version;
            if (await TryAsync(request, TimeSpan.FromMilliseconds(i * 0.2)))
                Assert.Equal(version + 1, (await _client.GetAsync(dossier.Code)).Version);
            var repeated = await _client.Dossiers.AdvanceStepAsync(request, Officer.Examiner().Headers);
            Assert.Equal(version + 1, repeated.Dossier.Version);
            done++;
        }
        Assert.Equal(dossier.Version + done, (await _client.GetAsync(dossier.Code)).Version);
    }

    [Fact]
    public async Task Survives_callers_that_hang_up()
    {
        var dossier = await _client.ReceiveAsync(EngineClient.Long);
        using var hangUp = new CancellationTokenSource();
        var requests = Enumerable.Range(0, 200)
            .Select(_ => new ClaimStepRequest { RequestId = EngineClient.NewId(), Dossier = dossier.Code }).ToList();

        var calls = requests.Select(r => _client.Dossiers.ClaimStepAsync(r, Officer.Examiner().Headers, cancellationToken: hangUp.Token).ResponseAsync).ToList();
        await hangUp.CancelAsync();
        var acknowledged = 0;
        foreach (var call in calls)
        {
            try
            {
                await call;
                acknowledged++;
            }
            catch (RpcException e)
            {
                Assert.Equal(StatusCode.Cancelled, e.StatusCode);
            }
        }

        // The engine goes on: each act was carried out or not, and can be repeated by its id.
        var events = await _client.EventsAsync(dossier.Code);
        Assert.InRange(events.Count, dossier.Version + acknowledged, dossier.Version + requests.Count);
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(e => (int)e.Sequence));
    }

    [Fact]
    public async Task Refuses_a_message_that_is_too_big()
    {
        var request = new CheckProcedureRequest { Path = "big.procedure.json", Source = new string(' ', 5 * 1024 * 1024) };

        var failure = await Failure.OfAsync(_client.Procedures.CheckProcedureAsync(request, Officer.Desk().Headers));

        Assert.Equal(StatusCode.ResourceExhausted, failure.Code);
        await _client.ReceiveAsync();
    }

    private async Task<bool> TryAsync(AdvanceStepRequest request, TimeSpan limit)
    {
        try
        {
            await _client.Dossiers.AdvanceStepAsync(request, Officer.Examiner().Headers, DateTime.UtcNow + limit);
            return true;
        }
        catch (RpcException e)
        {
            Assert.Equal(StatusCode.DeadlineExceeded, e.StatusCode);
            return false;
        }
    }
}
