using Google.Type;
using Tthc.Protos.V1;

namespace Tthc.Cli.Demo;

/// <summary>What an officer does with a step.</summary>
internal sealed class StepActs(Stage stage)
{
    private readonly WayChoice _ways = new(stage.Offices);

    /// <summary>Closes the step by the verb the engine names for it.</summary>
    public async Task<bool> CloseAsync(PlayedDossier subject, ActiveStep step)
    {
        var officer = step.Role.Length > 0 ? Officer.Of(step, subject.Key) : subject.LastOfficer!;
        var reply = step.ClosedBy switch
        {
            "SettleDossier" => await SettleAsync(subject, officer, step),
            "ReturnResult" => await ReturnAsync(subject, officer),
            "StopDossier" => await StopAsync(subject, officer),
            _ => await AdvanceAsync(subject, officer, step),
        };
        return subject.Take(reply, officer);
    }

    public async Task<Dossier?> StopAsync(PlayedDossier subject, Officer officer)
    {
        var request = new StopDossierRequest { RequestId = subject.NextRequestId(), Dossier = subject.Code, Ground = "Không đủ điều kiện giải quyết theo quy định.", SlipNumber = $"{subject.Key % 1000}/TB" };
        return (await stage.Engine.ActAsync(officer, (client, options) => client.StopDossierAsync(request, options)))?.Dossier;
    }

    /// <summary>Back to an earlier step, with a reason.</summary>
    public async Task<bool> SendBackAsync(PlayedDossier subject, ActiveStep step)
    {
        var officer = Officer.Of(step, subject.Key);
        var request = new SendBackStepRequest
        {
            RequestId = subject.NextRequestId(),
            Dossier = subject.Code,
            Step = step.Step,
            Token = step.Token,
            ToStep = step.SendBackTo[0],
            Reason = "Đề nghị làm rõ căn cứ và chỉnh lại dự thảo.",
        };
        return subject.Take((await stage.Engine.ActAsync(officer, (client, options) => client.SendBackStepAsync(request, options)))?.Dossier, officer);
    }

    private async Task<Dossier?> AdvanceAsync(PlayedDossier subject, Officer officer, ActiveStep step)
    {
        var request = _ways.Choose(subject, step, stage.Agenda.Now);
        request.RequestId = subject.NextRequestId();
        request.Dossier = subject.Code;
        var reply = await stage.Engine.ActAsync(officer, (client, options) => client.AdvanceStepAsync(request, options));
        if (reply is not null)
            subject.Avoided.Add(step.Step);
        else if (subject.Procedure.Steps[step.Step].Actions.TryGetValue(request.Action, out var refused) && refused.Target.Step is { } target)
            subject.Avoided.Add(target);
        return reply?.Dossier;
    }

    private async Task<Dossier?> SettleAsync(PlayedDossier subject, Officer officer, ActiveStep step)
    {
        var day = Offices.DayOf(stage.Agenda.Now);
        var request = new SettleDossierRequest
        {
            RequestId = subject.NextRequestId(),
            Dossier = subject.Code,
            Result = new()
            {
                Number = $"{subject.Key % 100_000}/KQ",
                Date = new Date { Year = day.Year, Month = day.Month, Day = day.Day },
                File = $"ket-qua-{subject.Key:x16}.pdf",
                Kind = subject.Procedure.Steps[step.Step].Produces ?? "",
                Signer = officer.Id,
            },
        };
        return (await stage.Engine.ActAsync(officer, (client, options) => client.SettleDossierAsync(request, options)))?.Dossier;
    }

    private async Task<Dossier?> ReturnAsync(PlayedDossier subject, Officer officer)
    {
        var dossier = subject.Latest!;
        var channel = dossier.Channel == Channel.Unspecified ? Channel.Direct : dossier.Channel;
        var request = new ReturnResultRequest
        {
            RequestId = subject.NextRequestId(),
            Dossier = subject.Code,
            Handover = new() { Channel = channel, Receiver = dossier.Applicant?.Name ?? "", Reference = channel == Channel.Direct ? "" : $"REF-{subject.Key:x8}" },
        };
        return (await stage.Engine.ActAsync(officer, (client, options) => client.ReturnResultAsync(request, options)))?.Dossier;
    }
}
