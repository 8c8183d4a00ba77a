using System.Threading.Channels;
using Grpc.Core;
using Tthc.Engine.Hosting;
using Tthc.Protos.V1;
using Channel = System.Threading.Channels.Channel;

namespace Tthc.Engine.Dossiers.Bulk;

/// <summary>
/// Steps in bulk: the items of a stream go into lanes by dossier, each lane does one after the other, so that steps of one dossier keep their order and the
/// commits of all lanes share transactions. A full lane holds the stream back, and with it the caller.
/// </summary>
/// <param name="advance">Does one step.</param>
/// <param name="status">The status of a failure.</param>
internal sealed class StepStream(Func<AdvanceStepRequest, Task<AdvanceStepResponse>> advance, Func<Exception, RpcException> status)
{
    // A power of two.
    private const int Lanes = 64;
    private const int MostInLane = 16;
    private const int MostReplies = 256;
    private readonly Channel<AdvanceStepsResponse> _replies = Channel.CreateBounded<AdvanceStepsResponse>(new BoundedChannelOptions(MostReplies) { SingleReader = true });
    private readonly Channel<Item>[] _lanes =
        [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateBounded<Item>(new BoundedChannelOptions(MostInLane) { SingleReader = true, SingleWriter = true }))];

    public async Task RunAsync(
        IAsyncStreamReader<AdvanceStepsRequest> requests, IServerStreamWriter<AdvanceStepsResponse> responses, ServerCallContext context, CancellationToken ending)
    {
        var facts = CallFacts.Of(context);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, ending);
        var rest = Task.WhenAll(WorkAsync(facts, context.CancellationToken), WriteAsync(responses, context.CancellationToken));
        try
        {
            await ReadAsync(requests, reading.Token);
        }
        finally
        {
            // What was taken is done and told, also when the engine is stopping.
            await rest;
        }
    }

    private async Task WriteAsync(IServerStreamWriter<AdvanceStepsResponse> responses, CancellationToken cancellation)
    {
        await foreach (var reply in _replies.Reader.ReadAllAsync(cancellation))
            await responses.WriteAsync(reply, cancellation);
    }

    private async Task ReadAsync(IAsyncStreamReader<AdvanceStepsRequest> requests, CancellationToken cancellation)
    {
        try
        {
            for (var index = 0L; await requests.MoveNext(cancellation); index++)
            {
                var step = requests.Current.Step ?? new AdvanceStepRequest();
                var lane = string.GetHashCode(step.Dossier, StringComparison.Ordinal) & (Lanes - 1);
                await _lanes[lane].Writer.WriteAsync(new Item(index, step), cancellation);
            }
        }
        finally
        {
            foreach (var lane in _lanes)
                lane.Writer.Complete();
        }
    }

    private async Task WorkAsync(CallFacts facts, CancellationToken cancellation)
    {
        try
        {
            await Task.WhenAll(_lanes.Select(lane => WorkAsync(lane.Reader, facts, cancellation)));
        }
        finally
        {
            _replies.Writer.Complete();
        }
    }

    private async Task WorkAsync(ChannelReader<Item> lane, CallFacts facts, CancellationToken cancellation)
    {
        await foreach (var item in lane.ReadAllAsync(cancellation))
            await _replies.Writer.WriteAsync(await AdvanceAsync(item, facts), cancellation);
    }

    private async Task<AdvanceStepsResponse> AdvanceAsync(Item item, CallFacts facts)
    {
        var reply = new AdvanceStepsResponse { Index = item.Index, RequestId = item.Step.RequestId };
        try
        {
            reply.Done = await advance(item.Step);
        }
        catch (Exception e)
        {
            // An item's failure is its own; the first that nobody foresaw is logged with the call.
            var failure = status(e);
            if (failure.StatusCode == StatusCode.Internal)
                facts.Unexpected ??= e;
            reply.Error = CallErrors.DetailsOf(failure);
        }
        return reply;
    }

    private sealed record Item(long Index, AdvanceStepRequest Step);
}
