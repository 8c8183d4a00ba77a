using Tthc.Engine.Hosting;
using Tthc.Protos.V1;
using Tthc.Workflows.Dossiers;
using Verbs = Tthc.Workflows.Dossiers.Verbs;

namespace Tthc.Engine.Dossiers;

/// <summary>What a message asks to be done, as a command: the same for a call and for an act of a history. What is malformed is noted field by field.</summary>
internal static class ActMessages
{
    public static Verbs.ReceiveDossier Of(RequestChecks checks, ReceiveDossierRequest request)
    {
        var channel = DossierMessages.Channel(checks, "channel", request.Channel);
        var form = Form(checks, new FormFields(request.ProcedureCode, request.CaseKey, request.Agency, request.Subject), request.Applicant, request.Owner) with
        {
            Papers = DossierMessages.Papers(checks, request.Papers),
            Facts = DossierMessages.Facts(checks, request.Facts),
        };
        return new Verbs.ReceiveDossier(form, channel == Workflows.Dossiers.Channel.None ? Workflows.Dossiers.Channel.Direct : channel);
    }

    public static Verbs.SubmitDossier Of(RequestChecks checks, SubmitDossierRequest request) =>
        new(Form(checks, new FormFields(request.ProcedureCode, request.CaseKey, request.Agency, request.Subject), request.Applicant, request.Owner) with
        {
            Papers = DossierMessages.Papers(checks, request.Papers),
            Facts = DossierMessages.Facts(checks, request.Facts),
        });

    public static DossierCommand Of(RequestChecks checks, AdvanceStepRequest request) =>
        new Verbs.AdvanceStep(DossierMessages.Step(checks, request.Step, request.Token), checks.Optional("action", request.Action, 100))
        {
            Note = checks.Optional("note", request.Note, 2000),
            Branches = DossierMessages.Branches(checks, request.Branches),
            Papers = DossierMessages.Papers(checks, request.Papers),
            Facts = DossierMessages.Facts(checks, request.Facts),
        };

    public static DossierCommand Of(RequestChecks checks, SendBackStepRequest request) => new Verbs.SendBackStep(
        DossierMessages.Step(checks, request.Step, request.Token), checks.Required("to_step", request.ToStep, 200), checks.Bounded("reason", request.Reason, 2000));

    public static DossierCommand Of(RequestChecks checks, RequestSupplementRequest request) => new Verbs.RequestSupplement(
        DossierMessages.Keys(checks, "papers", request.Papers),
        checks.Bounded("reason", request.Reason, 2000),
        checks.Bounded("slip_number", request.SlipNumber, 100),
        request.OfficerFault);

    public static DossierCommand Of(RequestChecks checks, ReceiveSupplementRequest request) => new Verbs.ReceiveSupplement(DossierMessages.Papers(checks, request.Papers));

    public static DossierCommand Of(RequestChecks checks, RequestPaymentRequest request) =>
        new Verbs.RequestPayment(checks.Bounded("notice_number", request.NoticeNumber, 100), request.Amount);

    public static DossierCommand Of(RequestChecks checks, ConfirmPaymentRequest request) => new Verbs.ConfirmPayment(checks.Bounded("receipt_number", request.ReceiptNumber, 100));

    public static DossierCommand Of(RequestChecks checks, SuspendDossierRequest request) => new Verbs.SuspendDossier(checks.Bounded("ground", request.Ground, 2000));

    public static DossierCommand Of(RequestChecks checks, ResumeDossierRequest request) => new Verbs.ResumeDossier(checks.Optional("note", request.Note, 2000));

    public static DossierCommand Of(RequestChecks checks, IssueApologyRequest request) => new Verbs.IssueApology(
        checks.Bounded("slip_number", request.SlipNumber, 100),
        checks.Bounded("reason", request.Reason, 2000),
        checks.Instant("new_due_at", request.NewDueAt),
        checks.Bounded("signer", request.Signer, 200),
        checks.Optional("fault_agency", request.FaultAgency, 100));

    public static DossierCommand Of(RequestChecks checks, SettleDossierRequest request)
    {
        var result = request.Result ?? new DossierResult();
        return new Verbs.SettleDossier(new Verbs.ResultDraft(
            checks.Optional("result.number", result.Number, 100),
            checks.Day("result.date", result.Date),
            checks.Optional("result.file", result.File, 500),
            checks.Optional("result.kind", result.Kind, 100),
            checks.Optional("result.abstract", result.Abstract, 2000),
            checks.Optional("result.signer", result.Signer, 200)));
    }

    public static DossierCommand Of(RequestChecks checks, ReturnResultRequest request)
    {
        var handover = request.Handover ?? new Protos.V1.ResultHandover();
        return new Verbs.ReturnResult(
            checks.Optional("handover.receiver", handover.Receiver, 200),
            DossierMessages.Channel(checks, "handover.channel", handover.Channel),
            checks.Optional("handover.reference", handover.Reference, 200));
    }

    public static DossierCommand Of(RequestChecks checks, WithdrawDossierRequest request) => new Verbs.WithdrawDossier(checks.Bounded("reason", request.Reason, 2000));

    public static DossierCommand Of(RequestChecks checks, StopDossierRequest request) =>
        new Verbs.StopDossier(checks.Bounded("ground", request.Ground, 2000), checks.Bounded("slip_number", request.SlipNumber, 100));

    public static DossierCommand Of(RequestChecks checks, ReopenDossierRequest request) => new Verbs.ReopenDossier(
        checks.Bounded("reason", request.Reason, 2000), checks.Bounded("approver", request.Approver, 200), checks.Required("to_step", request.ToStep, 200));

    private static Verbs.IntakeForm Form(RequestChecks checks, FormFields fields, Protos.V1.Party? applicant, Protos.V1.Party? owner) => new()
    {
        ProcedureCode = checks.Required("procedure_code", fields.Procedure, 100),
        CaseKey = checks.Optional("case_key", fields.Case, 100),
        Agency = checks.Optional("agency", fields.Agency, 100),
        Applicant = DossierMessages.Party(checks, "applicant", applicant),
        Owner = owner is null ? null : DossierMessages.Party(checks, "owner", owner),
        Subject = checks.Optional("subject", fields.Subject, 1000),
    };

    private sealed record FormFields(string Procedure, string Case, string Agency, string Subject);
}
