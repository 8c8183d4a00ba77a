using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Starting;

public sealed partial class MetricsTests : IDisposable
{
    private readonly EngineFolder _folder = new();
    private readonly HttpClient _http = new();

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Tell_calls_refusals_and_commits_in_the_text_of_Prometheus_and_feed_the_dashboard()
    {
        var port = FreePort.Find();
        using var engine = await EngineProcess.StartAsync(_folder, $"--Listen:MetricsPort={port}");
        using var client = new EngineClient(engine.Address);
        var code = (await client.ReceiveAsync()).Code;
        await Assert.ThrowsAsync<Grpc.Core.RpcException>(async () => await client.Dossiers.AdvanceStepAsync(
            new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = code, Action = "no-such" }, Officer.Examiner().Headers));
        await client.FeedAsync();

        var text = await _http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/metrics"));

        Assert.Contains("tthc_calls_total{method=\"/tthc.engine.v1.DossierService/ReceiveDossier\",code=\"OK\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("tthc_refusals_total{reason=\"unknown-action\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("tthc_commit_batch_count 2\n", text, StringComparison.Ordinal);
        Assert.Contains("tthc_rules_bundle 1\n", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n').Where(l => l.Length > 0 && l[0] != '#'), line => Assert.Matches(@"^[a-z_]+(\{[^}]*\})? [0-9.E+-]+$", line));
        Assert.Equal("alive", await _http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/health/live")));
        Assert.Equal("ready", await _http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/health/ready")));
        foreach (var name in NamesOfDashboard().Concat(NamesOfAlerts()))
            Assert.Contains($"# TYPE {name} ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_that_an_engine_without_rules_lives_and_is_not_ready()
    {
        var port = FreePort.Find();
        Directory.Delete(_folder.Rules, recursive: true);
        using var engine = await EngineProcess.StartAsync(_folder, $"--Listen:MetricsPort={port}");

        using var ready = await _http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("no procedure is in force", await ready.Content.ReadAsStringAsync());
        Assert.Equal("alive", await _http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/health/live")));
    }

    [Theory]
    [InlineData("http")]
    [InlineData("70000")]
    public async Task Refuse_what_is_no_port(string setting)
    {
        var (exit, errors) = await EngineProcess.RefuseAsync(_folder, $"--Listen:MetricsPort={setting}");

        Assert.Equal(1, exit);
        Assert.Contains("Listen:MetricsPort", errors, StringComparison.Ordinal);
    }

    /// <summary>Every series that a panel asks for.</summary>
    private static HashSet<string> NamesOfDashboard()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "deploy", "grafana", "tthc-engine.json")));
        var names = dashboard.RootElement.GetProperty("panels").EnumerateArray()
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .SelectMany(target => Series().Matches(target.GetProperty("expr").GetString()!))
            .Select(match => Suffix().Replace(match.Value, "")).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(names);
        return names;
    }

    /// <summary>Every series that an alert looks at.</summary>
    private static HashSet<string> NamesOfAlerts() =>
        [.. Series().Matches(string.Concat(File.ReadLines(Path.Combine(Repository.Root, "deploy", "alerts.yml")).Where(l => l.Contains("expr:", StringComparison.Ordinal)))).Select(m => Suffix().Replace(m.Value, ""))];

    [GeneratedRegex("tthc_[a-z_]+", RegexOptions.None, 1000)]
    private static partial Regex Series();

    [GeneratedRegex("_(bucket|sum|count)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Suffix();
}
