using Tthc.Protos.V1;

namespace Tthc.Cli.Demo;

/// <summary>
/// Looks at what the engine says of a dossier and puts on the agenda what people will do about it. It knows no procedure: the
/// step says who closes it, by which verb, and where it may lead.
/// </summary>
internal sealed class DossierPlanner(Stage stage)
{
    private const int MostAttempts = 3;

    private readonly IntakeActs _intake = new(stage);
    private readonly StepActs _steps = new(stage);
    private readonly ApplicantActs _applicant = new(stage);
    private readonly StepTiming _timing = new(stage.Offices);

    public void PlanArrival(PlayedDossier subject, Arrival arrival) => Later(arrival.At, subject, () => _intake.HandInAsync(subject, arrival));

    public void Plan(PlayedDossier subject)
    {
        var dossier = subject.Latest!;
        if (subject.IsOver)
            return;
        if (dossier.Status == DossierStatus.Submitted)
        {
            PlanAcceptance(subject);
            return;
        }
        PlanFate(subject, dossier);
        if (dossier.Status == DossierStatus.AwaitingSupplement)
            PlanAnswer(subject, dossier.Supplements[^1]);
        foreach (var step in dossier.ActiveSteps)
            PlanStep(subject, dossier, step);
    }

    private void PlanAcceptance(PlayedDossier subject)
    {
        if (!subject.Plan("accept"))
            return;
        var minutes = subject.Chance("acceptance").LogNormal(45, 360);
        Later(stage.Offices.After(subject.Latest!.ReceivingAgency, stage.Agenda.Now, Math.Min(minutes, 470)), subject, () => _intake.AcceptAsync(subject));
    }

    private void PlanFate(PlayedDossier subject, Dossier dossier)
    {
        if (dossier.DueAt is not { } dueAt || !subject.Plan("fate"))
            return;
        var due = dueAt.ToDateTimeOffset();
        var chance = subject.Chance("fate");
        if (subject.Fate is { Punctuality: Punctuality.Late, Apologises: true })
            Later(stage.Offices.After(dossier.CompetentAgency, due.AddHours(-chance.Between(1, 24)), 5), subject, () => _applicant.ApologiseAsync(subject));
        if (subject.Fate.Ending == Ending.Withdrawn)
            Later(stage.Agenda.Now + ((due - stage.Agenda.Now) * chance.Between(0.1, 0.6)), subject, () => _applicant.WithdrawAsync(subject));
    }

    private void PlanAnswer(PlayedDossier subject, Supplement asked)
    {
        if (!subject.Plan($"answer {asked.Number}"))
            return;
        var chance = subject.Chance($"answer {asked.Number}");
        var within = TimeSpan.FromDays(chance.LogNormal(2, 12));
        // Most keep the time they were given; those who do not leave it to the engine what silence means.
        if (asked.AnswerDueAt?.ToDateTimeOffset() is { } due && stage.Agenda.Now + within > due && chance.Happens(0.9))
            within = (due - stage.Agenda.Now) * chance.Between(0.4, 0.95);
        Later(stage.Agenda.Now + within, subject, () => _applicant.BringPapersAsync(subject));
    }

    private void PlanStep(PlayedDossier subject, Dossier dossier, ActiveStep step)
    {
        if (step.ClosedBy.Length == 0 || !subject.Plan($"step {step.Token} {dossier.Status == DossierStatus.AwaitingPayment && step.ClosedBy == "ConfirmPayment"}"))
            return;
        var chance = subject.Chance($"plan {step.Token}");
        if (step.ClosedBy == "ConfirmPayment")
        {
            PlanPayment(subject, dossier, step, chance);
            return;
        }
        if (dossier.Supplements.Count < subject.Fate.Supplements && step.Step != subject.Procedure.Start && step.ClosedBy == "AdvanceStep" && subject.Plan($"ask {dossier.Supplements.Count}"))
        {
            var soon = stage.Offices.After(step.Agency, stage.Agenda.Now, Math.Max(5, step.LimitMinutes * 0.3));
            Later(soon, subject, () => AtStepAsync(subject, step.Token, 0, active => _applicant.AskForPapersAsync(subject, active)));
        }
        if (step.SendBackTo.Count > 0 && chance.Happens(0.03) && subject.Plan("send back"))
            Later(stage.Offices.After(step.Agency, stage.Agenda.Now, Math.Max(5, step.LimitMinutes * 0.2)), subject, () => AtStepAsync(subject, step.Token, 0, active => _steps.SendBackAsync(subject, active)));
        else
            Later(_timing.Finish(subject, step, stage.Agenda.Now), subject, () => AtStepAsync(subject, step.Token, 0, active => DoAsync(subject, active)));
    }

    private void PlanPayment(PlayedDossier subject, Dossier dossier, ActiveStep step, Chance chance)
    {
        var now = stage.Agenda.Now;
        if (dossier.Status == DossierStatus.AwaitingPayment)
            Later(now.AddDays(chance.LogNormal(4, 25)), subject, () => _applicant.PayAsync(subject));
        else
            Later(stage.Offices.After(dossier.CompetentAgency, now, chance.Between(20, 400)), subject, () => AtStepAsync(subject, step.Token, 0, active => _applicant.AskForPaymentAsync(subject, active)));
    }

    private async Task<bool> DoAsync(PlayedDossier subject, ActiveStep step)
    {
        var stops = subject.Fate.Ending is Ending.Stopped or Ending.Refused && step.ClosedBy == "SettleDossier";
        if (!stops)
            return await _steps.CloseAsync(subject, step);
        var officer = Officer.Of(step, subject.Key);
        return subject.Take(await _steps.StopAsync(subject, officer), officer);
    }

    /// <summary>An act on a step, if the dossier still is there and is not waiting for papers. A refusal is looked into and tried again.</summary>
    private async Task AtStepAsync(PlayedDossier subject, int token, int attempt, Func<ActiveStep, Task<bool>> act)
    {
        if (subject.IsOver || subject.FindStep(token) is not { } step)
            return;
        if (subject.Latest!.Status == DossierStatus.AwaitingSupplement && subject.Procedure.Steps[step.Step].Kind != Workflows.Procedures.StepKind.Consultation)
        {
            // Planned anew when the papers are there.
            subject.Forget($"step {token} {false}");
            return;
        }
        if (await act(step) || attempt + 1 >= MostAttempts)
            return;
        subject.Latest = await stage.Engine.GetAsync(subject.Code);
        Later(stage.Offices.After(step.Agency.Length > 0 ? step.Agency : subject.Latest.ReceivingAgency, stage.Agenda.Now, 30), subject, () => AtStepAsync(subject, token, attempt + 1, act));
    }

    // Errands of one moment run side by side, the agenda does not.
    private void Later(DateTimeOffset? at, PlayedDossier subject, Func<Task> run)
    {
        if (at is { } moment)
            lock (stage.Agenda)
                stage.Agenda.Add(moment, new(subject, run));
    }
}
