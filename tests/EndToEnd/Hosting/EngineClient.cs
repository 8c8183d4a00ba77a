using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Hosting;

/// <summary>A client of the engine with the few acts that most tests need.</summary>
internal sealed class EngineClient : IDisposable
{
    public const string Short = "E2E-NHANH";
    public const string Long = "E2E-DAI";
    private readonly GrpcChannel _channel;

    public EngineClient(Uri address)
    {
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            MaxReceiveMessageSize = null,
            MaxSendMessageSize = null,
            HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true },
        });
        Dossiers = new DossierService.DossierServiceClient(_channel);
        Worklist = new WorklistService.WorklistServiceClient(_channel);
        Procedures = new ProcedureService.ProcedureServiceClient(_channel);
        Rules = new RuleService.RuleServiceClient(_channel);
        Feed = new FeedService.FeedServiceClient(_channel);
        Simulation = new SimulationService.SimulationServiceClient(_channel);
        Health = new Health.HealthClient(_channel);
    }

    public GrpcChannel Channel => _channel;

    public DossierService.DossierServiceClient Dossiers { get; }

    public WorklistService.WorklistServiceClient Worklist { get; }

    public ProcedureService.ProcedureServiceClient Procedures { get; }

    public RuleService.RuleServiceClient Rules { get; }

    public FeedService.FeedServiceClient Feed { get; }

    public SimulationService.SimulationServiceClient Simulation { get; }

    public Health.HealthClient Health { get; }

    public static string NewId() => Guid.NewGuid().ToString("N");

    public static ReceiveDossierRequest Receipt(string procedure = Short, string? requestId = null) => new()
    {
        RequestId = requestId ?? NewId(),
        ProcedureCode = procedure,
        Applicant = new Party { Name = "Nguyễn Văn A", IdNumber = "062000000001" },
        Papers = { new DossierPaper { Key = "application", Originals = 1 } },
        Channel = Protos.V1.Channel.Direct,
    };

    /// <summary>Receives a dossier at a commune and leaves the desk's step behind: it then waits for the examiner.</summary>
    public async Task<Dossier> ReceiveAsync(string procedure = Short, string agency = Communes.BoY)
    {
        var desk = Officer.Desk(agency);
        var received = await Dossiers.ReceiveDossierAsync(Receipt(procedure), desk.Headers);
        var advanced = await Dossiers.AdvanceStepAsync(new AdvanceStepRequest { RequestId = NewId(), Dossier = received.Dossier.Code }, desk.Headers);
        return advanced.Dossier;
    }

    public async Task<Dossier> GetAsync(string code) =>
        (await Dossiers.GetDossierAsync(new GetDossierRequest { Dossier = code }, Officer.Desk().Headers)).Dossier;

    /// <summary>All events of a dossier, page by page.</summary>
    public async Task<List<DossierEvent>> EventsAsync(string code)
    {
        var events = new List<DossierEvent>();
        for (var token = ""; ;)
        {
            var page = await Dossiers.ListDossierEventsAsync(
                new ListDossierEventsRequest { Dossier = code, PageSize = 1000, PageToken = token }, Officer.Desk().Headers);
            events.AddRange(page.Events);
            if ((token = page.NextPageToken).Length == 0)
                return events;
        }
    }

    /// <summary>Every event there is now, from a position on.</summary>
    public async Task<List<DossierEvent>> FeedAsync(long after = 0)
    {
        var events = new List<DossierEvent>();
        using var call = Feed.WatchEvents(new WatchEventsRequest { AfterPosition = after, UntilCaughtUp = true }, Officer.Desk().Headers);
        await foreach (var message in call.ResponseStream.ReadAllAsync())
            events.AddRange(message.Events);
        return events;
    }

    public async Task MoveClockAsync(DateTimeOffset to) =>
        await Simulation.AdvanceClockAsync(new AdvanceClockRequest { To = to.ToTimestamp() }, Officer.Desk().Headers);

    public void Dispose() => _channel.Dispose();
}
