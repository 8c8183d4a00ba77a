using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Tthc.EndToEnd.Hosting;

namespace Tthc.EndToEnd.Starting;

/// <summary>What a collector of OpenTelemetry gets.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly EngineFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sends_traces_of_calls_and_commits_and_figures_to_a_collector()
    {
        using var collector = new Collector();
        using var engine = await EngineProcess.StartAsync(_folder, $"--Telemetry:OtlpEndpoint={collector.Address}");
        using (var client = new EngineClient(engine.Address))
            await client.ReceiveAsync();

        // What was gathered is sent at the latest when it stops.
        Assert.Equal(0, await engine.TerminateAsync());

        var traces = collector.Received("/v1/traces");
        Assert.Contains("/tthc.engine.v1.DossierService/ReceiveDossier", traces, StringComparison.Ordinal);
        Assert.Contains("tthc.units", traces, StringComparison.Ordinal);
        Assert.Contains("tthc-engine", traces, StringComparison.Ordinal);
        Assert.Contains("tthc.commit.batch", collector.Received("/v1/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_what_is_no_address()
    {
        var (exit, errors) = await EngineProcess.RefuseAsync(_folder, "--Telemetry:OtlpEndpoint=collector");

        Assert.Equal(1, exit);
        Assert.Contains("Telemetry:OtlpEndpoint", errors, StringComparison.Ordinal);
    }

    /// <summary>Takes whatever is posted.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener;
        private readonly ConcurrentQueue<(string Path, byte[] Body)> _posted = [];

        public Collector()
        {
            Address = $"http://127.0.0.1:{FreePort.Find()}/";
            _listener = new HttpListener { Prefixes = { Address } };
            _listener.Start();
            _ = Task.Run(TakeAsync);
        }

        public string Address { get; }

        public string Received(string path) => string.Concat(_posted.Where(p => p.Path == path).Select(p => Encoding.Latin1.GetString(p.Body)));

        public void Dispose() => _listener.Close();

        private async Task TakeAsync()
        {
            while (_listener.IsListening)
            {
                var call = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await call.Request.InputStream.CopyToAsync(body);
                _posted.Enqueue((call.Request.Url!.AbsolutePath, body.ToArray()));
                call.Response.ContentType = "application/x-protobuf";
                call.Response.Close();
            }
        }
    }
}
