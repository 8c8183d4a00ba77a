using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Feed;

[Collection(OnSharedEngine.Name)]
public sealed class WatchWorklistTests(SharedEngine engine) : IDisposable
{
    private const string Agency = "qn-xa-dak-to";
    private readonly EngineClient _client = engine.NewClient();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Sends_the_list_as_it_stands_and_then_each_change()
    {
        var waiting = await _client.ReceiveAsync(agency: Agency);
        using var call = _client.Worklist.WatchWorklist(new WatchWorklistRequest(), Officer.Examiner(Agency).Headers);
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.True(call.ResponseStream.Current.SnapshotComplete);
        Assert.Contains(call.ResponseStream.Current.Changed, item => item.Dossier == waiting.Code && item.Step == "examine");

        var arrived = await _client.ReceiveAsync(agency: Agency);
        var item = (await NextAsync(call, m => m.Changed.Any(c => c.Dossier == arrived.Code))).Changed.Single(c => c.Dossier == arrived.Code);
        Assert.Equal(("examine", "civil-status-officer", ""), (item.Step, item.Role, item.Officer));

        await _client.Dossiers.ClaimStepAsync(new ClaimStepRequest { RequestId = EngineClient.NewId(), Dossier = arrived.Code }, Officer.Examiner(Agency).Headers);
        var claimed = await NextAsync(call, m => m.Changed.Any(c => c.Dossier == arrived.Code && c.Officer == "ho-tich"));
        Assert.Empty(claimed.Removed);

        await _client.Dossiers.AdvanceStepAsync(
            new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = arrived.Code, Action = "propose" }, Officer.Examiner(Agency).Headers);
        var gone = await NextAsync(call, m => m.Removed.Any(r => r.Dossier == arrived.Code));
        Assert.DoesNotContain(gone.Changed, c => c.Dossier == arrived.Code);
    }

    [Fact]
    public async Task Lists_work_due_soonest_first_and_only_that_of_the_caller()
    {
        var mine = await _client.ReceiveAsync(agency: Agency);
        var foreign = await _client.ReceiveAsync(agency: "qn-xa-duc-nong");

        var list = await _client.Worklist.ListWorkItemsAsync(new ListWorkItemsRequest { PageSize = 500 }, Officer.Examiner(Agency).Headers);

        Assert.Contains(list.Items, i => i.Dossier == mine.Code);
        Assert.DoesNotContain(list.Items, i => i.Dossier == foreign.Code);
        Assert.All(list.Items, i => Assert.Equal("civil-status-officer", i.Role));
        Assert.Equal(list.Items.Select(i => i.DueAt.ToDateTime()).Order(), list.Items.Select(i => i.DueAt.ToDateTime()));
    }

    private static async Task<WatchWorklistResponse> NextAsync(AsyncServerStreamingCall<WatchWorklistResponse> call, Func<WatchWorklistResponse, bool> wanted)
    {
        using var hang = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await call.ResponseStream.MoveNext(hang.Token))
            if (wanted(call.ResponseStream.Current))
                return call.ResponseStream.Current;
        throw new InvalidOperationException("The work list ended.");
    }
}
