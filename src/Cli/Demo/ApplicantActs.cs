using Google.Protobuf.WellKnownTypes;
using Tthc.Cli.Demo.Misdeeds;
using Tthc.Protos.V1;

namespace Tthc.Cli.Demo;

/// <summary>What passes between the office and the applicant: supplements, payments, withdrawal.</summary>
internal sealed class ApplicantActs(Stage stage)
{
    public async Task<bool> AskForPapersAsync(PlayedDossier subject, ActiveStep step)
    {
        var paper = subject.Procedure.PapersFor(subject.Latest!.CaseKey).Where(p => !p.Optional).OrderBy(p => p.Key, StringComparer.Ordinal).FirstOrDefault();
        if (paper is null)
            return false;
        var officer = Officer.Of(step, subject);
        var request = new RequestSupplementRequest
        {
            RequestId = subject.NextRequestId(),
            Dossier = subject.Code,
            Papers = { paper.Key },
            Reason = $"{paper.Name.Vietnamese}: thông tin chưa khớp, đề nghị bổ sung.",
            SlipNumber = $"{subject.Key % 1000}/YCBS",
            // A second request is lawful only where the office itself overlooked something.
            OfficerFault = subject.Latest.Supplements.Count > 0 && subject.Misdeed != Misdeed.RepeatedRequest,
        };
        var again = subject.Latest.Supplements.Count > 0 ? Misdeed.RepeatedRequest : Misdeed.LatePause;
        return await stage.DareAsync(subject, again, officer, (client, options) => client.RequestSupplementAsync(request, options), reply => reply.Dossier);
    }

    public async Task BringPapersAsync(PlayedDossier subject)
    {
        if (subject.Latest!.Status != DossierStatus.AwaitingSupplement)
            return;
        var portal = Officer.Portal(subject.Latest.ReceivingAgency);
        if (subject.Latest.Supplements[^1].AnswerDueAt?.ToDateTimeOffset() < stage.Agenda.Now && subject.Misdeed == Misdeed.LateAnswer)
            stage.Misdeeds.Done(Misdeed.LateAnswer, subject);
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

    /// <summary>Paid; the office writes it down at once, or as if it had.</summary>
    public async Task PayAsync(PlayedDossier subject, DateTimeOffset? paidAt)
    {
        if (subject.Latest!.ActiveSteps.FirstOrDefault(s => s.ClosedBy == "ConfirmPayment") is not { } step)
            return;
        var officer = Payee(subject, step);
        var request = new ConfirmPaymentRequest { RequestId = subject.NextRequestId(), Dossier = subject.Code, ReceiptNumber = $"BL-{subject.Key % 1_000_000}", OccurredAt = paidAt?.ToTimestamp() };
        await stage.DareAsync(subject, Misdeed.LateResume, officer, (client, options) => client.ConfirmPaymentAsync(request, options), reply => reply.Dossier);
    }

    public async Task WithdrawAsync(PlayedDossier subject)
    {
        if (subject.IsOver || subject.Latest!.Status == DossierStatus.Settled)
            return;
        var portal = Officer.Portal(subject.Latest.ReceivingAgency);
        var request = new WithdrawDossierRequest { RequestId = subject.NextRequestId(), Dossier = subject.Code, Reason = "Theo đề nghị của người nộp." };
        await stage.DareAsync(subject, Misdeed.FeeKept, portal, (client, options) => client.WithdrawDossierAsync(request, options), reply => reply.Dossier);
    }

    private static Officer Payee(PlayedDossier subject, ActiveStep step) =>
        step.Role.Length > 0 ? Officer.Of(step, subject) : subject.LastOfficer!;
}
