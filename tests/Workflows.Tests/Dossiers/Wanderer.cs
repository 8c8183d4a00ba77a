using System.Collections.Immutable;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Verbs;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Procedures.Conditions;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>Walks a dossier by a row of numbers: each picks how time passes, who acts, and what he tries, lawful or not.</summary>
internal sealed class Wanderer
{
    private static readonly DateTimeOffset s_begin = Play.Local("2025-01-20 08:00");

    private readonly Stage _stage;
    private readonly Play _play;
    private readonly DateTimeOffset _end;
    private DateTimeOffset _now;
    private uint _choice;

    public Wanderer(Stage stage, CompiledProcedure procedure)
    {
        _stage = stage;
        _play = new Play(stage, procedure);
        var inForce = new DateTimeOffset(procedure.InForceFrom.ToDateTime(new TimeOnly(8, 0)), stage.World.LocalOffset);
        _now = inForce > s_begin ? inForce : s_begin;
        _end = _now.AddMonths(15);
    }

    public Play Play => _play;

    /// <summary>What was tried, for the reader of a failure.</summary>
    public List<string> Trail { get; } = [];

    public void Step(int choice)
    {
        _choice = (uint)Math.Abs((long)choice);
        _now += Pick(0, 0, 5, 47, 180, 600, 1440, 4000, 30_000) is var minutes && minutes == 47 ? TimeSpan.FromTicks(28_123_456_789) : TimeSpan.FromMinutes(minutes);
        if (_now > _end)
            _now = _end;
        if (Next(4) != 0)
            _play.PassTime(_now);
        var dossiers = _play.Children.Where(d => !StatusTransitions.IsFinal(d.Status)).Prepend(_play.Dossier).ToList();
        var dossier = dossiers[Next(dossiers.Count)];
        var (actor, command) = Act(dossier);
        DateTimeOffset? occurred = Next(4) switch { 0 => _now.AddMinutes(-Next(2000)), 1 when Next(10) == 0 => _now.AddDays(Next(50) - 40), _ => null };
        Trail.Add($"{_now:O} ({occurred:O}) #{dossier.Id} {dossier.Status} {actor.Officer}@{actor.Agency} {command}");
        _play.Try(actor, _now, command, occurred, dossier.Id);
    }

    private (Actor Actor, DossierCommand Command) Act(Dossier dossier)
    {
        if (dossier.Version == 0)
            return Filing();
        if (dossier.Tokens.IsEmpty || Next(3) == 0)
            return (Desk(dossier), Whole(dossier));
        var token = dossier.Tokens[Next(dossier.Tokens.Count)];
        var step = _play.ProcedureOf(dossier).Steps[token.Step];
        var actor = Next(12) == 0
            ? Play.Officer("leader+officer", "xa-b", "huy")
            : Play.Officer(token.Role ?? step.Role ?? Paying(step), token.Agency ?? dossier.ReceivingAgency, token.Officer ?? "lan", token.Unit);
        return (actor, OfStep(dossier, token, step));
    }

    private (Actor, DossierCommand) Filing()
    {
        var role = _play.Procedure.Steps[_play.Procedure.Start].Role!;
        var agencies = _stage.AgenciesWith(_stage.World.DayOf(_now), role);
        var form = Play.Form(_play.Procedure.Code, agencies[Next(agencies.Length)]) with
        {
            Papers = [.. _play.Procedure.PapersFor(null).Where(p => !p.Optional).Select(p => new PaperOnFile(p.Key, 2, 2, 2))],
            Facts = Facts(_play.Procedure, onlyOpen: false),
        };
        var actor = Play.Officer(role + "+online-portal", form.Agency!);
        return (actor, Next(3) == 0 ? new SubmitDossier(form) : new ReceiveDossier(form, Channel.Direct));
    }

    private Actor Desk(Dossier dossier) => Next(10) == 0 ? Play.Officer("clerk") : Play.Officer(_play.Procedure.Steps[_play.Procedure.Start].Role!, dossier.ReceivingAgency);

    private DossierCommand OfStep(Dossier dossier, Token token, CompiledStep step)
    {
        var target = new StepTarget(token.Step, token.Id);
        return Next(10) switch
        {
            0 => new ClaimStep(target),
            1 => new AssignStep(target, Next(2) == 0 ? "huy" : "lan"),
            2 => new SendBackStep(target, step.SendBackTo.IsEmpty ? "receive" : step.SendBackTo[Next(step.SendBackTo.Length)], "Sai số liệu"),
            3 => Whole(dossier),
            _ => Close(dossier, target, step),
        };
    }

