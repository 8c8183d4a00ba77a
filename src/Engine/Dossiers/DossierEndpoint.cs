using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tthc.Engine.Access;
using Tthc.Engine.Hosting;
using Tthc.Protos.V1;
using Tthc.Workflows.Dossiers;
using Verbs = Tthc.Workflows.Dossiers.Verbs;

namespace Tthc.Engine.Dossiers;

/// <summary>DossierService: message to command, run, outcome to reply. No rule of business here.</summary>
internal sealed class DossierEndpoint(DossierRunner runner, DossierViews views, DossierQueries queries, DossierExplanations explanations, Caller caller, StreamEnd end) : DossierService.DossierServiceBase
{
    public override async Task<SubmitDossierResponse> SubmitDossier(SubmitDossierRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt);
        var form = Form(call.Checks, request.ProcedureCode, request.CaseKey, request.Agency, request.Applicant, request.Owner, request.Subject, request.Papers) with { Facts = DossierMessages.Facts(call.Checks, request.Facts) };
        var done = await RunAsync(call, new Verbs.SubmitDossier(form), procedure: request.ProcedureCode);
        return new SubmitDossierResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<ReceiveDossierResponse> ReceiveDossier(ReceiveDossierRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var papers = DossierMessages.Papers(call.Checks, request.Papers);
        RunOutcome.Done done;
        if (request.FilingCode.Length > 0)
        {
            foreach (var (field, given) in new[] { ("procedure_code", request.ProcedureCode.Length > 0), ("case_key", request.CaseKey.Length > 0), ("applicant", request.Applicant is not null) })
                if (given)
                    call.Checks.Add(field, "not-with-filing", "Đã có trong hồ sơ nộp trực tuyến / comes with the filing; leave it out.");
            done = await RunAsync(call, new Verbs.ReceiveDossier(null, Workflows.Dossiers.Channel.Online) { Papers = papers, Facts = DossierMessages.Facts(call.Checks, request.Facts) }, request.FilingCode);
        }
        else
        {
            var channel = DossierMessages.Channel(call.Checks, "channel", request.Channel);
            if (channel == Workflows.Dossiers.Channel.Online)
                call.Checks.Add("channel", "online-is-submitted", "Hồ sơ trực tuyến qua SubmitDossier / online filings come through SubmitDossier.");
            var form = Form(call.Checks, request.ProcedureCode, request.CaseKey, request.Agency, request.Applicant, request.Owner, request.Subject, request.Papers) with { Facts = DossierMessages.Facts(call.Checks, request.Facts) };
            var counter = channel == Workflows.Dossiers.Channel.None ? Workflows.Dossiers.Channel.Direct : channel;
            done = await RunAsync(call, new Verbs.ReceiveDossier(form, counter), procedure: request.ProcedureCode);
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
        var command = new Verbs.AdvanceStep(DossierMessages.Step(call.Checks, request.Step, request.Token), call.Checks.Optional("action", request.Action, 100))
        {
            Note = call.Checks.Optional("note", request.Note, 2000),
            Branches = DossierMessages.Branches(call.Checks, request.Branches),
            Papers = DossierMessages.Papers(call.Checks, request.Papers),
            Facts = DossierMessages.Facts(call.Checks, request.Facts),
        };
        var done = await RunAsync(call, command, request.Dossier);
        return new AdvanceStepResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override Task AdvanceSteps(IAsyncStreamReader<AdvanceStepsRequest> requestStream, IServerStreamWriter<AdvanceStepsResponse> responseStream, ServerCallContext context)
    {
        caller.Require(context);
        return new StepStream(step => AdvanceStep(step, context), e => CallGuard.StatusOf(e, context, end)).RunAsync(requestStream, responseStream, context, end.Token);
    }

    public override async Task<SendBackStepResponse> SendBackStep(SendBackStepRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var command = new Verbs.SendBackStep(
            DossierMessages.Step(call.Checks, request.Step, request.Token),
            call.Checks.Required("to_step", request.ToStep, 200),
            call.Checks.Bounded("reason", request.Reason, 2000));
        var done = await RunAsync(call, command, request.Dossier);
        return new SendBackStepResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<RequestSupplementResponse> RequestSupplement(RequestSupplementRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var command = new Verbs.RequestSupplement(
            DossierMessages.Keys(call.Checks, "papers", request.Papers),
            call.Checks.Bounded("reason", request.Reason, 2000),
            call.Checks.Bounded("slip_number", request.SlipNumber, 100),
            request.OfficerFault);
        var done = await RunAsync(call, command, request.Dossier);
        return new RequestSupplementResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<ReceiveSupplementResponse> ReceiveSupplement(ReceiveSupplementRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, new Verbs.ReceiveSupplement(DossierMessages.Papers(call.Checks, request.Papers)), request.Dossier);
        return new ReceiveSupplementResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<RequestPaymentResponse> RequestPayment(RequestPaymentRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, new Verbs.RequestPayment(call.Checks.Bounded("notice_number", request.NoticeNumber, 100), request.Amount), request.Dossier);
        return new RequestPaymentResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<ConfirmPaymentResponse> ConfirmPayment(ConfirmPaymentRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, new Verbs.ConfirmPayment(call.Checks.Bounded("receipt_number", request.ReceiptNumber, 100)), request.Dossier);
        return new ConfirmPaymentResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<SuspendDossierResponse> SuspendDossier(SuspendDossierRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, new Verbs.SuspendDossier(call.Checks.Bounded("ground", request.Ground, 2000)), request.Dossier);
        return new SuspendDossierResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<ResumeDossierResponse> ResumeDossier(ResumeDossierRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, new Verbs.ResumeDossier(call.Checks.Optional("note", request.Note, 2000)), request.Dossier);
        return new ResumeDossierResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<IssueApologyResponse> IssueApology(IssueApologyRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var command = new Verbs.IssueApology(
            call.Checks.Bounded("slip_number", request.SlipNumber, 100),
            call.Checks.Bounded("reason", request.Reason, 2000),
            call.Checks.Instant("new_due_at", request.NewDueAt),
            call.Checks.Bounded("signer", request.Signer, 200),
            call.Checks.Optional("fault_agency", request.FaultAgency, 100));
        var done = await RunAsync(call, command, request.Dossier);
        return new IssueApologyResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<SettleDossierResponse> SettleDossier(SettleDossierRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var result = request.Result ?? new DossierResult();
        var draft = new Verbs.ResultDraft(
            call.Checks.Optional("result.number", result.Number, 100),
            call.Checks.Day("result.date", result.Date),
            call.Checks.Optional("result.file", result.File, 500),
            call.Checks.Optional("result.kind", result.Kind, 100),
            call.Checks.Optional("result.abstract", result.Abstract, 2000),
            call.Checks.Optional("result.signer", result.Signer, 200));
        var done = await RunAsync(call, new Verbs.SettleDossier(draft), request.Dossier);
        return new SettleDossierResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<ReturnResultResponse> ReturnResult(ReturnResultRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var handover = request.Handover ?? new Protos.V1.ResultHandover();
        var command = new Verbs.ReturnResult(
            call.Checks.Optional("handover.receiver", handover.Receiver, 200),
            DossierMessages.Channel(call.Checks, "handover.channel", handover.Channel),
            call.Checks.Optional("handover.reference", handover.Reference, 200));
        var done = await RunAsync(call, command, request.Dossier);
        return new ReturnResultResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<WithdrawDossierResponse> WithdrawDossier(WithdrawDossierRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var done = await RunAsync(call, new Verbs.WithdrawDossier(call.Checks.Bounded("reason", request.Reason, 2000)), request.Dossier);
        return new WithdrawDossierResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<StopDossierResponse> StopDossier(StopDossierRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var command = new Verbs.StopDossier(call.Checks.Bounded("ground", request.Ground, 2000), call.Checks.Bounded("slip_number", request.SlipNumber, 100));
        var done = await RunAsync(call, command, request.Dossier);
        return new StopDossierResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override async Task<ReopenDossierResponse> ReopenDossier(ReopenDossierRequest request, ServerCallContext context)
    {
        var call = Begin(context, request, request.RequestId, request.OccurredAt, request.ExpectedVersion);
        var command = new Verbs.ReopenDossier(
            call.Checks.Bounded("reason", request.Reason, 2000), call.Checks.Bounded("approver", request.Approver, 200), call.Checks.Required("to_step", request.ToStep, 200));
        var done = await RunAsync(call, command, request.Dossier);
        return new ReopenDossierResponse { Dossier = await views.OfAsync(done), Position = done.Position, Replayed = done.Replayed };
    }

    public override Task<GetDossierResponse> GetDossier(GetDossierRequest request, ServerCallContext context) => queries.GetAsync(request, context);

    public override Task<BatchGetDossiersResponse> BatchGetDossiers(BatchGetDossiersRequest request, ServerCallContext context) => queries.BatchGetAsync(request, context);

    public override Task<ListDossiersResponse> ListDossiers(ListDossiersRequest request, ServerCallContext context) => queries.ListAsync(request, context);

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

    private static Verbs.IntakeForm Form(
        RequestChecks checks,
        string procedure,
        string kase,
        string agency,
        Protos.V1.Party? applicant,
        Protos.V1.Party? owner,
        string subject,
        Google.Protobuf.Collections.RepeatedField<DossierPaper> papers) => new()
        {
            ProcedureCode = checks.Required("procedure_code", procedure, 100),
            CaseKey = checks.Optional("case_key", kase, 100),
            Agency = checks.Optional("agency", agency, 100),
            Applicant = DossierMessages.Party(checks, "applicant", applicant),
            Owner = owner is null ? null : DossierMessages.Party(checks, "owner", owner),
            Subject = checks.Optional("subject", subject, 1000),
            Papers = DossierMessages.Papers(checks, papers),
        };

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
