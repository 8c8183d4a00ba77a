using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tthc.Protos.V1;

namespace Tthc.Cli.Tests.Running;

/// <summary>Answers as each test says and remembers what it was asked; on a real port, over real HTTP/2.</summary>
public sealed class FakeEngine : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeEngine(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public Answers Answers => _app.Services.GetRequiredService<Answers>();

    public static async Task<FakeEngine> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton<Answers>();
        builder.Services.AddGrpc();
        var app = builder.Build();
        app.MapGrpcService<DossierEndpoint>();
        app.MapGrpcService<FeedEndpoint>();
        app.MapGrpcService<ProcedureEndpoint>();
        app.MapGrpcService<RuleEndpoint>();
        app.MapGrpcService<HealthEndpoint>();
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class DossierEndpoint(Answers answers) : DossierService.DossierServiceBase
    {
        public override Task<GetDossierResponse> GetDossier(GetDossierRequest request, ServerCallContext context) =>
            answers.Give<GetDossierRequest, GetDossierResponse>(request, context);

        public override Task<ListDossiersResponse> ListDossiers(ListDossiersRequest request, ServerCallContext context) =>
            answers.Give<ListDossiersRequest, ListDossiersResponse>(request, context);

        public override Task<ReceiveDossierResponse> ReceiveDossier(ReceiveDossierRequest request, ServerCallContext context) =>
            answers.Give<ReceiveDossierRequest, ReceiveDossierResponse>(request, context);

        public override Task<AdvanceStepResponse> AdvanceStep(AdvanceStepRequest request, ServerCallContext context) =>
            answers.Give<AdvanceStepRequest, AdvanceStepResponse>(request, context);

        public override Task<SettleDossierResponse> SettleDossier(SettleDossierRequest request, ServerCallContext context) =>
            answers.Give<SettleDossierRequest, SettleDossierResponse>(request, context);
    }

    private sealed class ProcedureEndpoint(Answers answers) : ProcedureService.ProcedureServiceBase
    {
        public override Task<ListProceduresResponse> ListProcedures(ListProceduresRequest request, ServerCallContext context) =>
            answers.Give<ListProceduresRequest, ListProceduresResponse>(request, context);

        public override Task<PublishProcedureResponse> PublishProcedure(PublishProcedureRequest request, ServerCallContext context) =>
            answers.Give<PublishProcedureRequest, PublishProcedureResponse>(request, context);
    }

    private sealed class RuleEndpoint(Answers answers) : RuleService.RuleServiceBase
    {
        public override Task<ListRuleSetsResponse> ListRuleSets(ListRuleSetsRequest request, ServerCallContext context) =>
            answers.Give<ListRuleSetsRequest, ListRuleSetsResponse>(request, context);

        public override Task<GetRuleSetResponse> GetRuleSet(GetRuleSetRequest request, ServerCallContext context) =>
            answers.Give<GetRuleSetRequest, GetRuleSetResponse>(request, context);

        public override Task<PublishRuleSetResponse> PublishRuleSet(PublishRuleSetRequest request, ServerCallContext context) =>
            answers.Give<PublishRuleSetRequest, PublishRuleSetResponse>(request, context);

        public override Task<EvaluateRulesResponse> EvaluateRules(EvaluateRulesRequest request, ServerCallContext context) =>
            answers.Give<EvaluateRulesRequest, EvaluateRulesResponse>(request, context);

        public override async Task PreviewImpact(PreviewImpactRequest request, IServerStreamWriter<PreviewImpactResponse> responseStream, ServerCallContext context)
        {
            await responseStream.WriteAsync(new PreviewImpactResponse { Progress = new() { Done = 1, Total = 2 } });
            await responseStream.WriteAsync(await answers.Give<PreviewImpactRequest, PreviewImpactResponse>(request, context));
        }
    }

    private sealed class HealthEndpoint(Answers answers) : Health.HealthBase
    {
        public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) =>
            answers.Give<HealthCheckRequest, HealthCheckResponse>(request, context);
    }

    private sealed class FeedEndpoint(Answers answers) : FeedService.FeedServiceBase
    {
        public override async Task WatchEvents(WatchEventsRequest request, IServerStreamWriter<WatchEventsResponse> responseStream, ServerCallContext context)
        {
            foreach (var batch in await answers.Give<WatchEventsRequest, FeedScript>(request, context) is { } script ? script.Batches : [])
                await responseStream.WriteAsync(batch);
            if (answers.Find<FeedScript>() is { Break: { } broken })
                throw broken;
        }
    }
}
