using System.Collections.Frozen;
using System.Collections.Immutable;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Tests.Procedures;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>Procedures of the shapes found in approved internal processes, and some no office would approve but the engine must survive.</summary>
internal static class SampleProcedures
{
    public static ImmutableArray<CompiledProcedure> All { get; } =
    [
        Extract(), MaritalStatus(), Disability(), HousePermit(), ProjectCertificate(), LostCertificate(), BirthBundle(),
        Residence("1.004222"), Residence("1.001939"), Household(), Appraisal(), Nested(), ParallelWaits(), Looping(), Cases(), Opposed(), Conditions(),
    ];

    public static CompiledProcedure Get(string code) => All.First(p => p.Code == code);

    /// <summary>Copy of a civil-status extract: the same day, after 15:00 the next.</summary>
    private static CompiledProcedure Extract() => new Sketch("2.000635", new Limit.SameDay(new TimeOnly(15, 0)))
        .Task("receive", "reception", "receiving", "1h", "look-up")
        .Task("look-up", "civil-status", "competent", "3h", "sign")
        .Task("sign", "leader", "competent", "2h", "number", s => s with { SendBackTo = ["look-up"] })
        .Settle("number", "clerk", "competent", "1h")
        .Return()
        .Paper("identity")
        .Build();

    /// <summary>Read from a file: conditions are checked expressions, which a sketch does not have.</summary>
    private static CompiledProcedure Conditions()
    {
        var (procedure, bag) = ProcedureFixtures.Compile(ProcedureFixtures.Load("conditions.procedure.json"));
        return procedure ?? throw new InvalidOperationException(string.Join('\n', bag.ToImmutable()));
    }

    private static CompiledProcedure MaritalStatus() => new Sketch("1.004873", new Limit.WorkingDays(3))
        .Task("receive", "reception", "receiving", "2h", "check")
        .Task("check", "civil-status", "competent", "1d", "enough=sign, query=queries", s => s with
        {
            Actions = s.Actions.ToDictionary(a => a.Key, a => a.Key == "query"
                ? a.Value with { NoteRequired = true, Extends = new LimitExtension(new Limit.WorkingDays(3), Sketch.Basis) }
                : a.Value).ToFrozenDictionary(),
        })
        .Fork("queries", "commune=queries/commune", "sign", some: true)
        .Ask("queries/commune", "queries", "civil-status", "chosen", "3d", Silence.Wait)
        .Settle("sign", "leader", "competent", "4h")
        .Return()
        .Build();

    private static CompiledProcedure Disability() => new Sketch("2.001661", new Limit.CalendarDays(20))
        .Task("receive", "reception", "receiving", "0.5d", "submit")
        .Task("submit", "officer", "competent", "2d", "council")
        .Task("council", "council", "competent", "5d", "concluded=posting, medical=medical", s => s with { AtMost = 2 })
        .Wait("medical", WaitKind.Outside, false, null, "council", s => s with { Role = "council", At = AgencySelector.Competent })
        .Wait("posting", WaitKind.Posting, false, new Limit.WorkingDays(5), "sign")
        .Settle("sign", "leader", "competent", "1d")
        .Return()
        .Build();

    private static CompiledProcedure HousePermit() => new Sketch("1.013225", new Limit.WorkingDays(7))
        .Task("receive", "reception", "receiving", "0.25d", "examine")
        .Task("examine", "construction", "competent", "3d", "fit=sign, consult=opinions, unfit=refuse")
        .Fork("opinions", "culture=opinions/culture, fire=opinions/fire", "conclude", some: true)
        .Ask("opinions/culture", "opinions", "officer", "agency:so-van-hoa", "2d", Silence.Consent)
        .Ask("opinions/fire", "opinions", "officer", "nearest:police", "2d", Silence.Consent)
        .Task("conclude", "construction", "competent", "1d", "fit=sign, unfit=refuse", s => s with { SendBackTo = ["examine"] })
        .Refuse("refuse", "construction", "competent", "03")
        .Settle("sign", "leader", "competent", "1d")
        .Return()
        .Paper("drawings", optional: false, copies: 2)
        .Paper("land-paper", optional: false, certified: 1, copies: 0)
        .With(p => p with { Supplement = new SupplementRule(1, SupplementClock.Pause, new Limit.WorkingDays(2), Silence.Stop) })
        .Build();

