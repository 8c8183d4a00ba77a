using System.Net;
using System.Net.Http.Headers;
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
    public async Task Answers_calls_while_it_gives_notice_and_says_that_it_stops()
    {
        using var folder = new EngineFolder();
        using var engine = await EngineProcess.StartAsync(folder, "--Drain:NoticeSeconds=600");
        using var client = new EngineClient(engine.Address);
        var code = (await client.ReceiveAsync()).Code;

        _ = engine.TerminateAsync();
        await engine.LineAsync(line => line.Contains("Stopping:", StringComparison.Ordinal));

        var health = await new Grpc.Health.V1.Health.HealthClient(client.Channel).CheckAsync(new Grpc.Health.V1.HealthCheckRequest());
        Assert.Equal(Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus.NotServing, health.Status);
        Assert.Equal(2, (await client.GetAsync(code)).Version);
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

    [Fact]
    public async Task Cuts_off_a_call_that_never_comes_to_its_end()
    {
        using var folder = new EngineFolder();
        using var engine = await EngineProcess.StartAsync(folder, "--Drain:Seconds=1");
        using var http = new HttpClient();
        using var half = new HalfMessage();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(engine.Address, "/tthc.engine.v1.DossierService/GetDossier"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = half,
        };
        var answer = http.SendAsync(request, HttpCompletionOption.ResponseContentRead);
        await half.IsSent;

        // The rest of the message never comes: without a bound the engine would wait for it.
        var stopped = engine.TerminateAsync();
        await engine.LineAsync(line => line.Contains("Stopping:", StringComparison.Ordinal));
        Assert.False(answer.IsCompleted);
        Assert.Equal(0, await stopped);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => answer);
        Assert.Equal("ok", Sqlite.Scalar(folder.StoreFile, "pragma integrity_check"));
    }

    /// <summary>The head of a gRPC message of a hundred bytes, and nothing after it.</summary>
    private sealed class HalfMessage : HttpContent
    {
        private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public HalfMessage() => Headers.ContentType = new MediaTypeHeaderValue("application/grpc");

        public Task IsSent => _sent.Task;

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(new byte[] { 0, 0, 0, 0, 100, 10 });
            await stream.FlushAsync();
            _sent.SetResult();
            await new TaskCompletionSource().Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
