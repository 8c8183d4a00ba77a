using Google.Type;
using Tthc.Cli.Demo;
using Tthc.Protos.V1;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Verbs;
using Tthc.Workflows.Procedures;
using BranchChoice = Tthc.Workflows.Dossiers.BranchChoice;
using Channel = Tthc.Workflows.Dossiers.Channel;
using DossierStatus = Tthc.Workflows.Dossiers.DossierStatus;
using Party = Tthc.Workflows.Dossiers.Party;

namespace Tthc.Bench.Province;

/// <summary>Walks one dossier through its procedure as an office would have, until it ends or until the day up to which is told.</summary>
internal sealed class HistoryWalk(RuleWorld world, Offices offices, DateTimeOffset upTo)
{
    private const int MostActs = 60;

    /// <summary>The history; null where nothing can be received like that.</summary>
    public ImportedDossier? Of(Arrival arrival, string code)
    {
        // Linked dossiers are not taken over: the import refuses them.
        if (world.FindProcedure(arrival.Procedure.Code, Offices.DayOf(arrival.At)) is not { Procedure.ChildProcedures.IsEmpty: true } published)
            return null;
        var walk = new Walked(new HistoryDraft(world, published, code, arrival.Key), Fate.Draw(arrival.Key, arrival.Procedure.Level == "province", Cli.Demo.Misdeeds.MisdeedRates.Usual), Wrongs.Draw(arrival.Key), arrival);
        if (!Receive(walk))
            return null;
        // Entered at one sitting, as if it had been written down day by day.
        if (walk.Wrongs.BatchEntry && walk.Draft.Dossier.Clock?.DueAt is { } due && due <= upTo)
            walk.Draft.RecordedTogetherAt = due;
        for (var i = 0; i < MostActs && !StatusTransitions.IsFinal(walk.Draft.Dossier.Status) && walk.Now <= upTo; i++)
            if (!Step(walk))
                break;
        return walk.Draft.Message;
    }

    private static bool Receive(Walked walk)
    {
        var (arrival, draft) = (walk.Arrival, walk.Draft);
        var role = draft.Procedure.Steps[draft.Procedure.Start].Role ?? "";
        var who = Applicants.Draw(Chance.For(arrival.Key, "applicant"));
        var papers = draft.Procedure.PapersFor(arrival.CaseKey).Where(p => !p.Optional).Select(Papers.Of).ToList();
        var facts = OpenWays.Facts(arrival).ToList();
        var form = new IntakeForm
        {
            ProcedureCode = arrival.Procedure.Code, CaseKey = arrival.CaseKey, Agency = arrival.Agency.Id, Subject = arrival.Procedure.Name.Vietnamese,
            Applicant = new Party(who.Name, who.IdNumber, null, who.Phone, null, false),
            Papers = [.. papers.Select(Papers.OnFile)],
            Facts = [.. facts.Select(f => new CaseFactValue(f.Name, f.Value))],
        };
        var message = new ReceiveDossierRequest
        {
            ProcedureCode = form.ProcedureCode, CaseKey = form.CaseKey ?? "", Agency = form.Agency, Subject = form.Subject, Applicant = who, Channel = arrival.Channel,
            Papers = { papers }, Facts = { facts },
        };
        return draft.Do(arrival.At, (arrival.Agency.Id, role), new ReceiveDossier(form, (Channel)(int)arrival.Channel), act => act.Receive = message);
    }

    private bool Step(Walked walk)
    {
        var draft = walk.Draft;
        foreach (var token in draft.Dossier.Tokens.Items)
        {
            var step = draft.Procedure.Steps[token.Step];
            var who = (token.Agency ?? walk.Arrival.Agency.Id, token.Role ?? step.Role ?? "");
            if (step.Kind is StepKind.Fork or StepKind.Child || step is { Kind: StepKind.Wait, Wait.Kind: WaitKind.Posting })
                continue;
            return (step.Kind, step.Wait?.Kind) switch
            {
                (StepKind.Wait, WaitKind.Payment) => Pay(walk, who),
                _ => Work(walk, token, step, who),
            };
        }
        // Only what ends by itself is left.
        if (DeadlinePlan.Next(draft.Dossier, draft.Procedure) is not { } next)
            return false;
        draft.Pass(next.At);
        walk.Now = next.At;
        return true;
    }

    private bool Work(Walked walk, Token token, CompiledStep step, (string, string) who)
    {
        if (walk.Supplements < walk.Fate.Supplements && step.Act == StepAct.Advance && token.Step != walk.Draft.Procedure.Start && Ask(walk, who))
            return true;
        var at = walk.Timing(offices, step.Act);
        if (at is null || at > upTo)
            return false;
        var done = step.Act switch
        {
            StepAct.Settle => Settle(walk, at.Value, who),
            StepAct.Return => Return(walk, at.Value, who),
            StepAct.Refuse => Stop(walk, at.Value, who),
            _ => Ways.Of(walk, offices, token, step).Any(way => Advance(walk, at.Value, who, way)),
        };
        if (done)
            walk.Now = at.Value;
        return done;
    }

    private static bool Advance(Walked walk, DateTimeOffset at, (string, string) who, Way way)
    {
        var command = new AdvanceStep(new StepTarget(way.Step, way.Token), way.Action) { Note = "Đủ cơ sở chuyển bước.", Branches = [.. way.Branches], Papers = [.. way.Papers.Select(Papers.OnFile)] };
        var message = new AdvanceStepRequest { Step = way.Step, Token = way.Token, Action = way.Action, Note = command.Note, Papers = { way.Papers } };
        message.Branches.AddRange(way.Branches.Select(b => new Protos.V1.BranchChoice { Branch = b.Branch, Agency = b.Agency ?? "" }));
        return walk.Draft.Do(at, who, command, act => act.AdvanceStep = message);
    }