    /// <summary>Certificate in a housing project: 4 days, the financial obligation outside the clock, 4 days.</summary>
    private static CompiledProcedure ProjectCertificate() => new Sketch("TTHC-TINH-19", new Limit.WorkingDays(8))
        .Task("receive", "reception", "receiving", "0.5d", "examine", In("one"))
        .Task("examine", "registry", "competent", "1.5d", "submit", In("one"))
        .Task("submit", "section-head", "competent", "0.5d", "approve", s => In("one")(s) with { SendBackTo = ["examine"] })
        .Task("approve", "leader", "competent", "1d", "to-tax", In("one"))
        .Task("to-tax", "registry", "competent", "0.5d", "payment", In("one"))
        .Wait("payment", WaitKind.Payment, true, null, "proof")
        .Task("proof", "reception", "receiving", "0.5d", "submission", In("two"))
        .Task("submission", "registry", "competent", "2d", "submit-2", In("two"))
        .Task("submit-2", "section-head", "competent", "0.5d", "approve-2", In("two"))
        .Task("approve-2", "leader", "competent", "0.5d", "result", In("two"))
        .Task("result", "registry", "competent", "0.5d", "settle", In("two"))
        .Settle("settle", "registry", "competent", "0h")
        .Return()
        .With(p => p with
        {
            Competent = Sketch.Selector("agency:van-phong-dat-dai"),
            Phases = new[] { "one", "two" }.ToFrozenDictionary(k => k, k => new Phase(k, Sketch.Name(k), Sketch.Limit("4d"))),
        })
        .Build();

    private static Func<CompiledStep, CompiledStep> In(string phase) => s => s with { Phase = phase };

    /// <summary>Seventeen steps at four agencies.</summary>
    private static CompiledProcedure LostCertificate() => new Sketch("TTHC-TINH-15", new Limit.WorkingDays(10))
        .Task("s01", "reception", "receiving", "0.5d", "s02")
        .Task("s02", "registry", "competent", "0.5d", "s03")
        .Task("s03", "section-head", "competent", "0.5d", "s04")
        .Task("s04", "officer", "agency:xa-a", "0.5d", "s05")
        .Task("s05", "section-head", "agency:xa-a", "0.25d", "s06")
        .Task("s06", "leader", "agency:xa-a", "0.25d", "s07")
        .Task("s07", "officer", "as:s04", "0.5d", "s08")
        .Task("s08", "section-head", "agency:xa-a", "0.25d", "s09")
        .Task("s09", "leader", "agency:xa-a", "0.25d", "s10")
        .Task("s10", "registry", "competent", "1.5d", "s11")
        .Task("s11", "leader", "competent", "0.5d", "s12")
        .Task("s12", "registry", "competent", "0.5d", "payment")
        .Wait("payment", WaitKind.Payment, true, null, "s13", s => s with { Role = "tax", At = Sketch.Selector("nearest:tax") })
        .Task("s13", "reception", "receiving", "0.5d", "s14")
        .Task("s14", "registry", "competent", "2d", "s15")
        .Task("s15", "leader", "competent", "0.5d", "s16")
        .Settle("s16", "registry", "competent", "0.5d")
        .Return()
        .With(p => p with { Competent = Sketch.Selector("agency:van-phong-dat-dai") })
        .Build();

    private static CompiledProcedure BirthBundle() => new Sketch("3.000722", new Limit.WorkingDays(3))
        .Task("receive", "reception", "receiving", "2h", "register")
        .Task("register", "civil-status", "competent", "6h", "linked")
        .Fork("linked", "residence=linked/residence, insurance=linked/insurance", "collect")
        .Child("linked/residence", "linked", "1.004222", "nearest:police")
        .Child("linked/insurance", "linked", "1.001939", "agency:bao-hiem")
        .Settle("collect", "civil-status", "competent", "1h")
        .Return()
        .Paper("birth-notice")
        .With(p => p with { LateFilingCutOff = new TimeOnly(15, 0) })
        .Build();

    private static CompiledProcedure Residence(string code) => new Sketch(code, new Limit.WorkingDays(2))
        .Task("receive", "reception", "receiving", "1h", "do")
        .Settle("do", "officer", "competent", "1.5d")
        .Return()
        .Build();

    private static CompiledProcedure Household() => new Sketch("1.010677", new Limit.WorkingDays(3))
        .Task("receive", "reception", "receiving", "0.25d", "both")
        .Fork("both", "finance=both/finance, tax=tax-check", "settle")
        .Task("both/finance", "finance", "competent", "2.25d", "^", InFork("both"))
        .Task("tax-check", "tax", "nearest:tax", "1d", "tax-number", InFork("both"))
        .Task("tax-number", "tax", "nearest:tax", "1d", "^", s => InFork("both")(s) with { SendBackTo = ["tax-check", "receive"] })
        .Settle("settle", "finance", "competent", "0.5d")
        .Return()
        .Build();

    private static Func<CompiledStep, CompiledStep> InFork(string fork) => s => s with { Scope = fork };

