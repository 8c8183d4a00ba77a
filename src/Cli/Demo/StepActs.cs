using Google.Protobuf.WellKnownTypes;
using Google.Type;
using Tthc.Cli.Demo.Misdeeds;
using Tthc.Protos.V1;

namespace Tthc.Cli.Demo;

/// <summary>What an officer does with a step.</summary>
internal sealed class StepActs(Stage stage)
{
    private readonly WayChoice _ways = new(stage.Offices);
    private readonly MisdeedTiming _timing = new(stage);
    private readonly Lock _gate = new();
    private Task _batch = Task.CompletedTask;

    /// <summary>Closes the step by the verb the engine names for it.</summary>
    public async Task<bool> CloseAsync(PlayedDossier subject, ActiveStep step)
    {
        var officer = step.Role.Length > 0 ? Officer.Of(step, subject) : subject.LastOfficer!;
        var reply = step.ClosedBy switch
        {
            "SettleDossier" => await SettleAsync(subject, officer, step),
            "ReturnResult" => await ReturnAsync(subject, officer),
            "StopDossier" => await StopAsync(subject, officer),
            _ => await AdvanceAsync(subject, officer, step),
        };
        if (reply is not null)
            Note(subject, step);
        return subject.Take(reply, officer);
    }

    /// <summary>Takes the step, or is given it by who hands out the work.</summary>
    public async Task TakeAsync(PlayedDossier subject, ActiveStep step)
    {
        if (step.Officer.Length > 0)
            return;
        var officer = Officer.Of(step, subject);
        var giver = subject.Account is null && subject.Chance($"giver {step.Token}").Happens(0.15) ? stage.Offices.AssignerOf(step.Agency, step.Role, stage.Agenda.Now) : null;
        if (giver is null)
        {
            var claim = new ClaimStepRequest { RequestId = subject.NextRequestId(), Dossier = subject.Code, Step = step.Step, Token = step.Token };
            subject.Take((await stage.Engine.ActAsync(officer, (client, options) => client.ClaimStepAsync(claim, options)))?.Dossier, officer);
            return;
        }
        var head = new Officer(Officer.Name(step.Agency, giver, subject.Key), step.Agency, "", giver);
        var request = new AssignStepRequest { RequestId = subject.NextRequestId(), Dossier = subject.Code, Step = step.Step, Token = step.Token, Officer = officer.Id };
        subject.Take((await stage.Engine.ActAsync(head, (client, options) => client.AssignStepAsync(request, options)))?.Dossier, head);
    }

    public async Task<Dossier?> StopAsync(PlayedDossier subject, Officer officer)
    {
        var request = new StopDossierRequest { RequestId = subject.NextRequestId(), Dossier = subject.Code, Ground = "Không đủ điều kiện giải quyết theo quy định.", SlipNumber = $"{subject.Key % 1000}/TB" };
        return (await stage.Engine.ActAsync(officer, (client, options) => client.StopDossierAsync(request, options)))?.Dossier;
    }

    /// <summary>Back to an earlier step, with a reason.</summary>
    public async Task<bool> SendBackAsync(PlayedDossier subject, ActiveStep step)
    {
        var officer = Officer.Of(step, subject);
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
        var said = _timing.SettledAt(subject, step);
        var day = Offices.DayOf(said ?? stage.Agenda.Now);
        var request = new SettleDossierRequest
        {
            RequestId = subject.NextRequestId(),
            Dossier = subject.Code,
            OccurredAt = said?.ToTimestamp(),
            Result = new()
            {
                Number = $"{subject.Key % 100_000}/KQ",
                Date = new Date { Year = day.Year, Month = day.Month, Day = day.Day },
                File = $"ket-qua-{subject.Key:x16}.pdf",
                Kind = subject.Procedure.Steps[step.Step].Produces ?? "",
                Signer = officer.Id,
            },
        };
        if (subject.Misdeed == Misdeed.NoResult && subject.Plan("no result"))
            await CloseWithoutAsync(subject, officer, request);
        if (said is not null)
            stage.Misdeeds.Done(Misdeed.EndBackdated, subject);
        return (await stage.Engine.ActAsync(officer, (client, options) => client.SettleDossierAsync(request, options)))?.Dossier;
    }

    private async Task CloseWithoutAsync(PlayedDossier subject, Officer officer, SettleDossierRequest request)
    {
        var empty = request.Clone();
        (empty.RequestId, empty.Result.Number, empty.Result.File) = (subject.NextRequestId(), "", "");
        await stage.TryAsync(subject, Misdeed.NoResult, officer, (client, options) => client.SettleDossierAsync(empty, options), reply => reply.Dossier);
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
        if (subject.Misdeed == Misdeed.NoResult && subject.Plan("before it was signed") && _timing.HandedOverAt(subject) is { } said)
        {
            var before = request.Clone();
            (before.RequestId, before.OccurredAt) = (subject.NextRequestId(), said.ToTimestamp());
            await stage.TryAsync(subject, Misdeed.NoResult, officer, (client, options) => client.ReturnResultAsync(before, options), reply => reply.Dossier);
        }
        if (subject.Misdeed == Misdeed.BatchHandover && subject.KeptUntil <= stage.Agenda.Now)
            return await HandOverInBatchAsync(officer with { Id = $"{officer.Agency}.{officer.Role}.1" }, request);
        return (await stage.Engine.ActAsync(officer, (client, options) => client.ReturnResultAsync(request, options)))?.Dossier;
    }

    /// <summary>One after the other, as one person does it: how many came before is then the same in every run.</summary>
    private Task<Dossier?> HandOverInBatchAsync(Officer officer, ReturnResultRequest request)
    {
        lock (_gate)
        {
            var mine = AfterAsync(_batch);
            _batch = mine;
            return mine;
        }

        async Task<Dossier?> AfterAsync(Task before)
        {
            await before;
            return (await stage.Engine.ActAsync(officer, (client, options) => client.ReturnResultAsync(request, options)))?.Dossier;
        }
    }

    /// <summary>What was wrong with how the step was done.</summary>
    private void Note(PlayedDossier subject, ActiveStep step)
    {
        var isSo = subject.Misdeed switch
        {
            Misdeed.NightWork => Offices.HourOf(stage.Agenda.Now) >= 22,
            Misdeed.OneAccount => step.Role.Length > 0 && step.Role != subject.Procedure.Steps[subject.Procedure.Start].Role,
            Misdeed.NotCollected => step.ClosedBy == "ReturnResult",
            Misdeed.BatchHandover => step.ClosedBy == "ReturnResult" && subject.KeptUntil <= stage.Agenda.Now,
            _ => false,
        };
        if (isSo)
            stage.Misdeeds.Done(subject.Misdeed, subject);
    }
}