    private bool Ask(Walked walk, (string, string) who)
    {
        walk.Supplements++;
        var draft = walk.Draft;
        if (draft.Procedure.PapersFor(draft.Dossier.CaseKey).FirstOrDefault(p => !p.Optional) is not { } paper)
            return false;
        var (late, chance) = (walk.Wrongs.LatePause && draft.Dossier.Clock?.DueAt is { } due ? due.AddHours(-2) : walk.Now.AddMinutes(40), Chance.For(walk.Arrival.Key, "supplement"));
        var asked = late > walk.Now ? late : walk.Now;
        var request = new RequestSupplementRequest { Papers = { paper.Key }, Reason = "Thông tin chưa khớp, đề nghị bổ sung.", SlipNumber = $"{walk.Arrival.Key % 1000}/YCBS", OfficerFault = walk.Supplements > 1 };
        if (!draft.Do(asked, who, new RequestSupplement([paper.Key], request.Reason, request.SlipNumber, request.OfficerFault), act => act.RequestSupplement = request))
            return false;
        walk.Now = offices.After(walk.Arrival.Agency.Key, asked.AddDays(chance.LogNormal(2, 12)), 1) ?? asked;
        var brought = Papers.Of(paper);
        return walk.Now <= upTo && draft.Do(walk.Now, who, new ReceiveSupplement([Papers.OnFile(brought)]), act => act.ReceiveSupplement = new ReceiveSupplementRequest { Papers = { brought } });
    }

    private bool Pay(Walked walk, (string, string) who)
    {
        var chance = Chance.For(walk.Arrival.Key, "payment");
        var amount = ((long)chance.LogNormal(4_000_000, 60_000_000) / 1000 * 1000) + 1000;
        if (walk.Draft.Dossier.Status != DossierStatus.AwaitingPayment)
        {
            walk.Now = offices.After(walk.Arrival.Agency.Key, walk.Now, 60) ?? walk.Now.AddDays(1);
            var request = new RequestPaymentRequest { NoticeNumber = $"{walk.Arrival.Key % 100_000}/TB-NVTC", Amount = amount };
            return walk.Now <= upTo && walk.Draft.Do(walk.Now, who, new RequestPayment(request.NoticeNumber, amount), act => act.RequestPayment = request);
        }
        walk.Now = offices.After(walk.Arrival.Agency.Key, walk.Now.AddDays(chance.LogNormal(4, 25)), 5) ?? walk.Now.AddDays(9);
        var paid = new ConfirmPaymentRequest { ReceiptNumber = $"BL-{walk.Arrival.Key % 1_000_000}" };
        return walk.Now <= upTo && walk.Draft.Do(walk.Now, who, new ConfirmPayment(paid.ReceiptNumber), act => act.ConfirmPayment = paid);
    }

    private bool Settle(Walked walk, DateTimeOffset at, (string, string) who)
    {
        if (walk.Fate.Ending == Ending.Withdrawn)
        {
            var withdrawal = new WithdrawDossierRequest { Reason = "Theo đề nghị của người nộp." };
            return walk.Draft.Do(at, who, new WithdrawDossier(withdrawal.Reason), act => act.Withdraw = withdrawal);
        }
        if (walk.Fate.Ending is Ending.Refused or Ending.Stopped)
            return Stop(walk, at, who);
        var day = Offices.DayOf(at);
        var number = walk.Wrongs.NoResult ? "" : $"{walk.Arrival.Key % 100_000}/KQ";
        var result = new DossierResult { Number = number, File = walk.Wrongs.NoResult ? "" : $"ket-qua-{walk.Arrival.Key:x16}.pdf", Date = new Date { Year = day.Year, Month = day.Month, Day = day.Day } };
        // Said to have ended in time, written down days later.
        var recorded = walk.Wrongs.Backdated ? offices.After(walk.Arrival.Agency.Key, at, 3 * 480) : null;
        return (recorded ?? at) <= upTo && walk.Draft.Do(
            at, who, new SettleDossier(new ResultDraft(result.Number, day, result.File, null, null, null)), act => act.Settle = new SettleDossierRequest { Result = result }, recorded);
    }

    private static bool Return(Walked walk, DateTimeOffset at, (string, string) who)
    {
        var handover = new Protos.V1.ResultHandover { Receiver = walk.Arrival.Channel == Protos.V1.Channel.Direct ? "Người nộp" : "", Channel = walk.Arrival.Channel, Reference = walk.Arrival.Channel == Protos.V1.Channel.Direct ? "" : $"REF-{walk.Arrival.Key:x8}" };
        return walk.Draft.Do(
            at > walk.Draft.Recorded ? at : walk.Draft.Recorded, who,
            new ReturnResult(handover.Receiver, (Channel)(int)handover.Channel, handover.Reference), act => act.ReturnResult = new ReturnResultRequest { Handover = handover });
    }

    private static bool Stop(Walked walk, DateTimeOffset at, (string, string) who)
    {
        var request = new StopDossierRequest { Ground = "Không đủ điều kiện giải quyết theo quy định.", SlipNumber = $"{walk.Arrival.Key % 1000}/TB" };
        return walk.Draft.Do(at, who, new StopDossier(request.Ground, request.SlipNumber), act => act.Stop = request);
    }
}
