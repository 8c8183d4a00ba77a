using Tthc.Protos.V1;
using Tthc.Workflows.Procedures;

namespace Tthc.Cli.Demo.Misdeeds;

/// <summary>Acts that nobody does who keeps to the rules.</summary>
internal sealed class MisdeedActs(Stage stage)
{
    private const int MostSteps = 40;

    /// <summary>A paper that no rule names.</summary>
    public async Task AskOutsideTheListAsync(PlayedDossier subject, ActiveStep step)
    {
        var request = new RequestSupplementRequest
        {
            RequestId = subject.NextRequestId(),
            Dossier = subject.Code,
            Papers = { "xac-nhan-cua-thon" },
            Reason = "Đề nghị nộp thêm giấy xác nhận của thôn.",
            SlipNumber = $"{subject.Key % 1000}/YCBS",
        };
        await stage.TryAsync(subject, Misdeed.OutsidePaper, Officer.Of(step, subject), (client, options) => client.RequestSupplementAsync(request, options), reply => reply.Dossier);
    }

    /// <summary>The first of several requests, while the filing is not even accepted.</summary>
    public async Task AskBeforeReceiptAsync(PlayedDossier subject)
    {
        if (subject.Latest!.Status != DossierStatus.Submitted)
            return;
        var desk = IntakeActs.Desk(subject, subject.Latest.ReceivingAgency);
        var request = new RequestSupplementRequest
        {
            RequestId = subject.NextRequestId(),
            Dossier = subject.Code,
            Papers = { subject.Procedure.PapersFor(subject.Latest.CaseKey).First(p => !p.Optional).Key },
            Reason = "Bản chụp chưa rõ, đề nghị nộp lại.",
            SlipNumber = $"{subject.Key % 1000}/YCBS-1",
        };
        await stage.DareAsync(subject, Misdeed.RepeatedRequest, desk, (client, options) => client.RequestSupplementAsync(request, options), reply => reply.Dossier);
    }

    public async Task SuspendAsync(PlayedDossier subject, ActiveStep step)
    {
        var officer = Officer.Of(step, subject);
        var request = new SuspendDossierRequest { RequestId = subject.NextRequestId(), Dossier = subject.Code, Ground = "Chờ ý kiến chỉ đạo." };
        await stage.TryAsync(subject, Misdeed.GroundlessPause, officer, (client, options) => client.SuspendDossierAsync(request, options), reply => reply.Dossier);
        if (subject.Latest!.Pauses is [.., { Until: null }])
            stage.Later(stage.Offices.After(step.Agency, stage.Agenda.Now, 960), subject, () => ResumeAsync(subject, officer));
    }

    /// <summary>A settled dossier goes back to be settled again.</summary>
    public async Task<bool> ReopenAsync(PlayedDossier subject)
    {
        if (subject.Latest!.Status != DossierStatus.Settled || subject.Procedure.Steps.Values.FirstOrDefault(s => s is { Act: StepAct.Settle, Scope: null }) is not { } step)
            return false;
        var desk = IntakeActs.Desk(subject, subject.Latest.ReceivingAgency);
        var request = new ReopenDossierRequest
        {
            RequestId = subject.NextRequestId(),
            Dossier = subject.Code,
            Reason = "Kết quả ghi sai họ tên, cần cấp lại.",
            Approver = "lanh-dao",
            ToStep = step.Id,
        };
        return await stage.DareAsync(subject, Misdeed.Reopening, desk, (client, options) => client.ReopenDossierAsync(request, options), reply => reply.Dossier);
    }

    /// <summary>Everything from the first step to the result, by one account, at once.</summary>
    public async Task EnterAtOnceAsync(PlayedDossier subject, Func<PlayedDossier, ActiveStep, Task<bool>> closeAsync)
    {
        for (var i = 0; i < MostSteps && !subject.IsOver && subject.Latest!.Status != DossierStatus.Settled; i++)
            if (subject.Latest.ActiveSteps.FirstOrDefault(s => s.Role.Length > 0) is not { } step || !await closeAsync(subject, step))
                return;
        if (subject.Latest!.Status == DossierStatus.Settled)
            stage.Misdeeds.Done(Misdeed.BatchEntry, subject);
    }

    private async Task ResumeAsync(PlayedDossier subject, Officer officer)
    {
        var request = new ResumeDossierRequest { RequestId = subject.NextRequestId(), Dossier = subject.Code, Note = "Đã có ý kiến chỉ đạo." };
        subject.Take((await stage.Engine.ActAsync(officer, (client, options) => client.ResumeDossierAsync(request, options)))?.Dossier, officer);
    }
}
