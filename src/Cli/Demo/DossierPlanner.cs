using Tthc.Cli.Demo.Misdeeds;
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
    private readonly MisdeedTiming _misdeedTiming = new(stage);
    private readonly MisdeedActs _misdeeds = new(stage);
    private readonly Apologies _apologies = new(stage);

    public void PlanArrival(PlayedDossier subject, Arrival arrival)
    {
        var behind = subject.Misdeed == Misdeed.LateReceipt ? subject.Chance("late receipt").Between(45, 120) : 0;
        stage.Later(arrival.At.AddMinutes(behind), subject, () => HandInAsync(subject, arrival));
    }

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

    private async Task HandInAsync(PlayedDossier subject, Arrival arrival)
    {
        await _intake.HandInAsync(subject, arrival);
        if (subject is { Misdeed: Misdeed.BatchEntry, Latest: not null })
            await _misdeeds.EnterAtOnceAsync(subject, _steps.CloseAsync);
    }

    private void PlanAcceptance(PlayedDossier subject)
    {
        var (agency, chance) = (subject.Latest!.ReceivingAgency, subject.Chance("acceptance"));
        if (subject.Misdeed == Misdeed.RepeatedRequest && subject.Plan("ask before receipt"))
        {
            stage.Later(stage.Offices.After(agency, stage.Agenda.Now, chance.Between(10, 60)), subject, () => _misdeeds.AskBeforeReceiptAsync(subject));
            return;
        }
        if (!subject.Plan("accept"))
            return;
        var minutes = subject.Misdeed == Misdeed.LateAcceptance ? chance.Between(500, 900) : Math.Min(chance.LogNormal(45, 360), 470);
        stage.Later(stage.Offices.After(agency, stage.Agenda.Now, minutes), subject, () => _intake.AcceptAsync(subject));
    }

    private void PlanFate(PlayedDossier subject, Dossier dossier)
    {
        if (dossier.DueAt is not { } dueAt || !subject.Plan("fate"))
            return;
        var due = dueAt.ToDateTimeOffset();
        _apologies.Plan(subject, due);
        if (subject.Fate.Ending == Ending.Withdrawn)
            stage.Later(stage.Agenda.Now + ((due - stage.Agenda.Now) * subject.Chance("fate").Between(0.1, 0.6)), subject, () => _applicant.WithdrawAsync(subject));
        if (subject.Misdeed == Misdeed.LatePause)
            stage.Later(due.AddHours(-subject.Chance("late pause").Between(0.5, 6)), subject, () => AtAnyStepAsync(subject, step => _applicant.AskForPapersAsync(subject, step)));
        if (subject.Misdeed == Misdeed.LateStop)
            stage.Later(stage.Offices.After(dossier.CompetentAgency, due, 240), subject, () => AtAnyStepAsync(subject, step => StopAsync(subject, step)));
    }

    private void PlanAnswer(PlayedDossier subject, Supplement asked)
    {
        if (!subject.Plan($"answer {asked.Number}"))
            return;
        var chance = subject.Chance($"answer {asked.Number}");
        var within = TimeSpan.FromDays(chance.LogNormal(2, 12));
        // Most keep the time they were given; those who do not leave it to the engine what silence means.
        if (subject.Misdeed == Misdeed.LateAnswer && asked.AnswerDueAt is not null)
            within = asked.AnswerDueAt.ToDateTimeOffset() - stage.Agenda.Now + TimeSpan.FromDays(chance.Between(1, 2));
        else if (asked.AnswerDueAt?.ToDateTimeOffset() is { } due && stage.Agenda.Now + within > due && chance.Happens(0.9))
            within = (due - stage.Agenda.Now) * chance.Between(0.4, 0.95);
        stage.Later(stage.Agenda.Now + within, subject, () => _applicant.BringPapersAsync(subject));
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
        PlanTaking(subject, step, chance);
        if (dossier.Supplements.Count < subject.Fate.Supplements && step.Step != subject.Procedure.Start && step.ClosedBy == "AdvanceStep" && subject.Plan($"ask {dossier.Supplements.Count}"))
        {
            var soon = stage.Offices.After(step.Agency, stage.Agenda.Now, subject.Misdeed is Misdeed.RepeatedRequest or Misdeed.LateAnswer ? 2 : Math.Max(5, step.LimitMinutes * 0.3));
            stage.Later(soon, subject, () => AtStepAsync(subject, step.Token, 0, active => _applicant.AskForPapersAsync(subject, active)));
        }
        if (step.SendBackTo.Count > 0 && chance.Happens(0.03) && subject.Plan("send back"))
            stage.Later(stage.Offices.After(step.Agency, stage.Agenda.Now, Math.Max(5, step.LimitMinutes * 0.2)), subject, () => AtStepAsync(subject, step.Token, 0, active => _steps.SendBackAsync(subject, active)));
        else
            stage.Later(_misdeedTiming.Finish(subject, step, _timing.Finish(subject, step, stage.Agenda.Now)), subject, () => AtStepAsync(subject, step.Token, 0, active => DoAsync(subject, active)));
    }

    /// <summary>Who has a step of some length takes it before he does it; a few forget to.</summary>
    private void PlanTaking(PlayedDossier subject, ActiveStep step, Chance chance)
    {
        if (step.Role.Length == 0 || step.Step == subject.Procedure.Start)
            return;
        var soon = stage.Offices.After(step.Agency, stage.Agenda.Now, Math.Max(2, step.LimitMinutes * 0.1));
        if (subject.Misdeed == Misdeed.OutsidePaper && subject.Plan("outside"))
            stage.Later(soon, subject, () => AtAnyStepAsync(subject, active => Tried(_misdeeds.AskOutsideTheListAsync(subject, active))));
        if (subject.Misdeed == Misdeed.GroundlessPause && subject.Plan("suspend"))
            stage.Later(soon, subject, () => AtAnyStepAsync(subject, active => Tried(_misdeeds.SuspendAsync(subject, active))));
        if (step.LimitMinutes >= 240 && chance.Happens(0.85))
            stage.Later(soon, subject, () => AtStepAsync(subject, step.Token, MostAttempts, active => Tried(_steps.TakeAsync(subject, active))));
    }

    private void PlanPayment(PlayedDossier subject, Dossier dossier, ActiveStep step, Chance chance)
    {
        var now = stage.Agenda.Now;
        if (dossier.Status == DossierStatus.AwaitingPayment)
        {
            var paid = stage.Offices.After(dossier.CompetentAgency, now.AddDays(chance.LogNormal(4, 25)), 5);
            var isLate = subject.Misdeed == Misdeed.LateResume;
            stage.Later(isLate ? paid?.AddDays(2.5) : paid, subject, () => _applicant.PayAsync(subject, isLate ? paid : null));
        }
        else
            stage.Later(stage.Offices.After(dossier.CompetentAgency, now, chance.Between(20, 400)), subject, () => AtStepAsync(subject, step.Token, 0, active => _applicant.AskForPaymentAsync(subject, active)));
    }

    private async Task<bool> DoAsync(PlayedDossier subject, ActiveStep step)
    {
        if (subject.Misdeed == Misdeed.FeeKept && subject.Latest!.Payments.Any(p => p.ConfirmedAt is not null) && subject.Plan("withdraw"))
        {
            await _applicant.WithdrawAsync(subject);
            return true;
        }
        if (subject.Misdeed == Misdeed.Reopening && step.ClosedBy == "ReturnResult" && subject.Plan("reopen"))
            return await _misdeeds.ReopenAsync(subject);
        var stops = subject.Fate.Ending is Ending.Stopped or Ending.Refused && step.ClosedBy == "SettleDossier";
        return stops ? await StopAsync(subject, step) : await _steps.CloseAsync(subject, step);
    }

    private async Task<bool> StopAsync(PlayedDossier subject, ActiveStep step)
    {
        var officer = Officer.Of(step, subject);
        if (!subject.Take(await _steps.StopAsync(subject, officer), officer))
            return false;
        if (subject.Misdeed == Misdeed.LateStop)
            stage.Misdeeds.Done(Misdeed.LateStop, subject);
        return true;
    }

    /// <summary>An act of whoever has the dossier now; nothing when nobody has.</summary>
    private static async Task AtAnyStepAsync(PlayedDossier subject, Func<ActiveStep, Task<bool>> act)
    {
        if (!subject.IsOver && subject.Latest!.Status is DossierStatus.Received or DossierStatus.Processing && subject.Latest.ActiveSteps.FirstOrDefault(s => s.Role.Length > 0) is { } step)
            await act(step);
    }

    private static async Task<bool> Tried(Task tried)
    {
        await tried;
        return true;
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
        stage.Later(stage.Offices.After(step.Agency.Length > 0 ? step.Agency : subject.Latest.ReceivingAgency, stage.Agenda.Now, 30), subject, () => AtStepAsync(subject, token, attempt + 1, act));
    }
}
