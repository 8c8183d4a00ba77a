using System.Collections.Frozen;
using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Procedures.Conditions;

namespace Tthc.Workflows.Procedures.Compiling;

/// <summary>Makes compiled steps of written ones, once the layout says what each way on means.</summary>
internal sealed class StepCompiler(StepIndex index, FlowLayout layout, ConditionCompiler conditions)
{
    private static readonly BilingualText NextName = new("Chuyển bước tiếp theo", "Pass on");

    /// <summary>The steps that exist at run time, in the order of the file; a join is part of its parallel.</summary>
    public ImmutableArray<CompiledStep> Compile(Procedure procedure)
    {
        var steps = ImmutableArray.CreateBuilder<CompiledStep>();
        foreach (var step in procedure.Steps)
        {
            switch (step)
            {
                case TaskStep task:
                    steps.Add(Task(task, isFirst: steps.Count == 0));
                    break;
                case WaitStep wait:
                    steps.Add(Wait(wait));
                    break;
                case ParallelStep fork:
                    steps.Add(Fork(fork));
                    steps.AddRange(fork.Branches.Select(branch => InPlace(fork, branch)).OfType<CompiledStep>());
                    break;
                default:
                    break;
            }
        }
        return steps.ToImmutable();
    }

    private CompiledStep Task(TaskStep task, bool isFirst)
    {
        var key = task.Key.Value;
        var clock = task.Within is { } within && index.Find(within.Value) is TaskStep shared ? shared : task;
        var actions = Actions(task);
        return new CompiledStep
        {
            Id = key,
            Name = task.Name,
            Kind = StepKind.Task,
            Role = task.Work.Role.Value,
            RoleWhen = Optional(task.Work.RoleWhen),
            At = task.Work.At?.Value ?? (isFirst ? AgencySelector.Receiving : AgencySelector.Competent),
            AtWhen = conditions.Compile(task.Work.AtWhen),
            Unit = task.Work.Unit,
            UnitWhen = Optional(task.Work.UnitWhen),
            Limit = clock.Work.Limit?.Value ?? StepLimit.None,
            LimitWhen = conditions.Compile(task.Work.LimitWhen),
            ClockStep = clock.Key.Value,
            Act = task.Act,
            Form = task.Form?.Value,
            Actions = actions.ToFrozenDictionary(a => a.Key, StringComparer.Ordinal),
            ActionOrder = [.. actions.Select(a => a.Key)],
            SendBackTo = Values(task.SendBack),
            AtMost = task.AtMost,
            Needs = Values(task.Needs),
            Produces = task.Work.Produces?.Value,
            Phase = task.Work.Phase?.Value,
            Scope = ScopeOf(key),
        };
    }

    private CompiledStep Wait(WaitStep wait)
    {
        var key = wait.Key.Value;
        var next = Next(key, wait.ThenWhen);
        return new CompiledStep
        {
            Id = key,
            Name = wait.Name,
            Kind = StepKind.Wait,
            Role = wait.Role?.Value,
            At = wait.At?.Value ?? AgencySelector.Competent,
            Unit = wait.Unit,
            ClockStep = key,
            Actions = next.ToFrozenDictionary(a => a.Key, StringComparer.Ordinal),
            ActionOrder = [.. next.Select(a => a.Key)],
            Scope = ScopeOf(key),
            Wait = new WaitPlan(wait.Kind, wait.ClockPaused, wait.Length?.Value),
        };
    }

    private CompiledStep Fork(ParallelStep fork)
    {
        var key = fork.Key.Value;
        var join = index.JoinOf(key)?.Join ?? fork.Join;
        return new CompiledStep
        {
            Id = key,
            Name = fork.Name,
            Kind = StepKind.Fork,
            ClockStep = key,
            Scope = ScopeOf(key),
            Fork = new ForkPlan(
                [.. fork.Branches.Select(b => BranchOf(fork, b))],
                join?.Value ?? 0,
                layout.TargetOf(key, StepAction.NextKey) ?? Target.End,
                fork.ChooseSome)
            {
                ThenWhen = conditions.Ways(index.ThenWhenOf(fork), i => layout.TargetOf(key, StepAction.NextKey, i)),
                Else = layout.TargetOf(key, FlowLayout.ElseKey),
            },
        };
    }

