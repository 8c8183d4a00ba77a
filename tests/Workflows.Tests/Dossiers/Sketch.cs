using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Tthc.Text;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>A compiled procedure written in a few lines: step, role, agency, limit, where it leads.</summary>
internal sealed class Sketch(string code, Limit limit)
{
    private readonly List<CompiledStep> _steps = [];
    private readonly List<Paper> _papers = [new Paper("form", Name("Tờ khai"), 1, 0, 0, false, [])];
    private Func<CompiledProcedure, CompiledProcedure> _also = p => p;

    public static BilingualText Name(string text) => new(text, text);

    public static LegalBasis Basis { get; } = new("NĐ 1/2025/NĐ-CP", "Điều 1", null, true);

    /// <param name="then">A step, <c>^</c> for the join of the branch, <c>key=step, key=step</c> for actions, or nothing.</param>
    public Sketch Task(string id, string role, string at, string limit, string then, Func<CompiledStep, CompiledStep>? also = null) =>
        Add(new CompiledStep { Id = id, Name = Name(id), Kind = StepKind.Task, ClockStep = id, Role = role, At = Selector(at), Limit = Limit(limit) }, then, also);

    public Sketch Settle(string id, string role, string at, string limit, string then = "return") =>
        Task(id, role, at, limit, then, s => s with { Act = StepAct.Settle });

    public Sketch Return(string role = "reception", string at = "receiving") =>
        Task("return", role, at, "0h", "", s => s with { Act = StepAct.Return });

    public Sketch Refuse(string id, string role, string at, string form) =>
        Task(id, role, at, "1d", "", s => s with { Act = StepAct.Refuse, Form = form });

    public Sketch Ask(string id, string fork, string role, string at, string limit, Silence silence) =>
        Task(id, role, at, limit, "^", s => s with { Kind = StepKind.Consultation, Silence = silence, Scope = fork });

    public Sketch Fork(string id, string branches, string then, int needed = 0, bool some = false, string? scope = null)
    {
        var plan = branches.Split(", ").Select(b => b.Split('=')).Select(b => new ForkBranch(b[0], b[^1])).ToImmutableArray();
        return Add(
            new CompiledStep { Id = id, Name = Name(id), Kind = StepKind.Fork, ClockStep = id, Scope = scope, Fork = new ForkPlan(plan, needed, TargetOf(then), some) }, "", null);
    }

    public Sketch Wait(string id, WaitKind kind, bool paused, Limit? length, string then, Func<CompiledStep, CompiledStep>? also = null) =>
        Add(new CompiledStep { Id = id, Name = Name(id), Kind = StepKind.Wait, ClockStep = id, Wait = new WaitPlan(kind, paused, length) }, then, also);

    public Sketch Child(string id, string fork, string procedure, string at) =>
        Add(new CompiledStep { Id = id, Name = Name(id), Kind = StepKind.Child, ClockStep = id, At = Selector(at), Scope = fork, ChildProcedure = procedure }, "^", null);

    public Sketch Paper(string key, bool optional = true, int certified = 0, int copies = 1, params string[] cases)
    {
        _papers.Add(new Paper(key, Name(key), 0, certified, copies, optional, [.. cases]));
        return this;
    }

    public Sketch With(Func<CompiledProcedure, CompiledProcedure> also)
    {
        var before = _also;
        _also = p => also(before(p));
        return this;
    }

    public CompiledProcedure Build() => _also(new CompiledProcedure
    {
        Code = code,
        Name = Name(code),
        Field = Name("Lĩnh vực"),
        Level = "commune",
        Basis = [Basis],
        InForceFrom = new DateOnly(2024, 1, 1),
        Competent = AgencySelector.Receiving,
        DefaultCase = new ProcedureCase("", Name("thường"), limit, null),
        Cases = FrozenDictionary<string, ProcedureCase>.Empty,
        DueTimeOfDay = DueTimeOfDay.EndOfOffice,
        Fees = [],
        Papers = _papers.ToFrozenDictionary(p => p.Key),
        Results = FrozenDictionary<string, ResultKind>.Empty,
        Supplement = new SupplementRule(null, null, null, null),
        Phases = FrozenDictionary<string, Phase>.Empty,
        Start = _steps[0].Id,
        Steps = _steps.ToFrozenDictionary(s => s.Id),
        StepOrder = [.. _steps.Select(s => s.Id)],
        ChildProcedures = [.. _steps.Where(s => s.ChildProcedure is not null).Select(s => s.ChildProcedure!)],
    });

    public static AgencySelector Selector(string text) => text.Split(':') switch
    {
        ["receiving"] => AgencySelector.Receiving,
        ["competent"] => AgencySelector.Competent,
        ["superior"] => new(AgencySelectorKind.Superior, null),
        ["chosen"] => new(AgencySelectorKind.Chosen, null),
        ["agency", var key] => new(AgencySelectorKind.Named, key),
        ["nearest", var kind] => new(AgencySelectorKind.Nearest, kind),
        ["as", var step] => new(AgencySelectorKind.SameAsStep, step),
        _ => throw new ArgumentException(text, nameof(text)),
    };

    public static StepLimit Limit(string text) => text switch
    {
        "-" => StepLimit.None,
        [.. var number, 'd'] => new(StepLimitKind.WorkingDays, decimal.Parse(number, CultureInfo.InvariantCulture)),
        [.. var number, 'h'] => new(StepLimitKind.WorkingHours, decimal.Parse(number, CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException(text, nameof(text)),
    };

    private Sketch Add(CompiledStep step, string then, Func<CompiledStep, CompiledStep>? also)
    {
        var actions = then.Length == 0
            ? []
            : then.Split(", ").Select(a => a.Split('=')).Select(a => Action(a.Length == 1 ? StepAction.NextKey : a[0], a[^1])).ToList();
        var whole = step with { Actions = actions.ToFrozenDictionary(a => a.Key), ActionOrder = [.. actions.Select(a => a.Key)] };
        _steps.Add(also is null ? whole : also(whole));
        return this;
    }

    private static StepAction Action(string key, string to) => new() { Key = key, Name = Name(key), Target = TargetOf(to) };

    private static Target TargetOf(string to) => to == "^" ? Target.BranchEnd : Target.To(to);
}
