using Tthc.Engine.Rules;
using Tthc.Storage.Database;
using Tthc.Storage.Rules;

namespace Tthc.Engine.Hosting.Metrics;

/// <summary>What operators' programs read over plain HTTP, on a port of its own: figures, and whether the engine lives and is ready.</summary>
internal sealed class OperatorPages(PrometheusText figures, RuleCatalog rules, RuleBundleStore store, StreamEnd end)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    public static void Map(WebApplication app, int port)
    {
        var pages = app.Services.GetRequiredService<OperatorPages>();
        app.Services.GetRequiredService<EngineGauges>();
        var host = $"*:{port}";
        app.MapGet("/metrics", () => Results.Text(pages.Figures(), PrometheusText.ContentType)).RequireHost(host);
        app.MapGet("/health/live", () => "alive").RequireHost(host);
        app.MapGet("/health/ready", async (CancellationToken cancellation) => await pages.WhyNotReadyAsync(cancellation) is { } reason
            ? Results.Text(reason, statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ready")).RequireHost(host);
    }

    private string Figures() => figures.Write();

    /// <summary>Null: calls are served.</summary>
    private async Task<string?> WhyNotReadyAsync(CancellationToken cancellation)
    {
        if (end.Token.IsCancellationRequested)
            return "stopping";
        if (!rules.Current.Published.Any())
            return "no procedure is in force";
        try
        {
            var newest = await store.NewestAsync(cancellation).AsTask().WaitAsync(s_patience, cancellation);
            return newest > rules.Current.BundleId ? "newer rules are published and not taken over yet" : null;
        }
        catch (Exception e) when (e is StorageException or TimeoutException)
        {
            return "the store does not answer";
        }
    }
}
