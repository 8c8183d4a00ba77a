using System.IO.Compression;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;
using Tthc.Engine.Access;
using Tthc.Engine.Deadlines;
using Tthc.Engine.Dossiers;
using Tthc.Engine.Dossiers.AtHand;
using Tthc.Engine.Dossiers.Bulk;
using Tthc.Engine.Feed;
using Tthc.Engine.Hosting.Compression;
using Tthc.Engine.Hosting.Metrics;
using Tthc.Engine.Hosting.Reflection;
using Tthc.Engine.Procedures;
using Tthc.Engine.Rules;
using Tthc.Engine.Rules.Folder;
using Tthc.Engine.Rules.Calls;
using Tthc.Engine.Rules.Impact;
using Tthc.Engine.Hosting.Settings;
using Tthc.Engine.Simulation;
using Tthc.Engine.Webhooks;
using Tthc.Engine.Worklist;
using Tthc.Protos.V1;
using Tthc.Storage.Database;
using Tthc.Storage.Deadlines;
using Tthc.Storage.Dossiers;
using Tthc.Storage.Feed;
using Tthc.Storage.Rules;
using Tthc.Storage.Tallies;
using Tthc.Storage.Webhooks;

namespace Tthc.Engine.Hosting;

/// <summary>What the process is made of, concept by concept.</summary>
internal static class EngineServices
{
    private const int MostMessageBytes = 4 * 1024 * 1024;

    public static IServiceCollection AddStorage(this IServiceCollection services, Store store) => services
        .AddSingleton(store)
        .AddSingleton(new DossierStore(store))
        .AddSingleton(new DossierIds(store))
        .AddSingleton(new WorkItemStore(store))
        .AddSingleton(new DeadlineStore(store))
        .AddSingleton(new SignalStore(store))
        .AddSingleton(new SetAsideStore(store))
        .AddSingleton(new TallyStore(store))
        .AddSingleton(new SweepStore(store))
        .AddSingleton(new ImpactStore(store))
        .AddSingleton(new WebhookStore(store))
        .AddSingleton(new FeedStore(store));

    public static IServiceCollection AddWebhooks(this IServiceCollection services, EngineOptions options) => services
        .AddSingleton(provider => new WebhookCallers(options.WebhookAdministrator, provider.GetRequiredService<Caller>()))
        .AddSingleton<WebhookPost>()
        .AddSingleton<WebhookSender>()
        .AddHostedService(provider => provider.GetRequiredService<WebhookSender>())
        .AddSingleton<WebhookEndpoint>();

    public static IServiceCollection AddRules(this IServiceCollection services, EngineOptions options, RuleBundleStore store, RuleCatalog catalog, (RuleFolder Folder, RulePublisher Publisher) source) => services
        .AddSingleton(source.Folder)
        .AddSingleton(store)
        .AddSingleton(catalog)
        .AddSingleton(source.Publisher)
        .AddSingleton(new RuleAdministrators(options.RuleAdministrator))
        .AddSingleton(new Importers(options.Importer))
        .AddSingleton<RulePublishing>()
        .AddSingleton<RuleRollback>()
        .AddSingleton<RuleReading>()
        .AddSingleton<RuleTrials>()
        .AddSingleton<ImpactCalls>()
        .AddSingleton<ProcedurePublishing>()
        .AddHostedService<RuleWatch>()
        .AddHostedService<RuleSweep>();

    public static IServiceCollection AddDossiers(this IServiceCollection services) => services
        .AddSingleton<Stripes>()
        .AddSingleton<DossierLoads>()
        .AddSingleton<DossierShelf>()
        .AddSingleton<CommitPipeline>()
        .AddSingleton<DossierTallies>()
        .AddSingleton<DossierRunner>()
        .AddSingleton<DossierImporter>()
        .AddSingleton<BulkCalls>()
        .AddSingleton<DossierViews>()
        .AddSingleton<DossierQueries>()
        .AddSingleton<DossierCounts>()
        .AddSingleton<DossierExplanations>()
        .AddSingleton<Caller>()
        .AddSingleton<FeedBell>()
        .AddSingleton<FeedMessages>()
        .AddSingleton<WorkItemMessages>()
        .AddSingleton<StreamEnd>()
        .AddSingleton<FeedTail>()
        .AddSingleton<FeedReader>()
        .AddSingleton<FeedFilters>()
        .AddHostedService(provider => provider.GetRequiredService<FeedTail>())
        .AddHostedService<NewsDesk>()
        .AddHostedService<MovesElsewhere>()
        .AddSingleton<DueWork>()
        .AddSingleton<DeadlineClock>()
        .AddHostedService(provider => provider.GetRequiredService<DeadlineClock>());

    public static IServiceCollection AddEndpoints(this IServiceCollection services)
    {
        services.AddGrpc(options =>
        {
            options.Interceptors.Add<CallGuard>();
            options.MaxReceiveMessageSize = MostMessageBytes;
            options.MaxSendMessageSize = 4 * MostMessageBytes;
            options.CompressionProviders.Clear();
            options.CompressionProviders.Add(new GzipOfEmptyMessages(CompressionLevel.Fastest));
        });
        services.AddSingleton<PrometheusText>().AddSingleton<EngineGauges>().AddSingleton<OperatorPages>();
        // One of each for the life of the process: they hold nothing of a call.
        return services
            .AddSingleton<CallGuard>()
            .AddSingleton<DossierEndpoint>()
            .AddSingleton<WorklistEndpoint>()
            .AddSingleton<ProcedureEndpoint>()
            .AddSingleton<RuleEndpoint>()
            .AddSingleton<FeedEndpoint>()
            .AddSingleton<SimulationEndpoint>()
            .AddSingleton<HealthEndpoint>()
            .AddSingleton<ReflectionEndpoint>()
            .AddSingleton<ReflectionAlphaEndpoint>();
    }

    public static void MapEndpoints(this WebApplication app, bool simulated)
    {
        app.MapGrpcService<DossierEndpoint>();
        app.MapGrpcService<WorklistEndpoint>();
        app.MapGrpcService<ProcedureEndpoint>();
        app.MapGrpcService<RuleEndpoint>();
        app.MapGrpcService<FeedEndpoint>();
        app.MapGrpcService<WebhookEndpoint>();
        app.MapGrpcService<HealthEndpoint>();
        app.MapGrpcService<ReflectionEndpoint>();
        app.MapGrpcService<ReflectionAlphaEndpoint>();
        if (simulated)
            app.MapGrpcService<SimulationEndpoint>();
    }

    public static ProtoIndex IndexOf(bool simulated)
    {
        List<ServiceDescriptor> services =
        [
            DossierService.Descriptor, WorklistService.Descriptor, ProcedureService.Descriptor, RuleService.Descriptor, FeedService.Descriptor, WebhookService.Descriptor,
            Grpc.Health.V1.Health.Descriptor, Grpc.Reflection.V1.ServerReflection.Descriptor, Grpc.Reflection.V1Alpha.ServerReflection.Descriptor,
        ];
        if (simulated)
            services.Add(SimulationService.Descriptor);
        return new ProtoIndex(services);
    }
}
