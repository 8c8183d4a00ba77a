using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tthc.Engine.Access;
using Tthc.Engine.Dossiers.Bulk;
using Tthc.Engine.Hosting;
using Tthc.Protos.V1;
using Tthc.Workflows.Dossiers;
using Verbs = Tthc.Workflows.Dossiers.Verbs;

namespace Tthc.Engine.Dossiers;

/// <summary>DossierService: message to command, run, outcome to reply. No rule of business here.</summary>
internal sealed class DossierEndpoint(DossierRunner runner, DossierViews views, DossierQueries queries, DossierCounts counts, DossierExplanations explanations, Caller caller, BulkCalls bulk) : DossierService.DossierServiceBase
{
    public override async Task<SubmitDossierResponse> SubmitDossier(SubmitDossierRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt);
        var done = await RunAsync(call, ActMessages.Of(call.Checks, request), procedure: request.ProcedureCode);
        return new SubmitDossierResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<ReceiveDossierResponse> ReceiveDossier(ReceiveDossierRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        RunOutcome.Done done;
        if (request.FilingCode.Length > 0)
        {
            foreach (var (field, given) in new[] { ("procedure_code", request.ProcedureCode.Length > 0), ("case_key", request.CaseKey.Length > 0), ("applicant", request.Applicant is not null) })
                if (given)
                    call.Checks.Add(field, "not-with-filing", "Đã có trong hồ sơ nộp trực tuyến / comes with the filing; leave it out.");
            done = await RunAsync(call, new Verbs.ReceiveDossier(null, Workflows.Dossiers.Channel.Online) { Papers = DossierMessages.Papers(call.Checks, request.Papers), Facts = DossierMessages.Facts(call.Checks, request.Facts) }, request.FilingCode);
        }
        else
        {
            var receipt = ActMessages.Of(call.Checks, request);
            if (receipt.Channel == Workflows.Dossiers.Channel.Online)
                call.Checks.Add("channel", "online-is-submitted", "Hồ sơ trực tuyến qua SubmitDossier / online filings come through SubmitDossier.");
            done = await RunAsync(call, receipt, procedure: request.ProcedureCode);
        }
        return new ReceiveDossierResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<DeclineDossierResponse> DeclineDossier(DeclineDossierRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var command = new Verbs.DeclineDossier(call.Checks.Bounded("reason", request.Reason, 2000), call.Checks.Bounded("slip_number", request.SlipNumber, 100));
        var done = await RunAsync(call, command, request.Dossier);
        return new DeclineDossierResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<ClaimStepResponse> ClaimStep(ClaimStepRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, new Verbs.ClaimStep(DossierMessages.Step(call.Checks, request.Step, request.Token)), request.Dossier);
        return new ClaimStepResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<AssignStepResponse> AssignStep(AssignStepRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var command = new Verbs.AssignStep(DossierMessages.Step(call.Checks, request.Step, request.Token), call.Checks.Required("officer", request.Officer, 100));
        var done = await RunAsync(call, command, request.Dossier);
        return new AssignStepResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<AdvanceStepResponse> AdvanceStep(AdvanceStepRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, ActMessages.Of(call.Checks, request), request.Dossier);
        return new AdvanceStepResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override Task AdvanceSteps(IAsyncStreamReader<AdvanceStepsRequest> requestStream, IServerStreamWriter<AdvanceStepsResponse> responseStream, ServerCallContext context) =>
        bulk.AdvanceAsync(step => AdvanceStep(step, context), requestStream, responseStream, context);

    public override Task<ImportDossiersResponse> ImportDossiers(IAsyncStreamReader<ImportDossiersRequest> requestStream, ServerCallContext context) => bulk.ImportAsync(requestStream, context);

    public override async Task<SendBackStepResponse> SendBackStep(SendBackStepRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, ActMessages.Of(call.Checks, request), request.Dossier);
        return new SendBackStepResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<RequestSupplementResponse> RequestSupplement(RequestSupplementRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, ActMessages.Of(call.Checks, request), request.Dossier);
        return new RequestSupplementResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<ReceiveSupplementResponse> ReceiveSupplement(ReceiveSupplementRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, ActMessages.Of(call.Checks, request), request.Dossier);
        return new ReceiveSupplementResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<RequestPaymentResponse> RequestPayment(RequestPaymentRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, ActMessages.Of(call.Checks, request), request.Dossier);
        return new RequestPaymentResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<ConfirmPaymentResponse> ConfirmPayment(ConfirmPaymentRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, ActMessages.Of(call.Checks, request), request.Dossier);
        return new ConfirmPaymentResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<SuspendDossierResponse> SuspendDossier(SuspendDossierRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, ActMessages.Of(call.Checks, request), request.Dossier);
        return new SuspendDossierResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<ResumeDossierResponse> ResumeDossier(ResumeDossierRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, ActMessages.Of(call.Checks, request), request.Dossier);
        return new ResumeDossierResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<IssueApologyResponse> IssueApology(IssueApologyRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, ActMessages.Of(call.Checks, request), request.Dossier);
        return new IssueApologyResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<SettleDossierResponse> SettleDossier(SettleDossierRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, ActMessages.Of(call.Checks, request), request.Dossier);
        return new SettleDossierResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<ReturnResultResponse> ReturnResult(ReturnResultRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, ActMessages.Of(call.Checks, request), request.Dossier);
        return new ReturnResultResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<WithdrawDossierResponse> WithdrawDossier(WithdrawDossierRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, ActMessages.Of(call.Checks, request), request.Dossier);
        return new WithdrawDossierResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<StopDossierResponse> StopDossier(StopDossierRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, ActMessages.Of(call.Checks, request), request.Dossier);
        return new StopDossierResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<ReopenDossierResponse> ReopenDossier(ReopenDossierRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, ActMessages.Of(call.Checks, request), request.Dossier);
        return new ReopenDossierResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override Task<GetDossierResponse> GetDossier(GetDossierRequest request, ServerCallContext context) => queries.GetAsync(request, context);

    public override Task<BatchGetDossiersResponse> BatchGetDossiers(BatchGetDossiersRequest request, ServerCallContext context) => queries.BatchGetAsync(request, context);

    public override Task<ListDossiersResponse> ListDossiers(ListDossiersRequest request, ServerCallContext context) => queries.ListAsync(request, context);

    public override Task<CountDossiersResponse> CountDossiers(CountDossiersRequest request, ServerCallContext context) => counts.CountAsync(request, context);

    public override Task<ExplainDossierResponse> ExplainDossier(ExplainDossierRequest request, ServerCallContext context) => explanations.ExplainAsync(request, context);

    public override Task<ListDossierEventsResponse> ListDossierEvents(ListDossierEventsRequest request, ServerCallContext context) => queries.ListEventsAsync(request, context);

    private Call Begin(ServerCallContext context, IMessage request, string requestId, Timestamp? occurredAt, long expectedVersion = 0)
    {
        var actor = caller.Require(context);
        var checks = new RequestChecks();
        checks.Required("request_id", requestId, 64);
        if (expectedVersion < 0)
            checks.Add("expected_version", "out-of-range", "Không âm / not negative.");
        return new Call(context, actor, checks, request, requestId, checks.Instant("occurred_at", occurredAt), expectedVersion);
    }

    private async Task<RunOutcome.Done> RunAsync(Call call, DossierCommand command, string? code = null, string? procedure = null)
    {
        if (code is not null)
            call.Checks.Required("dossier", code, 100);
        call.Checks.ThrowIfAny();
        var facts = CallFacts.Of(call.Context);
        facts.Dossier = code;
        var outcome = await runner.RunAsync(
            new DossierRun
            {
                Command = command,
                Actor = call.Actor,
                Code = code,
                ProcedureCode = procedure,
                RequestId = call.RequestId,
                BodyHash = DossierMessages.Hash(call.Request, call.Actor),
                ExpectedVersion = call.ExpectedVersion,
                OccurredAt = call.OccurredAt,
            },
            call.Cancellation);
        if (outcome is not RunOutcome.Done done)
            throw RunErrors.Of(outcome);
        facts.Dossier = done.Dossier.Code ?? done.Dossier.FilingCode;
        return done;
    }

    private sealed record Call(
        ServerCallContext Context, Actor Actor, RequestChecks Checks, IMessage Request, string RequestId, DateTimeOffset? OccurredAt, long ExpectedVersion)
    {
        public CancellationToken Cancellation => Context.CancellationToken;
    }
}
