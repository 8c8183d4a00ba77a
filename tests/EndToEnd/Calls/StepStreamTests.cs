using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Calls;

/// <summary>AdvanceSteps: steps in bulk, one reply an item.</summary>
[Collection(OnSharedEngine.Name)]
public sealed class StepStreamTests(SharedEngine engine) : IDisposable
{
    private readonly EngineClient _client = engine.NewClient();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Answers_each_item_once_and_keeps_the_order_of_a_dossier()
    {
        const int dossiers = 40;
        var codes = await Task.WhenAll(Enumerable.Range(0, dossiers).Select(async _ => await ReadyAsync()));
        // Three steps of the ring for each dossier, all dossiers mixed.
        var items = Enumerable.Range(0, 3).SelectMany(_ => codes).Select(Step).ToList();

        var replies = await RunAsync(items);

        Assert.Equal(Enumerable.Range(0, items.Count).Select(i => (long)i), replies.Select(r => r.Index).Order());
        Assert.All(replies, r => Assert.Equal(items[(int)r.Index].RequestId, r.RequestId));
        Assert.All(replies, r => Assert.Null(r.Error));
        foreach (var code in codes)
        {
            var own = replies.Where(r => items[(int)r.Index].Dossier == code).ToList();
            Assert.Equal(own.OrderBy(r => r.Index), own);
            Assert.Equal("s04", (await _client.GetAsync(code)).ActiveSteps.Single().Step);
        }
    }

    [Fact]
    public async Task Tells_what_is_wrong_with_an_item_and_goes_on()
    {
        var code = await ReadyAsync();
        var repeated = Step(code);
        AdvanceStepRequest[] items = [Step("H00-000000-0000"), new AdvanceStepRequest(), repeated, repeated, new AdvanceStepRequest(Step(code)) { Action = "nowhere" }, Step(code)];

        var replies = (await RunAsync(items)).OrderBy(r => r.Index).ToList();

        Assert.Equal(
            [StatusCode.NotFound, StatusCode.InvalidArgument, StatusCode.OK, StatusCode.OK, StatusCode.FailedPrecondition, StatusCode.OK],
            replies.Select(r => (StatusCode)(r.Error?.Code ?? 0)));
        Assert.True(replies[3].Done.Replayed);
        Assert.Equal(replies[2].Done.Position, replies[3].Done.Position);
        var info = replies[4].Error.Details.Single(d => d.Is(Google.Rpc.ErrorInfo.Descriptor)).Unpack<Google.Rpc.ErrorInfo>();
        Assert.Equal("unknown-action", info.Reason);
        Assert.Equal("s03", replies[5].Done.Dossier.ActiveSteps.Single().Step);
    }

    [Fact]
    public async Task Is_not_for_callers_who_do_not_say_who_they_are()
    {
        using var call = _client.Dossiers.AdvanceSteps();
        var refused = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
    }

    private async Task<string> ReadyAsync() => (await _client.ReceiveAsync(EngineClient.Long)).Code;

    private static AdvanceStepRequest Step(string code) => new() { RequestId = EngineClient.NewId(), Dossier = code };

    private async Task<List<AdvanceStepsResponse>> RunAsync(IEnumerable<AdvanceStepRequest> items)
    {
        using var call = _client.Dossiers.AdvanceSteps(Officer.Examiner().Headers);
        var reading = ReadAsync(call.ResponseStream);
        foreach (var item in items)
            await call.RequestStream.WriteAsync(new AdvanceStepsRequest { Step = item });
        await call.RequestStream.CompleteAsync();
        return await reading;
    }

    private static async Task<List<AdvanceStepsResponse>> ReadAsync(IAsyncStreamReader<AdvanceStepsResponse> replies)
    {
        var all = new List<AdvanceStepsResponse>();
        while (await replies.MoveNext(CancellationToken.None))
            all.Add(replies.Current);
        return all;
    }
}
