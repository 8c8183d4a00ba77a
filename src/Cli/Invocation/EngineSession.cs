using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Tthc.Protos.V1;

namespace Tthc.Cli.Invocation;

/// <summary>A connection to the engine for one command.</summary>
internal sealed class EngineSession : IDisposable
{
    private readonly GrpcChannel _channel;
    private readonly TimeProvider _clock;

    public EngineSession(CallSettings settings, TimeProvider clock, CancellationToken cancellation)
    {
        Settings = settings;
        Cancellation = cancellation;
        _clock = clock;
        _channel = Open(settings.Server);
        Dossiers = new(_channel);
        Worklist = new(_channel);
        Procedures = new(_channel);
        Rules = new(_channel);
        Feed = new(_channel);
        Webhooks = new(_channel);
        Simulation = new(_channel);
        Health = new(_channel);
    }

    public CallSettings Settings { get; }

    public CancellationToken Cancellation { get; }

    public DossierService.DossierServiceClient Dossiers { get; }

    public WorklistService.WorklistServiceClient Worklist { get; }

    public ProcedureService.ProcedureServiceClient Procedures { get; }

    public RuleService.RuleServiceClient Rules { get; }

    public FeedService.FeedServiceClient Feed { get; }

    public WebhookService.WebhookServiceClient Webhooks { get; }

    public SimulationService.SimulationServiceClient Simulation { get; }

    public Health.HealthClient Health { get; }

    /// <summary>For a call that answers once.</summary>
    public CallOptions Once => new(Settings.Headers, (_clock.GetUtcNow() + Settings.Timeout).UtcDateTime, Cancellation);

    /// <summary>For a stream that goes on until the caller hangs up.</summary>
    public CallOptions Stream => new(Settings.Headers, null, Cancellation);

    public static GrpcChannel Open(Uri server) => GrpcChannel.ForAddress(server, new GrpcChannelOptions
    {
        HttpHandler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            // A proxy of the environment knows no way back to this machine.
            UseProxy = !server.IsLoopback,
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(20),
        },
        DisposeHttpClient = true,
        MaxReceiveMessageSize = 64 * 1024 * 1024,
    });

    public void Dispose() => _channel.Dispose();
}
