using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Feed;

/// <summary>A reader as a ministry's system would be: it keeps the last position and comes back with it after any break.</summary>
internal sealed class FeedReader(Func<Uri> address)
{
    private readonly List<long> _positions = [];
    private long _last;

    public IReadOnlyList<long> Positions => _positions;

    /// <summary>Reads a few messages, as long as there may be more, and hangs up.</summary>
    public async Task ReadAsync(int messages, Task writing)
    {
        using var client = new EngineClient(address());
        using var call = client.Feed.WatchEvents(new WatchEventsRequest { AfterPosition = _last }, Officer.Desk().Headers);
        for (var i = 0; i < messages; i++)
        {
            var next = call.ResponseStream.MoveNext(CancellationToken.None);
            if (await Task.WhenAny(next, writing) == writing && !next.IsCompleted)
                return;
            Assert.True(await next);
            Take(call.ResponseStream.Current);
        }
    }

    /// <summary>Reads until the engine is gone.</summary>
    public async Task ReadUntilAwayAsync()
    {
        using var client = new EngineClient(address());
        using var call = client.Feed.WatchEvents(new WatchEventsRequest { AfterPosition = _last }, Officer.Desk().Headers);
        var gone = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
                Take(call.ResponseStream.Current);
        });
        Assert.Equal(StatusCode.Unavailable, gone.StatusCode);
    }

    /// <summary>Reads what there is now.</summary>
    public async Task CatchUpAsync()
    {
        using var client = new EngineClient(address());
        using var call = client.Feed.WatchEvents(new WatchEventsRequest { AfterPosition = _last, UntilCaughtUp = true }, Officer.Desk().Headers);
        await foreach (var message in call.ResponseStream.ReadAllAsync())
            Take(message);
    }

    private void Take(WatchEventsResponse message)
    {
        _positions.AddRange(message.Events.Select(e => e.Position));
        _last = message.Position;
    }
}
