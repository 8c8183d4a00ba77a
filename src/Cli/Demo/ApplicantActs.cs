using Google.Protobuf.WellKnownTypes;
using Tthc.Protos.V1;

namespace Tthc.Cli.Demo;

/// <summary>What passes between the office and the applicant: supplements, payments, apologies, withdrawal.</summary>
internal sealed class ApplicantActs(Stage stage)
{
    public async Task<bool> AskForPapersAsync(PlayedDossier subject, ActiveStep step)
    {
        var paper = subject.Procedure.PapersFor(subject.Latest!.CaseKey).Where(p => !p.Optional).OrderBy(p => p.Key, StringComparer.Ordinal).FirstOrDefault();
        if (paper is null)
            return false;
        var officer = Officer.Of(step, subject.Key);
        var request = new RequestSupplementRequest
        {
            RequestId = subject.NextRequestId(),
            Dossier = subject.Code,
            Papers = { paper.Key },
            Reason = $"{paper.Name.Vietnamese}: thông tin chưa khớp, đề nghị bổ sung.",
            SlipNumber = $"{subject.Key % 1000}/YCBS",
            // A second request is lawful only where the office itself overlooked something.
            OfficerFault = subject.Latest.Supplements.Count > 0,
        };
        return subject.Take((await stage.Engine.ActAsync(officer, (client, options) => client.RequestSupplementAsync(request, options)))?.Dossier, officer);
    }

    public async Task BringPapersAsync(PlayedDossier subject)
    {
        if (subject.Latest!.Status != DossierStatus.AwaitingSupplement)
            return;
        var portal = Officer.Portal(subject.Latest.ReceivingAgency);
        var request = new ReceiveSupplementRequest { RequestId = subject.NextRequestId(), Dossier = subject.Code };
        request.Papers.AddRange(subject.Latest.Supplements[^1].Papers.Select(key => WayChoice.Of(subject.Procedure.Papers[key])));
        subject.Take((await stage.Engine.ActAsync(portal, (client, options) => client.ReceiveSupplementAsync(request, options)))?.Dossier, portal);
    }

    public async Task<bool> AskForPaymentAsync(PlayedDossier subject, ActiveStep step)
    {
        var officer = Payee(subject, step);
        var request = new RequestPaymentRequest
        {
            RequestId = subject.NextRequestId(),
            Dossier = subject.Code,
            NoticeNumber = $"{subject.Key % 100_000}/TB-NVTC",
            Amount = (long)subject.Chance("amount").LogNormal(4_000_000, 60_000_000) / 1000 * 1000 + 1000,
        };
        return subject.Take((await stage.Engine.ActAsync(officer, (client, options) => client.RequestPaymentAsync(request, options)))?.Dossier, officer);
    }

    public async Task PayAsync(PlayedDossier subject)
    {
        if (subject.Latest!.ActiveSteps.FirstOrDefault(s => s.ClosedBy == "ConfirmPayment") is not { } step)
            return;
        var officer = Payee(subject, step);
        var request = new ConfirmPaymentRequest { RequestId = subject.NextRequestId(), Dossier = subject.Code, ReceiptNumber = $"BL-{subject.Key % 1_000_000}" };
        subject.Take((await stage.Engine.ActAsync(officer, (client, options) => client.ConfirmPaymentAsync(request, options)))?.Dossier, officer);
    }

    /// <summary>Before it is late, the office says that it will be and until when.</summary>
    public async Task ApologiseAsync(PlayedDossier subject)
    {
        var dossier = subject.Latest!;
        if (subject.IsOver || dossier.Status == DossierStatus.Settled || dossier.DueAt is not { } due)
            return;
        var step = dossier.ActiveSteps.FirstOrDefault(s => s.Role.Length > 0);
        var officer = step is null ? IntakeActs.Desk(subject, dossier.ReceivingAgency) : Officer.Of(step, subject.Key);
        var from = due.ToDateTimeOffset() > stage.Agenda.Now ? due.ToDateTimeOffset() : stage.Agenda.Now;
        if (stage.Offices.After(dossier.CompetentAgency, from, subject.Fate.LateMinutes + 480) is not { } promised)
            return;
        var request = new IssueApologyRequest
        {
            RequestId = subject.NextRequestId(),
            Dossier = subject.Code,
            SlipNumber = $"{subject.Key % 1000}/PXL",
            Reason = "Hồ sơ cần xác minh thêm.",
            NewDueAt = Timestamp.FromDateTimeOffset(promised),
            Signer = officer.Id,
        };
        subject.Take((await stage.Engine.ActAsync(officer, (client, options) => client.IssueApologyAsync(request, options)))?.Dossier, officer);
    }

    public async Task WithdrawAsync(PlayedDossier subject)
    {
        if (subject.IsOver || subject.Latest!.Status == DossierStatus.Settled)
            return;
        var portal = Officer.Portal(subject.Latest.ReceivingAgency);
        var request = new WithdrawDossierRequest { RequestId = subject.NextRequestId(), Dossier = subject.Code, Reason = "Theo đề nghị của người nộp." };
        subject.Take((await stage.Engine.ActAsync(portal, (client, options) => client.WithdrawDossierAsync(request, options)))?.Dossier, portal);
    }

    private static Officer Payee(PlayedDossier subject, ActiveStep step) =>
        step.Role.Length > 0 ? Officer.Of(step, subject.Key) : subject.LastOfficer!;
}
