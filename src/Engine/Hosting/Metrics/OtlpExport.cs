using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Tthc.Engine.Hosting.Metrics;

/// <summary>Traces and figures to a collector, by the OpenTelemetry protocol. Nothing is traced where no collector is named.</summary>
internal static class OtlpExport
{
    /// <summary>Sends to a collector from now on.</summary>
    /// <param name="services">Of the host.</param>
    /// <param name="endpoint">The collector: port 4317 speaks gRPC, a path of /v1/… or any other port HTTP.</param>
    public static void AddOtlp(this IServiceCollection services, Uri endpoint)
    {
        var isGrpc = endpoint.Port == 4317;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("tthc-engine", serviceVersion: typeof(OtlpExport).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(tracing => tracing
                .AddSource(EngineMeter.Name, "Microsoft.AspNetCore", "Npgsql")
                .AddOtlpExporter(to => Aim(to, endpoint, isGrpc, "v1/traces")))
            .WithMetrics(metrics => metrics
                .AddMeter(EngineMeter.Name, "System.Runtime")
                .AddOtlpExporter(to => Aim(to, endpoint, isGrpc, "v1/metrics")));
    }

    private static void Aim(OtlpExporterOptions to, Uri endpoint, bool isGrpc, string path)
    {
        to.Protocol = isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        to.Endpoint = isGrpc ? endpoint : new Uri(endpoint, path);
    }
}