    /// <summary>Suspension allowed once, supplements restart the clock.</summary>
    private static CompiledProcedure Appraisal() => new Sketch("1.013239", new Limit.WorkingDays(20))
        .Task("receive", "reception", "receiving", "0.5d", "appraise")
        .Task("appraise", "construction", "competent", "15d", "sign")
        .Settle("sign", "leader", "competent", "2d")
        .Return()
        .Paper("drawings")
        .With(p => p with
        {
            Supplement = new SupplementRule(1, SupplementClock.Restart, new Limit.WorkingDays(20), Silence.Stop),
            Suspension = new SuspensionRule(1, new Limit.WorkingDays(20), Silence.Stop, Sketch.Basis),
        })
        .Build();

    /// <summary>A fork inside a branch, a join by number, shared step clocks.</summary>
    private static CompiledProcedure Nested() => new Sketch("9.000001", new Limit.WorkingTime(4000))
        .Task("receive", "reception", "receiving", "2h", "outer")
        .Fork("outer", "a=a1, b=inner, c=c1", "after", needed: 2)
        .Task("a1", "officer", "competent", "1d", "a2", InFork("outer"))
        .Task("a2", "officer", "competent", "1d", "^", s => s with { Scope = "outer", ClockStep = "a1", SendBackTo = ["a1"] })
        .Fork("inner", "x=x1, y=y1", "^", needed: 1, scope: "outer")
        .Task("x1", "officer", "superior", "2h", "^", InFork("inner"))
        .Task("y1", "tax", "nearest:tax", "2h", "^", s => s with { Scope = "inner", SendBackTo = ["receive"] })
        .Task("c1", "leader", "competent", "3d", "^", InFork("outer"))
        .Task("after", "officer", "competent", "1d", "settle", s => s with { AtMost = 3, SendBackTo = ["receive"] })
        .Settle("settle", "leader", "competent", "1h")
        .Return()
        .Build();

    /// <summary>Waits that pause the clock in branches side by side, one of which a join may leave behind.</summary>
    private static CompiledProcedure ParallelWaits() => new Sketch("9.000002", new Limit.WorkingDays(15))
        .Task("receive", "reception", "receiving", "2h", "waits")
        .Fork("waits", "pay=pay, outside=outside, post=post, work=work", "second", needed: 2)
        .Wait("pay", WaitKind.Payment, true, null, "^", InFork("waits"))
        .Wait("outside", WaitKind.Outside, true, new Limit.WorkingDays(2), "^", s => s with { Scope = "waits", Role = "officer", At = AgencySelector.Competent })
        .Wait("post", WaitKind.Posting, true, new Limit.CalendarDays(4), "^", InFork("waits"))
        .Task("work", "officer", "competent", "1d", "^", InFork("waits"))
        .Wait("second", WaitKind.Posting, true, new Limit.WorkingDays(1), "third")
        .Wait("third", WaitKind.Payment, true, null, "settle")
        .Settle("settle", "leader", "competent", "1d")
        .Return()
        .Build();

    private static CompiledProcedure Looping() => new Sketch("9.000003", new Limit.WorkingDays(5))
        .Task("receive", "reception", "receiving", "1h", "draft")
        .Task("draft", "officer", "competent", "1d", "check", s => s with { AtMost = 3 })
        .Task("check", "section-head", "competent", "1d", "ok=settle, again=draft", s => s with { SendBackTo = ["draft"], Unit = "phong-1" })
        .Settle("settle", "leader", "competent", "1d")
        .Return()
        .With(p => p with { DueTimeOfDay = DueTimeOfDay.SameAsReceipt })
        .Build();

    private static CompiledProcedure Cases() => new Sketch("9.000004", new Limit.WorkingDays(10))
        .Task("receive", "reception", "receiving", "1h", "do")
        .Settle("do", "officer", "competent", "-")
        .Return()
        .Paper("permit", optional: false, cases: ["renew"])
        .With(p => p with
        {
            Cases = new[] { new ProcedureCase("renew", Sketch.Name("gia hạn"), new Limit.WorkingDays(5), new Limit.WorkingDays(4)) }.ToFrozenDictionary(c => c.Key),
            AcceptanceLimit = new Limit.WorkingTime(240),
            InForceTo = new DateOnly(2026, 6, 30),
        })
        .Build();

    /// <summary>No appointment; the way on needs a paper; an agency that may not exist.</summary>
    private static CompiledProcedure Opposed() => new Sketch("9.000005", new Limit.None())
        .Task("receive", "reception", "receiving", "-", "do=do, ghost=ghost, paid=paid", s => s with
        {
            Actions = s.Actions.ToDictionary(a => a.Key, a => a.Key == "paid" ? a.Value with { Needs = ["fee-proof"] } : a.Value).ToFrozenDictionary(),
        })
        .Task("ghost", "officer", "agency:khong-co", "1d", "do")
        .Task("paid", "officer", "competent", "1d", "do")
        .Settle("do", "officer", "competent", "1d")
        .Return()
        .Paper("fee-proof")
        .Build();
}