    private ForkBranch BranchOf(ParallelStep fork, ParallelBranch branch) =>
        new(branch.Key.Value, branch is StepBranch named ? named.Step.Value : StepIndex.BranchId(fork, branch)) { When = conditions.Compile(branch.When) };

    private CompiledStep? InPlace(ParallelStep fork, ParallelBranch branch)
    {
        var step = branch switch
        {
            TaskBranch task => OfWork(fork, branch, task.Work, StepKind.Task),
            AskBranch ask => OfWork(fork, branch, ask.Work, StepKind.Consultation) with { Silence = ask.Silence },
            ChildBranch child => Child(fork, child),
            _ => null,
        };
        var next = ToTheJoin();
        return step is null ? null : step with
        {
            Scope = fork.Key.Value,
            Actions = next.ToFrozenDictionary(a => a.Key, StringComparer.Ordinal),
            ActionOrder = [StepAction.NextKey],
        };
    }

    private CompiledStep OfWork(ParallelStep fork, ParallelBranch branch, Work work, StepKind kind) => new()
    {
        Id = StepIndex.BranchId(fork, branch),
        Name = branch.Name ?? Labelled(fork.Name, branch),
        Kind = kind,
        Role = work.Role.Value,
        RoleWhen = Optional(work.RoleWhen),
        At = work.At?.Value ?? AgencySelector.Competent,
        AtWhen = conditions.Compile(work.AtWhen),
        Unit = work.Unit,
        UnitWhen = Optional(work.UnitWhen),
        Limit = work.Limit?.Value ?? StepLimit.None,
        LimitWhen = conditions.Compile(work.LimitWhen),
        ClockStep = StepIndex.BranchId(fork, branch),
        Produces = work.Produces?.Value,
        Phase = work.Phase?.Value,
    };

    private CompiledStep Child(ParallelStep fork, ChildBranch child) => new()
    {
        Id = StepIndex.BranchId(fork, child),
        Name = child.Name ?? Labelled(fork.Name, child),
        Kind = StepKind.Child,
        At = child.At.Value,
        AtWhen = conditions.Compile(child.AtWhen),
        ClockStep = StepIndex.BranchId(fork, child),
        ChildProcedure = child.Procedure.Value,
    };

    private static BilingualText Labelled(BilingualText fork, ParallelBranch branch) =>
        new($"{fork.Vietnamese}: {branch.Key.Value}", $"{fork.English}: {branch.Key.Value}");

    private List<StepAction> Actions(TaskStep task)
    {
        var actions = Next(task.Key.Value, task.ThenWhen);
        foreach (var written in task.Actions)
            if (layout.TargetOf(task.Key.Value, written.Key.Value) is { } target)
                actions.Add(new StepAction
                {
                    Key = written.Key.Value,
                    Name = written.Name ?? NameOf(written.To.Value),
                    When = conditions.Compile(written.When),
                    Target = target,
                    TargetWhen = Ways(task.Key.Value, written.Key.Value, written.ToWhen),
                    NoteRequired = written.NoteRequired,
                    Needs = Values(written.Needs),
                    Extends = written.Extends,
                });
        return actions;
    }

    private BilingualText NameOf(string target) => index.Find(target) is { } step
        ? new($"Chuyển: {step.Name.Vietnamese}", $"To: {step.Name.English}")
        : NextName;

    private List<StepAction> Next(string step, ImmutableArray<WrittenAlternative<Located<string>>> when) => layout.TargetOf(step, StepAction.NextKey) is { } target
        ? [new StepAction { Key = StepAction.NextKey, Name = NextName, Target = target, TargetWhen = Ways(step, StepAction.NextKey, when) }]
        : [];

    private ImmutableArray<Alternative<Target>> Ways(string step, string action, ImmutableArray<WrittenAlternative<Located<string>>> when) =>
        conditions.Ways(when, i => layout.TargetOf(step, action, i));

    private ImmutableArray<Alternative<string?>> Optional(ImmutableArray<WrittenAlternative<Located<string>>> written) =>
        [.. conditions.Compile(written).Select(one => new Alternative<string?>(one.When, one.Value))];

    private static StepAction[] ToTheJoin() => [new StepAction { Key = StepAction.NextKey, Name = NextName, Target = Target.BranchEnd }];

    private string? ScopeOf(string step) => layout.Find(step)?.Fork;

    private static ImmutableArray<string> Values(ImmutableArray<Located<string>> names) => [.. names.Select(n => n.Value)];
}
