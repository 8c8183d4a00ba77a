using Grpc.Core;
using Grpc.Health.V1;
using Tthc.Engine.Rules;

namespace Tthc.Engine.Hosting;

/// <summary>Standard health: the server is there; a service serves when rules are in force.</summary>
internal sealed class HealthEndpoint(RuleCatalog rules, StreamEnd end) : Health.HealthBase
{
    private static readonly HashSet<string> s_services =
    [
        "tthc.engine.v1.DossierService", "tthc.engine.v1.WorklistService", "tthc.engine.v1.ProcedureService", "tthc.engine.v1.FeedService",
    ];

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        var status = StatusOf(request.Service);
        return status == HealthCheckResponse.Types.ServingStatus.ServiceUnknown
            ? throw CallErrors.Of(StatusCode.NotFound, $"unknown service '{request.Service}'")
            : Task.FromResult(new HealthCheckResponse { Status = status });
    }

    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, end.Token);
        HealthCheckResponse.Types.ServingStatus? told = null;
        using var look = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            do
            {
                var status = StatusOf(request.Service);
                if (status != told)
                    await responseStream.WriteAsync(new HealthCheckResponse { Status = status }, stop.Token);
                told = status;
            }
            while (await look.WaitForNextTickAsync(stop.Token));
        }
        catch (OperationCanceledException) when (end.Token.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested)
        {
            await responseStream.WriteAsync(new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.NotServing });
        }
    }

    private HealthCheckResponse.Types.ServingStatus StatusOf(string service)
    {
        if (service.Length > 0 && !s_services.Contains(service))
            return HealthCheckResponse.Types.ServingStatus.ServiceUnknown;
        if (end.Token.IsCancellationRequested)
            return HealthCheckResponse.Types.ServingStatus.NotServing;
        return service.Length == 0 || rules.Current.Published.Any() ? HealthCheckResponse.Types.ServingStatus.Serving : HealthCheckResponse.Types.ServingStatus.NotServing;
    }
}
