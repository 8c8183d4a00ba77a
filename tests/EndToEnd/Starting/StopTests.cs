using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Starting;

public sealed class StopTests
{
    [Fact]
    public async Task Stops_on_sigterm_with_what_it_acknowledged()
    {
        using var engine = await PrivateEngine.StartAsync();
        var code = (await engine.Client.ReceiveAsync()).Code;

        Assert.Equal(0, await engine.Process.TerminateAsync());

        await engine.RestartAsync();
        Assert.Equal(2, (await engine.Client.GetAsync(code)).Version);
        Assert.Equal("ok", Sqlite.Scalar(engine.Folder.StoreFile, "pragma integrity_check"));
    }

    [Fact]
    public async Task Ends_open_streams_on_sigterm_so_that_readers_come_back()
    {
        using var engine = await PrivateEngine.StartAsync();
        await engine.Client.ReceiveAsync();
        using var watch = engine.Client.Feed.WatchEvents(new WatchEventsRequest(), Officer.Desk().Headers);
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));

        var stopped = engine.Process.TerminateAsync();
        var ended = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await watch.ResponseStream.MoveNext(CancellationToken.None))
            {
                // What was still on its way.
            }
        });

        Assert.Equal(StatusCode.Unavailable, ended.StatusCode);
        Assert.Equal(0, await stopped);
    }
}