    private DossierCommand Close(Dossier dossier, StepTarget target, CompiledStep step) => step switch
    {
        { Act: StepAct.Settle } => new SettleDossier(new ResultDraft("12/QĐ", _stage.World.DayOf(dossier.ReceivedAt!.Value), "kq.pdf", null, null, "Bình")),
        { Act: StepAct.Return } => new ReturnResult("An", Channel.Direct, null),
        { Act: StepAct.Refuse } => new StopDossier("Không đủ điều kiện", "7"),
        { Wait.Kind: WaitKind.Payment } when dossier.Status != DossierStatus.AwaitingPayment => new RequestPayment("TB-1", 500_000),
        { Wait.Kind: WaitKind.Payment } => new ConfirmPayment("BL-1"),
        _ => new AdvanceStep(target, step.ActionOrder.IsEmpty ? null : step.ActionOrder[Next(step.ActionOrder.Length)])
        {
            Note = "ghi chú",
            Branches = Branches(step),
            Facts = Next(3) == 0 ? Facts(_play.ProcedureOf(dossier), onlyOpen: Next(8) != 0) : [],
            Papers = [.. step.Needs.Select(key => new PaperOnFile(key, 1, 0, 1))],
        },
    };

    /// <summary>Some of the facts a procedure declares, those a receipt needs among them, at times with a value of the wrong type.</summary>
    private ImmutableArray<CaseFactValue> Facts(CompiledProcedure procedure, bool onlyOpen) =>
        [.. procedure.Facts.Where(f => !(onlyOpen && f.Fixed) && (f.Required || Next(3) != 0)).Select(f => new CaseFactValue(f.Key, Next(40) == 0 ? "?" : Value(f.Type)))];

    private string Value(CaseFactType type) => type switch
    {
        CaseFactType.Boolean => Next(2) == 0 ? "true" : "false",
        CaseFactType.Whole => $"{Next(12)}",
        CaseFactType.Decimal => $"{Next(900)}.5",
        CaseFactType.Date => "2025-11-10",
        _ => Next(2) == 0 ? "tinh" : "xa",
    };

    private ImmutableArray<BranchChoice> Branches(CompiledStep step)
    {
        var procedure = _play.Procedure;
        var fork = step.Actions.Values.Select(a => a.Target.Step is { } to ? procedure.Steps.GetValueOrDefault(to)?.Fork : null).FirstOrDefault(f => f is { ChooseSome: true });
        return fork is null || _choice % 5 == 0
            ? []
            : [.. fork.Branches.Take(1 + Next(fork.Branches.Length)).SelectMany(b => Enumerable.Repeat(new BranchChoice(b.Key, _play.Dossier.ReceivingAgency), 1 + Next(2)))];
    }

    private DossierCommand Whole(Dossier dossier) => Next(16) switch
    {
        0 or 1 => new RequestSupplement([AnyPaper()], "Thiếu chữ ký", "3", Next(2) == 0),
        2 or 3 or 4 => new ReceiveSupplement([new PaperOnFile(AnyPaper(), 1, 0, 0)]),
        5 => new SuspendDossier("Điều 36"),
        6 or 7 => new ResumeDossier(null),
        8 => new IssueApology("9", "Đông việc", _now.AddDays(3 + Next(90)), "Bình", null),
        9 => new ReopenDossier("Sai tên", "Bình", dossier.Tokens.IsEmpty ? "receive" : _play.ProcedureOf(dossier).StepOrder[Next(_play.ProcedureOf(dossier).StepOrder.Length)]),
        10 => Next(3) == 0 ? new WithdrawDossier("Không còn nhu cầu") : new ConfirmPayment("BL-2"),
        11 => Next(3) == 0 ? new StopDossier("Điều 5", "8") : new RequestPayment("TB-2", 1),
        12 => Next(2) == 0 ? new DeclineDossier("Sai thẩm quyền", "2") : new ReceiveDossier(null, Channel.None),
        13 or 14 => new ReceiveDossier(null, Channel.Online),
        _ => new ExpireDeadline("due", _now),
    };

    private string AnyPaper() => _play.Procedure.PapersFor(null).Where(p => !p.Optional).Select(p => p.Key).Order(StringComparer.Ordinal).FirstOrDefault() ?? "none";

    private string Paying(CompiledStep wait) => wait.Role ?? _play.Procedure.Steps[_play.Procedure.Start].Role!;

    private int Pick(params int[] of) => of[Next(of.Length)];

    /// <summary>Takes the next piece of the number; a linear generator goes on when it is used up.</summary>
    private int Next(int below)
    {
        _choice = unchecked((_choice * 1_664_525) + 1_013_904_223);
        return (int)((_choice >> 8) % (uint)below);
    }
}
